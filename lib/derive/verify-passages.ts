import type { Passage } from '@/lib/schema/passage'
import type { CaseRecords } from '@/lib/schema/records'
import type { Statement } from '@/lib/schema/statement'
import { listQuoted, type StrayMark } from './list-quoted'
import { listPassages, type RecordPassage } from './place-passages'

/** A passage that does not stand in the source's text as it says, words between marks that no quotation has, or a silent paragraph. */
interface PassageFault {
  /** The record's kind; `text` for a quoted passage that no quotation covers, `paragraph` for one that carries nothing. */
  kind: RecordPassage['kind'] | 'text' | 'paragraph'
  /** The record's id; for `text` the words, for `paragraph` its number. */
  id: string
  reason: string
}

/** A paragraph of the text, counted from 1, and the records that stand in it. */
export interface CarryingParagraph {
  number: number
  start: number
  end: number
  records: { kind: RecordPassage['kind']; id: string }[]
  /** Why it carries none, where the case says so. */
  why?: string
}

/** A quotation mark of the text without its other half, for whoever edits the case to see that the source itself has it so. */
export interface PlacedStray {
  mark: string
  opens: boolean
  /** Counted from 1, as editors show them. */
  line: number
  column: number
  /** What stands before and after it on its line, a few words each. */
  before: string
  after: string
}

export interface PassageReport {
  /** How many records' passages were looked up. */
  checked: number
  /** How many passages stand between quotation marks in the text. */
  quoted: number
  paragraphs: CarryingParagraph[]
  faults: PassageFault[]
  /** In the order of the text. They are no faults of the case: the source is as it is. */
  strays: PlacedStray[]
}

function countOccurrences(text: string, words: string): number {
  let count = 0
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) count++
  return count
}

/** What is wrong with a passage's selectors in the text, given also as code points; `null` where they hold. */
function findFault(passage: Passage, text: string, points: readonly string[]): string | null {
  const { exact, prefix, suffix, start, end } = passage
  if (prefix === undefined || suffix === undefined || start === undefined || end === undefined)
    return 'has no prefix, suffix, start and end'
  const found = points.slice(start, end).join('')
  if (found !== exact) return `the text at ${start}–${end} is “${found.slice(0, 80)}”, not its exact words`
  if (points.slice(Math.max(0, start - Array.from(prefix).length), start).join('') !== prefix)
    return 'its prefix is not before it'
  if (points.slice(end, end + Array.from(suffix).length).join('') !== suffix) return 'its suffix is not after it'
  const times = countOccurrences(text, prefix + exact + suffix)
  return times === 1
    ? null
    : `prefix, exact and suffix together occur ${times} times in the text, so they do not identify one place`
}

/** A block of text between line breaks that has anything to read. */
function listParagraphs(points: readonly string[]): { number: number; start: number; end: number }[] {
  const paragraphs: { number: number; start: number; end: number }[] = []
  let start = 0
  for (let at = 0; at <= points.length; at++) {
    if (at < points.length && points[at] !== '\n') continue
    if (points.slice(start, at).some((point) => /[\p{L}\p{N}]/u.test(point)))
      paragraphs.push({ number: paragraphs.length + 1, start, end: at })
    start = at + 1
  }
  return paragraphs
}

/** How much of a line tells where a mark stands, on either side. */
const MAX_AROUND = 32

/** Strays with their lines and what stands around them; linear in the text. */
function placeStrays(points: readonly string[], strays: readonly StrayMark[]): PlacedStray[] {
  let [line, lineStart, seen] = [1, 0, 0]
  return strays.map(({ at, opens }) => {
    for (; seen < at; seen++) if (points[seen] === '\n') [line, lineStart] = [line + 1, seen + 1]
    const left = points.slice(Math.max(lineStart, at - MAX_AROUND), at).join('')
    const right = points.slice(at + 1, at + 1 + MAX_AROUND).join('')
    // Whole words where the line is cut.
    const before = at - MAX_AROUND > lineStart ? left.replace(/^\S*\s(?=\S)/u, '') : left
    const [rest = ''] = right.split('\n')
    const after = rest === right && at + 1 + MAX_AROUND < points.length ? right.replace(/(?<=\S)\s\S*$/u, '') : rest
    return { mark: points[at] ?? '', opens, line, column: at - lineStart + 1, before, after: after.trimEnd() }
  })
}

/** Which of a statement's hedge and condition is not, word for word, in its passage's paragraph. */
function looseWords({ hedge, condition }: Statement, paragraph: string): string[] {
  const parts = [
    ['hedge', hedge],
    ['condition', condition],
  ] as const
  return parts.flatMap(([name, words]) => (words === undefined || paragraph.includes(words) ? [] : [name]))
}

/**
 * Looks up the passages of every quotation, statement, figure and event of one source in that source's text: the words at
 * the position, prefix and suffix around them, all three together found once; whether the hedge and the condition of each
 * statement stand in its paragraph; whether every passage between quotation marks is covered by a quotation; which marks
 * lack their other half; and what each paragraph carries. One of the case's own report must carry a record or be named in the case as carrying none. Positions
 * are in Unicode code points. Never throws.
 */
export function verifyPassages(records: CaseRecords, sourceId: string, text: string): PassageReport {
  const points = Array.from(text)
  const statements = new Map(records.statements.map((statement) => [statement.id, statement]))
  const passages = listPassages(records, sourceId)
  const isReport = records.head.source === sourceId
  const silent = new Map(
    (isReport ? (records.head.withoutRecord ?? []) : []).map(({ paragraph, why }) => [paragraph, why]),
  )
  const paragraphs = listParagraphs(points).map((paragraph): CarryingParagraph => {
    const why = silent.get(paragraph.number)
    return { ...paragraph, records: [], ...(why === undefined ? {} : { why }) }
  })
  const faults: PassageFault[] = []
  const covered: { start: number; end: number }[] = []
  for (const { kind, id, passage } of passages) {
    const reason = findFault(passage, text, points)
    if (reason !== null) {
      faults.push({ kind, id, reason })
      continue
    }
    const { start = 0, end = 0 } = passage
    if (kind === 'quotation') covered.push({ start, end })
    const paragraph = paragraphs.find((each) => each.start <= start && start < each.end)
    paragraph?.records.push({ kind, id })
    const statement = kind === 'statement' ? statements.get(id) : undefined
    if (statement === undefined || paragraph === undefined) continue
    for (const name of looseWords(statement, points.slice(paragraph.start, paragraph.end).join('')))
      faults.push({ kind, id, reason: `its ${name} is not, word for word, in the paragraph of its passage` })
  }
  const { spans, strays } = listQuoted(points)
  for (const { start, end, words } of spans) {
    if (covered.some((span) => span.start <= start && end <= span.end)) continue
    faults.push({
      kind: 'text',
      id: words.slice(0, 80),
      reason: 'is between quotation marks, but no quotation record has it',
    })
  }
  if (isReport)
    for (const { number, records: carried, why } of paragraphs)
      if (carried.length === 0 && why === undefined)
        faults.push({
          kind: 'paragraph',
          id: `${number}`,
          reason: 'carries no record, and case.json does not say why (withoutRecord)',
        })
  return { checked: passages.length, quoted: spans.length, paragraphs, faults, strays: placeStrays(points, strays) }
}
