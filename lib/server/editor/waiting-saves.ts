import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { KnownRecord, RecordAt } from '@/lib/edit/record-edit'
import type { EditableCase, HeldText, WaitingSave } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { isObject, readJson } from '@/lib/schema/plain-values'
import { megabytes } from '../case-bytes'
import { Refusal } from '../control/refusal'
import { replaceLargeFile } from '../state-folder'
import { listNumbers, numberedFile, readNumbered } from './edit-versions'
import { sha256 } from './write-case'

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

/** Whether what one person saves in a case waits for another: also where its head names that and cannot be read just now. */
export function asksForSecond(files: CaseFiles): boolean {
  const text = files.get('case.json')
  if (typeof text !== 'string') return false
  // Some programs begin a file with a byte order mark.
  const head = readJson(text.replace(/^\uFEFF/, ''))
  return isObject(head) ? head.secondSignature === true : text.includes('"secondSignature"')
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
  async list(
    nowOf: (at: RecordAt) => KnownRecord | undefined,
  ): Promise<{ saves: WaitingSave[]; unreadable: EditableCase['unreadable'] }> {
    const [saves, unreadable]: [WaitingSave[], EditableCase['unreadable']] = [[], []]
    for (const number of await listNumbers(this.#folder)) {
      const kept = await this.#read(number).catch(() => null)
      if (kept === null) {
        const file = path.join(this.#folder, numberedFile(number))
        unreadable.push({ file, reason: 'a save that waits cannot be read: mend the file, or take it away' })
        continue
      }
      const { at, author, reason, edits } = kept
      const changes = edits.map(({ file, id, base, value }) => {
        const now = nowOf({ file, id })
        return { file, id, before: now?.value ?? null, after: value, isBehind: (now?.version ?? null) !== base }
      })
      saves.push({ number, at, author, reason, changes })
    }
    return { saves, unreadable }
  }

  async #read(number: number): Promise<KeptSave> {
    return waitingSchema.parse(await readNumbered(this.#folder, number))
  }

  /** The reports that a save was made from, each with the source that it is of. Throws a Refusal where it waits no more. */
  async texts(seen: Pick<WaitingSave, 'number' | 'at'>): Promise<HeldText[]> {
    const { edits, texts } = await this.find(seen)
    const sources = new Map(
      edits.flatMap(({ file, id, value }) => (file === 'sources.json' ? [[value?.sha256, id]] : [])),
    )
    return texts.flatMap((text) => {
      const source = sources.get(sha256(text))
      return source === undefined ? [] : [{ source, text }]
    })
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
    const number = (numbers.at(-1) ?? 0) + 1
    const text = JSON.stringify({ ...save, number })
    const sizes = await Promise.all(
      numbers.map((each) => stat(path.join(this.#folder, numberedFile(each))).then(({ size }) => size)),
    )
    const bytes = sizes.reduce((sum, size) => sum + size, Buffer.byteLength(text))
    const { waiting, waitingBytes } = limits.editor
    if (numbers.length >= waiting || bytes > waitingBytes)
      throw new Refusal(
        413,
        'Too much waits',
        `${numbers.length} saves wait, and at most ${waiting} may, of ${megabytes(waitingBytes)} together: have some of them signed first.`,
      )
    await replaceLargeFile(path.join(this.#folder, numberedFile(number)), text)
  }

  async remove(number: number): Promise<void> {
    await rm(path.join(this.#folder, numberedFile(number)), { force: true })
  }
}
