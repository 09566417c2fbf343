import { type CarryingParagraph, type PlacedStray, verifyPassages } from '@/lib/derive/verify-passages'
import type { ParsedCase } from '@/lib/schema/parse-case'
import type { HeldText } from '../held-text'

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
export function checkSource(
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
