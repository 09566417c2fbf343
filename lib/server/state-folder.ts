import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { limits } from '@/lib/limits'
import { ownsState } from './state-lock'

/** Where the last good texts of cases stand, below the state folder. */
export const COPIES = 'last-good'

/** What is known of whether the state can be kept; `/healthz` tells it. */
interface StateHealth {
  /** Whether pairings could be written when they last changed. */
  pairings: boolean
  /** Whether the copies of cases could. */
  copies: boolean
}

declare global {
  // Route handlers are bundled apart.
  var caseboardStateHealth: StateHealth | undefined
}

/** Notes whether a part of the state could be written. */
export function noteWritten(part: keyof StateHealth, written: boolean): void {
  globalThis.caseboardStateHealth = { ...stateHealth(), [part]: written }
}

export function stateHealth(): StateHealth {
  return globalThis.caseboardStateHealth ?? { pairings: true, copies: true }
}

/** Removes what writes that were cut off have left. Never throws. */
export function removeDrafts(folder: string): void {
  for (const below of [folder, path.join(folder, COPIES)])
    try {
      for (const name of readdirSync(below))
        if (/\.json\.\d+$/.test(name)) rmSync(path.join(below, name), { force: true })
    } catch {
      // No such folder, or none that can be written.
    }
}

function requireOwner(): void {
  if (!ownsState()) throw new Error('the state folder is another server’s')
}

/** Whether a disk has room for a copy of `bytes` and, beside it, for the pairings; where the system does not say, it has. */
function hasRoom(folder: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= bytes + limits.state.freeBytes
  } catch {
    return true
  }
}

/** Where the server keeps what outlives it: `CASEBOARD_STATE`, else `.state` in the working directory. */
export function stateFolder(): string {
  return process.env.CASEBOARD_STATE ?? path.join(process.cwd(), '.state')
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/**
 * Writes a file of the state folder, that only the server's user can read, as one step: after a power cut there is the
 * one before or this one, and none that is half written. Throws where it cannot be written.
 */
export function replaceFile(file: string, text: string): void {
  requireOwner()
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  try {
    const descriptor = openSync(draft, 'w', 0o600)
    try {
      writeFileSync(descriptor, text)
      // Else the new name may reach the disk before what it names.
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    chmodSync(draft, 0o600)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** The same for a text so long that writing it would keep requests waiting. One at a time for a file. */
export async function replaceLargeFile(file: string, text: string): Promise<void> {
  requireOwner()
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!hasRoom(folder, Buffer.byteLength(text))) throw new Error('the disk has too little room for a copy')
  const draft = `${file}.${process.pid}`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
      await handle.chmod(0o600)
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
