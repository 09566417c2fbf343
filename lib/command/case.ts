import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CarryingParagraph, type PlacedStray, verifyPassages } from '@/lib/derive/verify-passages'
import { type PartedCase, partCase } from '@/lib/schema/part-case'
import type { SetAside } from '@/lib/schema/records'
import { type CaseFolder, dataFolder, listCaseFolders, readCaseFiles } from '@/lib/server/case-folder'
import { readSymbol } from '@/lib/server/symbols'
import { anchorCase } from './anchor-case'
import { upgradeCase } from './upgrade-case'

const USAGE = `usage: npm run case -- check [case-id] [--source <text file>]
       npm run case -- anchor <case-id> <source-id> <new text file> [--was <old text file>]
       npm run case -- upgrade <case-id>`

function describe(folder: CaseFolder, { file, line, pointer, rule, id, reason }: SetAside): string {
  const place = `${path.join(path.relative(process.cwd(), folder.path), file)}:${line}`
  return `${place} ${pointer === '' ? '/' : pointer} [${rule}] ${id ?? '(no id)'}: ${reason}`
}

function summarise(caseId: string, { records, setAside }: PartedCase): string {
  const wrong = `${setAside.length} set aside`
  if (records === null) return `${caseId}: case.json cannot be used, ${wrong}`
  const places = records.layers.reduce((sum, layer) => sum + layer.places.length, 0)
  const { quotations, statements, figures, events, actors, sources, scenes, layers } = records
  return `${caseId}: ${quotations.length} quotations, ${figures.length} figures, ${events.length} events, ${statements.length} statements, ${actors.length} actors, ${sources.length} sources, ${scenes.length} scenes, ${places} places in ${layers.length} layers, ${wrong}`
}

/** "paragraph 12 (1,234–1,600): figure left-220000, statement …", or why it carries none. */
function describeParagraph({ number, start, end, records, why }: CarryingParagraph): string {
  const carried = records.map(({ kind, id }) => `${kind} ${id}`).join(', ')
  return `paragraph ${number} (${start}–${end}): ${carried === '' ? `none: ${why ?? 'not accounted for'}` : carried}`
}

/** "line 10, column 190: ” closes nothing that was opened: …Russia will not tell.[”]". */
function describeStray({ mark, opens, line, column, before, after }: PlacedStray): string {
  const what = opens ? 'opens what nothing closes' : 'closes nothing that was opened'
  return `line ${line}, column ${column}: ${mark} ${what}: ${before}[${mark}]${after}`
}

/** A text with what tells whether it is a source's own. */
interface HeldText {
  text: string
  sha256: string
}

async function readHeld(file: string): Promise<HeldText> {
  const bytes = await readFile(file)
  return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Verifies the source that has exactly this text. Returns the lines to print and whether all was well. */
function checkSource(
  caseId: string,
  { records }: PartedCase,
  { text, sha256 }: HeldText,
): { lines: string[]; good: boolean } | null {
  const source = records?.sources.find((candidate) => candidate.sha256 === sha256)
  if (records === null || source === undefined) return null
  const { checked, quoted, paragraphs, faults, strays } = verifyPassages(records, source.id, text)
  const lines = faults.map(({ kind, id, reason }) => `${caseId} ${source.id} [passage] ${kind} ${id}: ${reason}`)
  const notes = strays.map((stray) => `${caseId} ${source.id} [note] ${describeStray(stray)}`)
  const covered = quoted - faults.filter(({ kind }) => kind === 'text').length
  const told = paragraphs.filter(({ records: carried, why }) => carried.length > 0 || why !== undefined).length
  const summary = `${caseId}: ${source.id}: ${checked} passages checked, ${covered} of ${quoted} quoted passages covered, ${told} of ${paragraphs.length} paragraphs accounted for, ${faults.length} wrong`
  const unpaired =
    strays.length === 0 ? '' : `, quotation marks of the source without their other half: ${strays.length}`
  return {
    lines: [...paragraphs.map(describeParagraph), ...notes, ...lines, summary + unpaired],
    good: faults.length === 0,
  }
}

/** Checks one case or all. Returns the exit code: 0 where nothing is wrong, 1 where something is or nothing was found. */
async function check(caseId: string | undefined, sourceFile: string | undefined): Promise<number> {
  const folders = ((await listCaseFolders(dataFolder())) ?? []).filter(
    ({ id }) => caseId === undefined || id === caseId,
  )
  if (folders.length === 0) {
    console.error(caseId === undefined ? `no cases in ${dataFolder()}/cases` : `no case ${caseId}`)
    return 1
  }
  const held = sourceFile === undefined ? null : await readHeld(sourceFile)
  let good = true
  let isFound = false
  for (const folder of folders) {
    const parted = partCase(await readCaseFiles(folder), { caseId: folder.id, symbolOf: readSymbol })
    for (const entry of parted.setAside) console.log(describe(folder, entry))
    console.log(summarise(folder.id, parted))
    const report = held === null ? null : checkSource(folder.id, parted, held)
    for (const line of report?.lines ?? []) console.log(line)
    isFound ||= report !== null
    good &&= parted.setAside.length === 0 && (report?.good ?? true)
  }
  if (held !== null && !isFound) {
    console.error(`no source has the sha-256 of ${sourceFile}: ${held.sha256}`)
    return 1
  }
  return good ? 0 : 1
}

/** The folder of a case; says so where there is none. */
async function findFolder(caseId: string): Promise<CaseFolder | undefined> {
  const folder = (await listCaseFolders(dataFolder()))?.find(({ id }) => id === caseId)
  if (folder === undefined) console.error(`no case ${caseId}`)
  return folder
}

/** Tells what became of a source's passages in a new text of it. Returns the exit code: 0 where all of them stand. */
async function anchor(caseId: string, sourceId: string, file: string, oldFile: string | undefined): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  const { records } = partCase(await readCaseFiles(folder), { caseId, symbolOf: readSymbol })
  if (records === null) {
    console.error(`${caseId}: case.json cannot be used`)
    return 1
  }
  const [text, was] = await Promise.all([
    readFile(file, 'utf8'),
    oldFile === undefined ? null : readFile(oldFile, 'utf8'),
  ])
  const { lines, good } = anchorCase(records, sourceId, text, was)
  for (const line of lines) console.log(line)
  return good ? 0 : 1
}

/** Brings one case's files to today's form and prints what it changed. Returns the exit code. */
async function upgrade(caseId: string): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  const lines = await upgradeCase(folder)
  for (const line of lines.length > 0 ? lines : [`${caseId}: is in today’s form`]) console.log(line)
  return 0
}

async function main(): Promise<number> {
  const options = { source: { type: 'string' }, was: { type: 'string' } } as const
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [command, caseId, sourceId, file, ...rest] = positionals
  const isPlain = values.source === undefined && values.was === undefined
  if (command === 'check' && sourceId === undefined && values.was === undefined) return check(caseId, values.source)
  if (command === 'upgrade' && caseId !== undefined && sourceId === undefined && isPlain) return upgrade(caseId)
  const isAnchor = command === 'anchor' && rest.length === 0 && values.source === undefined
  if (isAnchor && caseId !== undefined && sourceId !== undefined && file !== undefined)
    return anchor(caseId, sourceId, file, values.was)
  console.error(USAGE)
  return 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(USAGE)
  process.exitCode = 1
}
