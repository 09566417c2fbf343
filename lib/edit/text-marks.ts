import { createLocator } from '@/lib/derive/locate-passage'
import type { RecordValue } from './record-edit'
import type { WorkingRecord } from './workspace'

/** As much context as a passage may have on either side; the schema's own limit. */
const CONTEXT = 32
const MOST_MENTIONS = 200

/** Where a record stands in a text, in UTF-16 code units, as the browser counts. */
export interface TextMark {
  start: number
  end: number
  record: WorkingRecord
}

/** A report's text with what is asked of it again and again. */
export interface MarkedText {
  text: string
  /** For each code point where it begins, in code units; the text's length last. */
  units: Uint32Array
  locate: ReturnType<typeof createLocator>
}

export function prepareText(text: string): MarkedText {
  const points = Array.from(text)
  const units = new Uint32Array(points.length + 1)
  let unit = 0
  for (const [index, point] of points.entries()) {
    units[index] = unit
    unit += point.length
  }
  units[points.length] = unit
  return { text, units, locate: createLocator(text, CONTEXT) }
}

/** How many code points stand before a code unit. */
function pointAt({ units }: MarkedText, unit: number): number {
  let [low, high] = [0, units.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle] ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}

/** The passage of a stretch, given in code units, with the selectors that a case's records have; null for an empty one. */
export function passageAt(marked: MarkedText, source: string, start: number, end: number): RecordValue | null {
  const { text } = marked
  const exact = text.slice(start, end)
  if (exact.trim() === '') return null
  const at = { start: pointAt(marked, start), end: pointAt(marked, end) }
  const found = marked.locate({ exact, ...at })
  const context = {
    prefix: text.slice(Math.max(0, start - CONTEXT / 2), start),
    suffix: text.slice(end, end + CONTEXT / 2),
  }
  return { source, exact, ...(found.status === 'located' ? found.selectors : { ...context, ...at }) }
}

/** The same of a stretch in code points. */
export function passageOfPoints(marked: MarkedText, source: string, start: number, end: number): RecordValue | null {
  return passageAt(marked, source, marked.units[start] ?? 0, marked.units[end] ?? marked.text.length)
}

function passageMark({ text, units }: MarkedText, source: string, record: WorkingRecord): TextMark[] {
  const passage = Object(record.value.passage)
  const { exact } = passage
  if (passage.source !== source || typeof exact !== 'string' || exact === '') return []
  const start = typeof passage.start === 'number' ? units[passage.start] : undefined
  if (start !== undefined && text.startsWith(exact, start)) return [{ start, end: start + exact.length, record }]
  const found = text.indexOf(exact)
  return found === -1 ? [] : [{ start: found, end: found + exact.length, record }]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function nameMarks({ text }: MarkedText, record: WorkingRecord): TextMark[] {
  const name = Object(record.value.properties).name ?? record.value.name
  if (typeof name !== 'string' || name.trim().length < 2) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu')
  const marks: TextMark[] = []
  for (const { index } of text.matchAll(pattern)) {
    marks.push({ start: index, end: index + name.length, record })
    if (marks.length >= MOST_MENTIONS) break
  }
  return marks
}

/** Where the records of a case stand in the text of one of its sources: their passages, and the names of places and people. */
export function listMarks(marked: MarkedText, source: string, records: Iterable<WorkingRecord>): TextMark[] {
  const marks: TextMark[] = []
  for (const record of records) {
    const own =
      record.file === 'actors.json' || record.file.startsWith('layers/')
        ? nameMarks(marked, record)
        : passageMark(marked, source, record)
    for (const mark of own) marks.push(mark)
  }
  return marks.sort((one, other) => one.start - other.start || other.end - one.end)
}

/** The marks that a place in the text is in, the shortest first: that one is meant by a click. */
export function marksAt(marks: readonly TextMark[], unit: number): TextMark[] {
  return marks
    .filter(({ start, end }) => start <= unit && unit < end)
    .sort((one, other) => one.end - one.start - (other.end - other.start))
}
