import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { WaitingSave } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { isObject, readJson } from '@/lib/schema/plain-values'
import { Refusal } from '../control/refusal'
import { replaceLargeFile } from '../state-folder'
import { listNumbers, numberedFile, readNumbered } from './edit-versions'

const record = z.record(z.string(), z.unknown()).nullable()

const waitingSchema = z.strictObject({
  number: z.int().positive(),
  at: z.string(),
  author: z.string(),
  reason: z.string(),
  edits: z.array(z.strictObject({ file: z.string(), id: z.string(), base: z.string().nullable(), value: record })),
  texts: z.array(z.string()),
})

type KeptSave = z.infer<typeof waitingSchema>

/** Whether what one person saves in a case waits for another. */
export function asksForSecond(files: CaseFiles): boolean {
  const text = files.get('case.json')
  const head = typeof text === 'string' ? readJson(text) : undefined
  return isObject(head) && head.secondSignature === true
}

const plainName = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Refuses whoever signs without a name, or what they have saved themselves. */
export function requireOther(author: string, signer: string): void {
  if (plainName(signer) === '') throw new Refusal(422, 'Nobody’s signature', 'Say who you are: put in your name.')
  if (plainName(signer) === plainName(author))
    throw new Refusal(422, 'Your own', 'What you have saved yourself is for somebody else to sign.')
}

/**
 * The saves of one case that wait for a second person. They are in the server's state folder and not beside the case,
 * whose folder is served, zipped and shared: nobody but editors reads them.
 */
export class WaitingSaves {
  readonly #folder: string

  /** `folder` is that of the case's versions. */
  constructor(folder: string) {
    this.#folder = path.join(folder, 'waiting')
  }

  /** Oldest first, each with what it would change of the records as they are now, by `nowOf`. */
  async list(nowOf: (at: { file: string; id: string }) => WaitingSave['changes'][number]['before']) {
    const saves: WaitingSave[] = []
    for (const number of await listNumbers(this.#folder)) {
      const { at, author, reason, edits } = await this.#read(number)
      const changes = edits.map(({ file, id, value }) => ({ file, id, before: nowOf({ file, id }), after: value }))
      saves.push({ number, at, author, reason, changes })
    }
    return saves
  }

  async #read(number: number): Promise<KeptSave> {
    return waitingSchema.parse(await readNumbered(this.#folder, number))
  }

  /** The save that somebody has seen, by its number and time. Throws a Refusal where it waits no more. */
  async find({ number, at }: Pick<WaitingSave, 'number' | 'at'>): Promise<KeptSave> {
    const found = (await listNumbers(this.#folder)).includes(number) ? await this.#read(number) : null
    // The number of one that was signed is given to the next.
    if (found?.at === at) return found
    throw new Refusal(404, 'Nothing waits', 'Somebody has signed it or taken it back meanwhile.')
  }

  /** Throws a Refusal where too many wait. */
  async keep(save: Omit<KeptSave, 'number'>): Promise<void> {
    const numbers = await listNumbers(this.#folder)
    if (numbers.length >= limits.editor.waiting)
      throw new Refusal(413, 'Too much waits', `${limits.editor.waiting} saves wait: have some of them signed first.`)
    const number = (numbers.at(-1) ?? 0) + 1
    await replaceLargeFile(path.join(this.#folder, numberedFile(number)), JSON.stringify({ ...save, number }))
  }

  async remove(number: number): Promise<void> {
    await rm(path.join(this.#folder, numberedFile(number)), { force: true })
  }
}
