import path from 'node:path'
import type { ParsedCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import type { CaseRecords, SetAside } from '@/lib/schema/records'
import { type CaseFolder, readCaseFiles } from '@/lib/server/case-folder'
import { parseFiles } from '@/lib/server/parse-files'
import { type Warning, warnOfCrs, warnOfEvidence, warnOfFed, warnOfFiles, warnOfMembers } from './warn-of-files'
import { warnOfBounds, warnOfCategories, warnOfSwapped, warnOfUndrawn } from './warn-of-places'

/** A record that is itself at fault, and those that are set aside only because they name it, or name one that does. */
export interface Fault {
  entry: SetAside
  followers: SetAside[]
}

const keyOf = ({ file, pointer }: { file: string; pointer: string }) => `${file}#${pointer}`

/** Folds what follows from a fault under it; faults and followers keep their order. Linear. Never throws. */
export function foldByCause(setAside: readonly SetAside[]): Fault[] {
  const byKey = new Map(setAside.map((entry) => [keyOf(entry), entry]))
  const roots = new Map<SetAside, SetAside>()
  const rootOf = (entry: SetAside): SetAside => {
    const trail = new Set<SetAside>()
    let at = entry
    while (!roots.has(at)) {
      const next: SetAside | undefined = at.cause === undefined ? undefined : byKey.get(keyOf(at.cause))
      if (next === undefined || next === at || trail.has(next)) break
      trail.add(at)
      at = next
    }
    const root = roots.get(at) ?? at
    for (const each of [...trail, at]) roots.set(each, root)
    return root
  }
  const faults = new Map<SetAside, Fault>()
  for (const entry of setAside) if (rootOf(entry) === entry) faults.set(entry, { entry, followers: [] })
  for (const entry of setAside) if (rootOf(entry) !== entry) faults.get(rootOf(entry))?.followers.push(entry)
  return [...faults.values()]
}

/** What the records of a file are called, one and many. */
const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'layers.json': ['layer', 'layers'],
  'sources.json': ['source', 'sources'],
  'actors.json': ['actor', 'actors'],
  'quotations.json': ['quotation', 'quotations'],
  'statements.json': ['statement', 'statements'],
  'figures.json': ['figure', 'figures'],
  'events.json': ['event', 'events'],
  'scenes.json': ['scene', 'scenes'],
  'evidence.json': ['record of evidence', 'records of evidence'],
  charts: ['chart', 'charts'],
  claims: ['claim', 'claims'],
  insets: ['inset', 'insets'],
  source: ['case', 'cases'],
}

function kindOf({ file, pointer }: SetAside): readonly [one: string, many: string] {
  if (file.startsWith('layers/')) return ['place', 'places']
  return kinds[file] ?? kinds[pointer.split('/')[1] ?? ''] ?? ['record', 'records']
}

/** "3 figures, 1 chart": how many records of each kind, in the order in which the kinds come. */
export function countKinds(entries: readonly SetAside[]): string {
  const counts = new Map<string, { names: readonly [one: string, many: string]; count: number }>()
  for (const entry of entries) {
    const names = kindOf(entry)
    counts.set(names[0], { names, count: (counts.get(names[0])?.count ?? 0) + 1 })
  }
  return [...counts.values()].map(({ names, count }) => `${count} ${names[count === 1 ? 0 : 1]}`).join(', ')
}

export interface CheckedCase {
  parted: ParsedCase
  /** To print, the summary last. */
  lines: string[]
}

function inFolder(folder: CaseFolder, file: string, line?: number): string {
  const name = path.join(path.relative(process.cwd(), folder.path), file)
  return line === undefined ? name : `${name}:${line}`
}

function describe(folder: CaseFolder, { file, line, pointer, rule, id, reason }: SetAside): string {
  return `${inFolder(folder, file, line)} ${pointer === '' ? '/' : pointer} [${rule}] ${id ?? '(no id)'}: ${reason}`
}

/** A fault, and below it what it costs: counted, or with `isFull` line by line. */
function describeFault(folder: CaseFolder, { entry, followers }: Fault, isFull: boolean): string[] {
  const first = describe(folder, entry)
  if (followers.length === 0) return [first]
  const count = `    and ${followers.length} that ${followers.length === 1 ? 'names' : 'name'} it (${countKinds(followers)})`
  return isFull
    ? [first, `${count}:`, ...followers.map((each) => `    ${describe(folder, each)}`)]
    : [first, `${count}: mended with it; --all lists them`]
}

function describeWarning(folder: CaseFolder, { file, line, rule, words }: Warning): string {
  return `warning: ${inFolder(folder, file, line)} [${rule}] ${words}`
}

const count = (number: number, name: string) => `${number} ${name}${number === 1 ? '' : 's'}`

function summarise(caseId: string, { records, setAside }: ParsedCase, faults: number, warnings: number): string {
  const following = setAside.length - faults
  const split = following === 0 ? '' : ` (${faults} at fault, ${following} that name them)`
  const warned = warnings === 0 ? '' : `, ${count(warnings, 'warning')}`
  const wrong = `${setAside.length} set aside${split}${warned}`
  if (records === null) return `${caseId}: case.json cannot be used, ${wrong}`
  const places = records.layers.reduce((sum, layer) => sum + layer.places.length, 0)
  const { quotations, statements, figures, events, actors, sources, scenes, layers } = records
  const counts = [
    count(quotations.length, 'quotation'),
    count(figures.length, 'figure'),
    count(events.length, 'event'),
    count(statements.length, 'statement'),
    count(actors.length, 'actor'),
    count(sources.length, 'source'),
    count(scenes.length, 'scene'),
    `${count(places, 'place')} in ${count(layers.length, 'layer')}`,
  ]
  return `${caseId}: ${counts.join(', ')}, ${wrong}`
}

function warnOfRecords(files: CaseFiles, records: CaseRecords): Warning[] {
  return [
    ...warnOfBounds(records),
    ...warnOfSwapped(files, records),
    ...warnOfUndrawn(files, records),
    ...warnOfCategories(files, records),
  ]
}

/**
 * Checks one case: each record at fault, with what is set aside only because it names it folded below (`isFull`: listed),
 * then what is likely to be a mistake but costs nothing, then a summary. Never throws.
 */
export async function checkCase(folder: CaseFolder, isFull: boolean): Promise<CheckedCase> {
  const files = await readCaseFiles(folder)
  const parted = parseFiles(folder.id, files)
  const faults = foldByCause(parted.setAside)
  const warnings = [
    ...(await warnOfFiles(folder)),
    ...(await warnOfEvidence(folder, files)),
    ...warnOfCrs(files),
    ...warnOfMembers(files),
    ...warnOfFed(files),
    ...(parted.records === null ? [] : warnOfRecords(files, parted.records)),
  ]
  const lines = [
    ...faults.flatMap((fault) => describeFault(folder, fault, isFull)),
    ...warnings.map((warning) => describeWarning(folder, warning)),
    summarise(folder.id, parted, faults.length, warnings.length),
  ]
  return { parted, lines }
}
