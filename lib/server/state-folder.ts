import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

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
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
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
}
