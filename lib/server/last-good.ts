import { keptAsLastRead } from '@/lib/derive/kept-as-last-read'
import type { ParsedCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'

/** The texts of a case's files as they could last be read, by path relative to its folder. */
export type GoodTexts = ReadonlyMap<string, string>

export interface KeptCase extends ParsedCase {
  /** What to fall back on at the next reading. */
  good: GoodTexts
}

const HEAD = 'case.json'

/** Files that are there and of which something is no JSON, or, for `case.json`, which cannot be used whatever it is. */
function findBroken(files: CaseFiles, { records, setAside }: ParsedCase): Set<string> {
  const unreadable = setAside.filter(({ rule }) => rule === 'unreadable').map(({ file }) => file)
  return new Set([...unreadable, ...(records === null ? [HEAD] : [])].filter((file) => files.has(file)))
}

/** Each broken file as it could last be read; without `case.json` a folder is no case, and all that was good stays. */
function substitute(files: CaseFiles, broken: ReadonlySet<string>, good: GoodTexts): CaseFiles {
  if (!files.has(HEAD)) return good
  return new Map([...files].map(([file, text]) => [file, broken.has(file) ? (good.get(file) ?? text) : text]))
}

/**
 * Parts a case's files, with the last good text in place of a file that an editor has half saved or that a disk has
 * spoiled, so that such a file takes nothing off a wall; what is wrong with it is told all the same. A file that is JSON
 * with bad records in it loses those records, and one that is gone is gone. `part` is `parseCase` for this case. Never
 * throws.
 */
export function partWithLastGood(files: CaseFiles, good: GoodTexts, part: (files: CaseFiles) => ParsedCase): KeptCase {
  const now = part(files)
  const broken = findBroken(files, now)
  const readable = [...files].flatMap(([file, text]): [string, string][] =>
    typeof text === 'string' && !broken.has(file) ? [[file, text]] : [],
  )
  const kept = [...good].filter(([file]) => broken.has(file))
  if (kept.length === 0 && (files.has(HEAD) || good.size === 0)) return { ...now, good: new Map(readable) }
  const { records, setAside } = part(substitute(files, broken, good))
  const shown = new Set(files.has(HEAD) ? kept.map(([file]) => file) : [HEAD])
  const told = now.setAside
    .filter(({ file, rule }) => shown.has(file) && (rule === 'unreadable' || file === HEAD))
    .map(keptAsLastRead)
  return { records, setAside: [...told, ...setAside], good: files.has(HEAD) ? new Map([...readable, ...kept]) : good }
}
