import { type CarryingParagraph, type PlacedStray, verifyPassages } from '@/lib/derive/verify-passages'
import type { ParsedCase } from '@/lib/schema/parse-case'
import { type CaseFolder, dataFolder, listCaseFolders } from '@/lib/server/case-folder'
import { checkCase } from '../check/check-case'
import { describeStreet } from '../check/describe-street'
import { warnOfFolders } from '../check/warn-of-files'
import { findFolder, type HeldText, optionText, readHeld, type Verb } from './verb'

/** "paragraph 12 (1,234–1,600): figure left-220000, statement …", or why it carries none. */
function describeParagraph({ number, start, end, records, why }: CarryingParagraph): string {
  const carried = records.map(({ kind, id }) => `${kind} ${id}`).join(', ')
  return `paragraph ${number} (${start}–${end}): ${carried === '' ? `none: ${why ?? 'not accounted for'}` : carried}`
}

/** "line 10, column 190: ” closes nothing that was opened: …the ferry will not sail.[”]". */
function describeStray({ mark, opens, line, column, before, after }: PlacedStray): string {
  const what = opens ? 'opens what nothing closes' : 'closes nothing that was opened'
  return `line ${line}, column ${column}: ${mark} ${what}: ${before}[${mark}]${after}`
}

/** Verifies the source that has exactly this text. Returns the lines to print and whether all was well. */
function checkSource(
  caseId: string,
  { records }: ParsedCase,
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

/** The cases to check; says so where there are none. */
async function findFolders(caseId: string | undefined): Promise<CaseFolder[]> {
  if (caseId !== undefined) {
    const folder = await findFolder(caseId)
    return folder === undefined ? [] : [folder]
  }
  for (const line of await warnOfFolders(dataFolder())) console.log(`warning: ${line}`)
  const folders = (await listCaseFolders(dataFolder())) ?? []
  for (const line of await describeStreet()) console.log(line)
  if (folders.length === 0)
    console.error(`no cases in ${dataFolder()}/cases; make one with: npm run case -- new <case-id>`)
  return folders
}

/** Checks one case or all. Returns the exit code: 0 where nothing is wrong, 1 where something is or nothing was found. */
async function check(caseId: string | undefined, sourceFile: string | undefined, isFull: boolean): Promise<number> {
  const folders = await findFolders(caseId)
  if (folders.length === 0) return 1
  const held = sourceFile === undefined ? null : await readHeld(sourceFile)
  let good = true
  let isFound = false
  for (const folder of folders) {
    const { parted, lines } = await checkCase(folder, isFull)
    const report = held === null ? null : checkSource(folder.id, parted, held)
    for (const line of [...lines, ...(report?.lines ?? [])]) console.log(line)
    isFound ||= report !== null
    good &&= parted.setAside.length === 0 && (report?.good ?? true)
  }
  if (held !== null && !isFound) {
    console.error(
      `no source has the sha-256 of ${sourceFile}: ${held.sha256}; fill it in with: npm run case -- locate <case-id> --source ${sourceFile} --as <source-id>`,
    )
    return 1
  }
  return good ? 0 : 1
}

export const checkVerb: Verb = {
  name: 'check',
  arguments: '[case-id] [--source <text file>] [--all]',
  summary: 'tells what is wrong with a case, or with every case',
  help: [
    'Names each record that breaks a rule, which the page then sets aside: its file, line, place in the file, rule and id,',
    'what was found and what is right. Records that are set aside only because they name such a record are counted below',
    'it: once it is mended, they are back. Lines that begin with “warning” tell of what is likely to be a mistake but costs',
    'nothing. The exit code is 1 where a record is set aside, and 0 otherwise. Without a case-id it also tells what of the',
    'map that CASEBOARD_BASEMAP names cannot be used.',
    '',
    '  --source <text file>   the text of a source, as its sha256 has it: also checks that every passage of that source',
    '                         stands there word for word, that a quotation covers each passage between quotation marks,',
    '                         and what each paragraph carries',
    '  --all                  lists the records that are set aside only because they name another',
    '',
    'Example: npm run case -- check my-case --source the-report.txt',
  ],
  options: { source: { type: 'string' }, all: { type: 'boolean' } },
  run([caseId, ...rest], options) {
    if (rest.length > 0) return null
    return check(caseId, optionText(options, 'source'), options.all === true)
  },
}
