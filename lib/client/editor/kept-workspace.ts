import { openStore, settle } from '@/lib/client/browser-store'
import type { HeldText } from '@/lib/edit/wire'
import type { Workspace } from '@/lib/edit/workspace'

/** What this browser keeps of the work on a case, until it is saved. */
export interface KeptWork {
  /** The case's id. */
  id: string
  /** Counts the writes: who has not seen the last one must not write over it. */
  revision: number
  workspace: Workspace
  texts: readonly HeldText[]
}

const open = (mode: IDBTransactionMode) => openStore('caseboard-editor', 'work', mode)

/** What is kept of a case; null for nothing. */
export async function readKept(id: string): Promise<KeptWork | null> {
  return (await settle<KeptWork | undefined>((await open('readonly')).get(id))) ?? null
}

/** The cases of which something is kept. */
export async function listKept(): Promise<string[]> {
  return (await settle((await open('readonly')).getAllKeys())).map(String)
}

/**
 * Keeps the work on a case; false where another tab has written meanwhile, whose work stays. A case that is kept nothing
 * of begins at revision 1.
 */
export async function keepWork(work: KeptWork, force = false): Promise<boolean> {
  const store = await open('readwrite')
  const before = await settle<KeptWork | undefined>(store.get(work.id))
  if (!force && (before?.revision ?? 0) !== work.revision - 1) return false
  await settle(store.put(force ? { ...work, revision: (before?.revision ?? 0) + 1 } : work))
  return true
}

export async function dropWork(id: string): Promise<void> {
  await settle((await open('readwrite')).delete(id))
}

/**
 * Keeps what a new case begins with; false where another tab keeps something by its id, which stays. Rejects where this
 * browser keeps nothing.
 */
export function keepNew(id: string, workspace: Workspace, texts: readonly HeldText[] = []): Promise<boolean> {
  // What it begins with is where undo begins.
  return keepWork({ id, revision: 1, workspace: { ...workspace, steps: [], done: 0 }, texts })
}
