import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { keptAsLastRead } from '@/lib/derive/linked-case'
import type { ParsedCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { noteError } from './health'
import { isMissing, noteWritten, replaceLargeFile } from './state-folder'

/** The texts of a case's files as they could last be read, by path relative to its folder. */
export type ValidTexts = ReadonlyMap<string, string>

export interface KeptCase extends ParsedCase {
  /** What to fall back on at the next reading. */
  good: ValidTexts
}

const HEAD = 'case.json'

/** Files that are there and of which something is no JSON, or, for `case.json`, which cannot be used whatever it is. */
function findBroken(files: CaseFiles, { records, setAside }: ParsedCase): Set<string> {
  const unreadable = setAside.filter(({ rule }) => rule === 'unreadable').map(({ file }) => file)
  return new Set([...unreadable, ...(records === null ? [HEAD] : [])].filter((file) => files.has(file)))
}

/** Each broken file as it could last be read; without `case.json` a folder is no case, and all that was good stays. */
function substitute(files: CaseFiles, broken: ReadonlySet<string>, good: ValidTexts): CaseFiles {
  if (!files.has(HEAD)) return good
  return new Map([...files].map(([file, text]) => [file, broken.has(file) ? (good.get(file) ?? text) : text]))
}

/**
 * Parts a case's files, with the last good text in place of a file that an editor has half saved or that a disk has
 * spoiled, so that such a file takes nothing off a wall; what is wrong with it is told all the same. A file that is JSON
 * with bad records in it loses those records, and one that is gone is gone. `part` is `parseCase` for this case. Never
 * throws.
 */
export function parseWithLastValid(
  files: CaseFiles,
  good: ValidTexts,
  part: (files: CaseFiles) => ParsedCase,
): KeptCase {
  const now = part(files)
  const broken = findBroken(files, now)
  const readable = [...files].flatMap(([file, text]): [string, string][] =>
    typeof text === 'string' && !broken.has(file) ? [[file, text]] : [],
  )
  const kept = [...good].filter(([file]) => broken.has(file))
  if (kept.length === 0 && (files.has(HEAD) || good.size === 0)) return { ...now, good: new Map(readable) }
  const { records, setAside, standing } = part(substitute(files, broken, good))
  const shown = new Set(files.has(HEAD) ? kept.map(([file]) => file) : [HEAD])
  const told = now.setAside
    .filter(({ file, rule }) => shown.has(file) && (rule === 'unreadable' || file === HEAD))
    .map(keptAsLastRead)
  return {
    records,
    standing,
    setAside: [...told, ...setAside],
    good: files.has(HEAD) ? new Map([...readable, ...kept]) : good,
  }
}

/** Beyond it the largest files of a case are not kept; characters. */
const MOST_CHARACTERS = 32e6
const ENDING = '.json'

const keptSchema = z.strictObject({ data: z.string(), files: z.record(z.string(), z.string()) })

/** The last good texts of cases, which the next server reads: a power cut spoils a file and ends the server at once. */
export interface LastValidStore {
  /** What was kept of a case; empty where there is nothing, or nothing readable. Never throws. */
  read(caseId: string): ValidTexts
  /** Keeps a case's texts where they differ from those that were read or written last. Never throws. */
  write(caseId: string, good: ValidTexts): Promise<void>
  /** Lets go of all other cases. Never throws. */
  keepOnly(caseIds: readonly string[]): void
}

/** Keeps nothing. */
export const noLastValidStore: LastValidStore = { read: () => new Map(), write: async () => {}, keepOnly: () => {} }

function isSame(one: ValidTexts, other: ValidTexts): boolean {
  return one.size === other.size && [...one].every(([file, text]) => other.get(file) === text)
}

/** As many files as fit, small ones first: a scene is small, and what is large is drawn. */
function bounded(good: ValidTexts, most: number): Record<string, string> {
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
export function createLastValidStore(folder: string, data: string, most = MOST_CHARACTERS): LastValidStore {
  const last = new Map<string, ValidTexts>()
  let writable = true
  /** The files of the cases that there were at the last look. */
  let known: string | null = null
  const fileOf = (caseId: string) => path.join(folder, caseId + ENDING)

  function note(error: unknown): void {
    noteWritten('copies', false)
    if (writable) noteError('What is good of the cases cannot be kept, and ends with this server', error)
    writable = false
  }

  function read(caseId: string): ValidTexts {
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
    async write(caseId, good) {
      if (isSame(good, last.get(caseId) ?? new Map())) return
      try {
        await replaceLargeFile(fileOf(caseId), JSON.stringify({ data, files: bounded(good, most) }))
        last.set(caseId, good)
        writable = true
        noteWritten('copies', true)
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
