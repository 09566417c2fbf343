import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyEdits, modify } from 'jsonc-parser'
import { fixtures } from '../read-fixture'

/** Runs the command on a data folder. Resolves to its exit code and all that it printed. */
export function run(data: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const command = ['--import', 'tsx', 'lib/command/case.ts', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: { ...process.env, CASEBOARD_DATA: data } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr })
    })
  })
}

/** A data folder of its own with the valid case in it. */
export async function copyData(): Promise<{ data: string; folder: { id: string; path: string } }> {
  const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
  await cp(`${fixtures}/cases`, `${data}/cases`, { recursive: true })
  return { data, folder: { id: 'valid', path: `${data}/cases/valid` } }
}

/** Replaces what stands at a path of a JSON file; `undefined` takes it out. */
export async function setJson(file: string, at: (string | number)[], value: unknown): Promise<void> {
  const text = await readFile(file, 'utf8')
  await writeFile(file, applyEdits(text, modify(text, at, value, {})))
}
