import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
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

/** The same for a text so long that writing it would keep requests waiting. One at a time for a file. */
export async function replaceLargeFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
    await handle.chmod(0o600)
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
