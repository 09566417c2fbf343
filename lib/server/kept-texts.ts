import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { noteError } from './last-error'
import type { GoodTexts } from './last-good'
import { isMissing, replaceFile } from './state-folder'

/** Beyond it the largest files of a case are not kept; characters. */
const MOST_CHARACTERS = 32e6
const ENDING = '.json'

const keptSchema = z.strictObject({ data: z.string(), files: z.record(z.string(), z.string()) })

/** The last good texts of cases, which the next server reads: a power cut spoils a file and ends the server at once. */
export interface KeptTexts {
  /** What was kept of a case; empty where there is nothing, or nothing readable. Never throws. */
  read(caseId: string): GoodTexts
  /** Keeps a case's texts where they differ from those that were read or written last. Never throws. */
  write(caseId: string, good: GoodTexts): void
  /** Lets go of all other cases. Never throws. */
  keepOnly(caseIds: readonly string[]): void
}

/** Keeps nothing. */
export const keepsNoTexts: KeptTexts = { read: () => new Map(), write: () => {}, keepOnly: () => {} }

function isSame(one: GoodTexts, other: GoodTexts): boolean {
  return one.size === other.size && [...one].every(([file, text]) => other.get(file) === text)
}

/** As many files as fit, small ones first: a scene is small, and what is large is drawn. */
function bounded(good: GoodTexts, most: number): Record<string, string> {
  let left = most
  const bySize = [...good].sort(([, a], [, b]) => a.length - b.length)
  return Object.fromEntries(
    bySize.filter(([, text]) => {
      left -= text.length
      return left >= 0
    }),
  )
}

/** Keeps texts of the cases of `data` below `folder`, a file for each case; those of another data folder are not read. */
export function createKeptTexts(folder: string, data: string, most = MOST_CHARACTERS): KeptTexts {
  const last = new Map<string, GoodTexts>()
  let writable = true
  /** The files of the cases that there were at the last look. */
  let known: string | null = null
  const fileOf = (caseId: string) => path.join(folder, caseId + ENDING)

  function note(error: unknown): void {
    if (writable) noteError('What is good of the cases cannot be kept, and ends with this server', error)
    writable = false
  }

  function read(caseId: string): GoodTexts {
    try {
      const kept = keptSchema.parse(JSON.parse(readFileSync(fileOf(caseId), 'utf8')))
      return new Map(kept.data === data ? Object.entries(kept.files) : [])
    } catch (error) {
      if (!isMissing(error)) noteError(`What was good of the case ${caseId} cannot be read`, error)
      return new Map()
    }
  }

  return {
    read(caseId) {
      const good = read(caseId)
      last.set(caseId, good)
      return good
    },
    write(caseId, good) {
      if (isSame(good, last.get(caseId) ?? new Map())) return
      try {
        replaceFile(fileOf(caseId), JSON.stringify({ data, files: bounded(good, most) }))
        last.set(caseId, good)
        writable = true
      } catch (error) {
        note(error)
      }
    },
    keepOnly(caseIds) {
      const wanted = caseIds.map((id) => id + ENDING)
      if (wanted.join() === known) return
      known = wanted.join()
      for (const id of last.keys()) if (!caseIds.includes(id)) last.delete(id)
      try {
        const others = readdirSync(folder).filter((name) => name.endsWith(ENDING) && !wanted.includes(name))
        for (const name of others) rmSync(path.join(folder, name))
      } catch (error) {
        if (!isMissing(error)) note(error)
      }
    },
  }
}
