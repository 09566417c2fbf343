import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { limits } from '@/lib/limits'
import { isObject } from '@/lib/schema/plain-values'
import { noteError } from '@/lib/server/health'
import { COPIES, isMissing, noteWritten, replaceFile } from '@/lib/server/state-folder'
import type { Change, ControlBackend, Reading, Watcher } from './backend'

/** A document with how much longer it is kept, ms: what a clock says may differ from one start to the next. */
const entrySchema = z.strictObject({
  text: z.string(),
  keepMs: z.number().positive(),
  expendable: z.boolean().default(false),
})
type KeptDocuments = Record<string, z.infer<typeof entrySchema>>

/** The entries of the file, each by itself: one that is spoiled costs no other. */
function readEntries(value: unknown): { documents: KeptDocuments; spoiled: number } {
  if (!isObject(value)) throw new TypeError('the file holds no documents')
  const documents: KeptDocuments = {}
  let spoiled = 0
  for (const [key, entry] of Object.entries(value)) {
    const parsed = entrySchema.safeParse(entry)
    if (parsed.success) documents[key] = parsed.data
    else spoiled++
  }
  return { documents, spoiled }
}

export interface StateFile {
  /** What was written last; empty where there is nothing, or nothing readable. Never throws. */
  read(): KeptDocuments
  /** Replaces the file as one step. Never throws: without a place to write, all goes on in memory. */
  write(documents: KeptDocuments): void
}

/** The state of a control plane without Valkey, in a file that only the server's user can read. */
export function createStateFile(folder: string): StateFile {
  const file = path.join(folder, 'walls.json')
  let writable = true

  /** Pairings come first: where the disk is full, copies of cases make room for them, which can be made again. */
  function writeBeforeCopies(text: string): void {
    try {
      replaceFile(file, text)
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
      if (!isFull) throw error
      rmSync(path.join(folder, COPIES), { recursive: true, force: true })
      noteWritten('copies', false)
      replaceFile(file, text)
    }
  }

  return {
    read() {
      try {
        const { documents, spoiled } = readEntries(JSON.parse(readFileSync(file, 'utf8')))
        if (spoiled > 0) noteError(`Of the pairings kept from the last run ${spoiled} cannot be read`, spoiled)
        return documents
      } catch (error) {
        if (!isMissing(error)) noteError('The pairings kept from the last run cannot be read', error)
        return {}
      }
    },
    write(documents) {
      const text = JSON.stringify(documents)
      try {
        writeBeforeCopies(text)
        writable = true
      } catch (error) {
        if (writable) noteError('Pairings cannot be written and will end with this server', error)
        writable = false
      }
      noteWritten('pairings', writable)
    },
  }
}

/** From a change to the file. */
const WRITE_AFTER_MS = 200

interface Kept {
  text: string
  until: number
  expendable: boolean
}

export interface MemoryOptions {
  /** What of a document outlives this process, null for nothing. */
  lasting?: (key: string, text: string) => string | null
  /** What is made, at `now`, of a text that outlived the process before. */
  restored?: (text: string, now: number) => string
  file?: StateFile
  /** ms, any origin. */
  now?: () => number
  mostDocuments?: number
}

/** Epoch ms that never jump, whatever happens to the machine's clock. */
function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}

function readFile({ file, restored = (text) => text }: MemoryOptions, now: number): Map<string, Kept> {
  const entries = Object.entries(file?.read() ?? {})
  return new Map(
    entries.map(([key, { text, keepMs, expendable }]) => [
      key,
      { text: restored(text, now), until: now + keepMs, expendable },
    ]),
  )
}

/** Documents in this process, and what lasts of them in a file that the next one reads. */
export function createMemoryBackend(options: MemoryOptions = {}): ControlBackend {
  const { lasting = () => null, file, now = steadyNow, mostDocuments = limits.control.documents } = options
  const documents = readFile(options, now())
  const watchers = new Map<string, Set<Watcher>>()
  const lastingTexts = new Map<string, string>()
  for (const [key, { text }] of documents) lastingTexts.set(key, lasting(key, text) ?? '')
  let timer: NodeJS.Timeout | null = null

  function read(key: string): string | null {
    const kept = documents.get(key)
    if (kept === undefined) return null
    if (kept.until > now()) return kept.text
    documents.delete(key)
    lastingTexts.delete(key)
    return null
  }

  function writeFile(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const entries = [...lastingTexts].flatMap(([key, text]) => {
      const { until = 0, expendable = false } = documents.get(key) ?? {}
      const keepMs = until - now()
      return keepMs > 0 ? [[key, { text, keepMs, expendable }] as const] : []
    })
    file?.write(Object.fromEntries(entries))
  }

  /** Most changes are of what does not last (who is connected, which scene), and cost no write. */
  function noteLasting(key: string, text: string | null): void {
    const next = text === null ? null : lasting(key, text)
    if ((lastingTexts.get(key) ?? null) === next) return
    if (next === null) lastingTexts.delete(key)
    else lastingTexts.set(key, next)
    if (file !== undefined) timer ??= setTimeout(writeFile, WRITE_AFTER_MS)
  }

  function makeRoom(): void {
    if (documents.size <= mostDocuments) return
    // Whoever is connected to a wall watches it.
    const soonest = [...documents]
      .filter(([key]) => !watchers.has(key))
      .sort(([, a], [, b]) => Number(b.expendable) - Number(a.expendable) || a.until - b.until)
    // A tenth at once: sorting for each new document would be what an attacker wants.
    for (const [key] of soonest.slice(0, Math.ceil(mostDocuments / 10))) write(key, { text: null })
  }

  function write(key: string, change: Change): void {
    if (change.text === null) documents.delete(key)
    else {
      const { text, keepMs, expendable = false } = change
      documents.set(key, { text, until: now() + keepMs, expendable })
    }
    noteLasting(key, change.text)
    const reading: Reading = { text: change.text, now: now() }
    for (const watcher of watchers.get(key) ?? []) watcher(reading)
  }

  return {
    now,
    async read(key) {
      return { text: read(key), now: now() }
    },
    async update(key, change) {
      const made = change(read(key), now())
      if (made !== undefined) {
        write(key, made)
        makeRoom()
      }
      return { text: read(key), now: now() }
    },
    async watch(key, watcher) {
      const all = watchers.get(key) ?? new Set()
      watchers.set(key, all.add(watcher))
      return () => {
        all.delete(watcher)
        if (all.size === 0) watchers.delete(key)
      }
    },
    onReturn() {
      // Memory is never away.
    },
    close() {
      if (timer !== null) writeFile()
    },
  }
}
