import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { noteError } from '@/lib/server/health'
import { isMissing, replaceFile } from '@/lib/server/state-folder'
import type { Change, ControlBackend, Reading, Watcher } from './backend'

/** A document with how much longer it is kept, ms: what a clock says may differ from one start to the next. */
const fileSchema = z.record(z.string(), z.strictObject({ text: z.string(), keepMs: z.number().positive() }))
type KeptDocuments = z.infer<typeof fileSchema>

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

  return {
    read() {
      try {
        return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch (error) {
        if (!isMissing(error)) noteError('The pairings kept from the last run cannot be read', error)
        return {}
      }
    },
    write(documents) {
      try {
        replaceFile(file, JSON.stringify(documents))
        writable = true
      } catch (error) {
        if (writable) noteError('Pairings cannot be written and will end with this server', error)
        writable = false
      }
    },
  }
}

/** Documents kept at most: beyond it expendable ones go first, of these what would end soonest. A wall takes about 1 kB. */
const MOST_DOCUMENTS = 20_000
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
    entries.map(([key, { text, keepMs }]) => [
      key,
      { text: restored(text, now), until: now + keepMs, expendable: false },
    ]),
  )
}

/** Documents in this process, and what lasts of them in a file that the next one reads. */
export function createMemoryBackend(options: MemoryOptions = {}): ControlBackend {
  const { lasting = () => null, file, now = steadyNow, mostDocuments = MOST_DOCUMENTS } = options
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
      const keepMs = (documents.get(key)?.until ?? 0) - now()
      return keepMs > 0 ? [[key, { text, keepMs }] as const] : []
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
    const soonest = [...documents].sort(
      ([, a], [, b]) => Number(b.expendable) - Number(a.expendable) || a.until - b.until,
    )
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
