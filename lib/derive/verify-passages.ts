import type { Passage } from '@/lib/schema/passage'
import type { CaseRecords } from '@/lib/schema/records'

/** A passage that does not stand in the source's text as it says, or words between marks that no quotation has. */
interface PassageFault {
  /** The record's kind, or `text` for a passage of the text that no quotation covers. */
  kind: 'quotation' | 'statement' | 'figure' | 'event' | 'text'
  /** The record's id; for `text` the words. */
  id: string
  reason: string
}

export interface PassageReport {
  /** How many records' passages were looked up. */
  checked: number
  /** How many passages stand between curly quotation marks in the text. */
  quoted: number
  faults: PassageFault[]
}

interface QuotedSpan {
  start: number
  end: number
  words: string
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

/**
 * The words from each opening mark “ to the next closing one ”, without spaces and punctuation at their ends, as these may
 * belong to the sentence around. In code points. An opening mark that is not closed before the next one runs up to that.
 */
function listQuoted(points: readonly string[]): QuotedSpan[] {
  const spans: QuotedSpan[] = []
  const isMark = (point: string | undefined) => point !== undefined && /[\s\p{P}]/u.test(point)
  for (const [index, point] of points.entries()) {
    if (point !== '“') continue
    const after = points.slice(index + 1).findIndex((next) => next === '”' || next === '“')
    let start = index + 1
    let end = after === -1 ? points.length : start + after
    while (start < end && isMark(points[start])) start++
    while (end > start && isMark(points[end - 1])) end--
    spans.push({ start, end, words: points.slice(start, end).join('') })
  }
  return spans
}

/**
 * Looks up the passages of every quotation, statement, figure and event of one source in that source's text: the words at the
 * position, prefix and suffix around them, all three together found once; and whether every passage between curly
 * quotation marks is covered by a quotation. Positions are in Unicode code points. Never throws.
 */
export function verifyPassages(records: CaseRecords, sourceId: string, text: string): PassageReport {
  const points = Array.from(text)
  const all = [
    ...records.quotations.map(({ id, passage }) => ({ kind: 'quotation' as const, id, passage })),
    ...records.statements.map(({ id, passage }) => ({ kind: 'statement' as const, id, passage })),
    ...records.figures.map(({ id, passage }) => ({ kind: 'figure' as const, id, passage })),
    ...records.events.map(({ id, passage }) => ({ kind: 'event' as const, id, passage })),
  ]
  const faults: PassageFault[] = []
  const covered: { start: number; end: number }[] = []
  let checked = 0
  for (const { kind, id, passage } of all) {
    if (passage?.source !== sourceId) continue
    checked++
    const reason = findFault(passage, text, points)
    if (reason !== null) faults.push({ kind, id, reason })
    else if (kind === 'quotation') covered.push({ start: passage.start ?? 0, end: passage.end ?? 0 })
  }
  const quoted = listQuoted(points)
  for (const { start, end, words } of quoted) {
    if (covered.some((span) => span.start <= start && end <= span.end)) continue
    faults.push({
      kind: 'text',
      id: words.slice(0, 80),
      reason: 'is between quotation marks, but no quotation record has it',
    })
  }
  return { checked, quoted: quoted.length, faults }
}
