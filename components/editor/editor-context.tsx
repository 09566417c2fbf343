'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { EditorSnapshot, WorkspaceStore } from '@/lib/client/editor/workspace-store'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { MarkedText } from '@/lib/edit/text-marks'
import type { SetAside } from '@/lib/schema/records'

/** What every part of the editor shares. */
export interface EditorParts {
  store: WorkspaceStore
  /** The key of the record that is worked on; null for none. */
  selected: string | null
  select(key: string | null): void
  /** The report's text, and the source that it is of; null where the case's text is not held. */
  report: { source: string; marked: MarkedText } | null
  /** What the check says of the case as it would be. */
  faults: readonly SetAside[]
  /** The case as it would be; null while there is none. */
  linked: LinkedCase | null
}

export const EditorContext = createContext<EditorParts | null>(null)

/** What the parts of the editor share. Throws outside of it. */
export function useEditor(): EditorParts {
  const parts = useContext(EditorContext)
  if (parts === null) throw new Error('useEditor stands outside of the editor')
  return parts
}

/** The work as it stands now. */
export function useSnapshot(store: WorkspaceStore): EditorSnapshot {
  return useSyncExternalStore(store.subscribe, store.current, store.current)
}
