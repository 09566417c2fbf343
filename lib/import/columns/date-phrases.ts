import { ownValue } from '@/lib/schema/plain-values'
import { isWeekday } from './month-names'
import { plainDigits } from './plain-digits'

/** Other ways of writing the same: each pattern with what is read in its place. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u202f\u2009]/g, ' '],
  [/^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]?/u, '$1-$2-$3'],
  [/^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]/u, '$1-$2'],
  [/^(\d{4})\s*[年년]/u, '$1'],
  [/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$/, '$1-$2-$3T$4:$5:$6$7'],
  // As scripts write a date: “GMT+0200 (Eastern European Standard Time)”.
  [/\b(?:GMT|UTC)([+-]\d{1,2}:?\d{0,2})(?:\s*\([^)]*\))?$/i, '$1'],
  [/\s(?:at|um|à|о|в)\s+(?=\d{1,2}[:.h]\d{2})/iu, ' '],
  [/(\d{1,2})[.:h](\d{2})\s*(?:Uhr|h)$/i, '$1:$2'],
  [/(?<![\d.])(\d{1,2})(?:er|º|ª)(?=\s)/i, '$1'],
  [/^(\d{1,2})(\p{L}{3,9})(\d{4})$/u, '$1 $2 $3'],
  [/^(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?),?\s+(.*\d{4}.*)$/i, '$2 $1'],
  // Of a time without its seconds.
  [/:(?=Z|[+-]\d|$)/, ''],
]

/** A date as it is written in a table, with the signs, digits and order that the others have; a weekday before it is left out. */
export function plainDateText(text: string): string {
  const plain = spellings.reduce(
    (written, [pattern, other]) => written.replace(pattern, other),
    plainDigits(text).trim(),
  )
  const [all, weekday] = /^(\p{L}{2,12})\.?,?\s+(?=\S)/u.exec(plain) ?? []
  return all !== undefined && weekday !== undefined && isWeekday(weekday) ? plain.slice(all.length) : plain
}

/** Offsets of zones by their short names, of those that only one zone has: CST, IST, BST, PST and MST are others’ too. */
const zones: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MDT: '-06:00',
  PDT: '-07:00',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
}

/** The offset of a zone by its short name, as “CEST”; null for one that is not known, or stands for several. */
export function offsetOfZone(name: string): string | null {
  return ownValue(zones, name.toUpperCase()) ?? null
}

const four = (year: number) => String(year).padStart(4, '0')

/** Years in words, as EDTF: “1910s”, “19th century”, “44 BC”, “before 1920”, “since 1920”; null for all else. */
export function yearPhrase(text: string): string | null {
  const decade = /^(\d{2}[1-9])0s$/i.exec(text)?.[1]
  if (decade !== undefined) return `${decade}X`
  const century = Number(/^(\d{1,2})(?:st|nd|rd|th) (?:century|c\.)$/i.exec(text)?.[1])
  if (century >= 1) return `${String(century - 1).padStart(2, '0')}XX`
  const before = Number(/^(\d{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?|v\. ?Chr\.?)$/i.exec(text)?.[1])
  if (before >= 1) return before === 1 ? '0000' : `-${four(before - 1)}`
  const era = /^(?:AD ?(\d{1,4})|(\d{1,4}) ?(?:AD|CE|n\. ?Chr\.?))$/i.exec(text)
  if (era !== null) return four(Number(era[1] ?? era[2]))
  const [, word, year = ''] = /^(before|after|since|until|till) (\d{4})$/i.exec(text) ?? []
  switch (word?.toLowerCase()) {
    case 'before':
      return `../${four(Number(year) - 1)}`
    case 'after':
      return `${four(Number(year) + 1)}/..`
    case 'since':
      return `${year}/..`
    case undefined:
      return null
    default:
      return `../${year}`
  }
}

/** Two ends of a span, as they are written. */
export type WrittenSpan = readonly [from: string, to: string]

const between = /\s+(?:-|to|until|till|through|thru|bis|до|по|à|au|al|hasta|and)\s+|\s*[–—-]\s*|\s*\.{2,3}\s*|\//giu

/** What the first end leaves to the second, or the other way round, put where it is missing: “1–3 March 2022”. */
function completeSpan(from: string, to: string): WrittenSpan[] {
  const spans: WrittenSpan[] = [[from, to]]
  const year = /\d{4}$/.exec(to)?.[0]
  const [, day, rest] = /^(\d{1,2})\.?((?:\s+|[./-])\D*.*\d{4})$/u.exec(to) ?? []
  // “03/04/2022” is one day, and not two months.
  if (/^\d{1,2}\.?$/.test(from) && day !== undefined && rest !== undefined && /\p{L}|\d[./-]\d/u.test(rest))
    spans.push([`${from}${rest}`, to])
  if (year !== undefined && /\p{L}/u.test(from) && !/\d{4}/.test(from)) spans.push([`${from} ${year}`, to])
  const [, only] = /^(\d{1,2}),?\s+\d{4}$/.exec(to) ?? []
  const [, month] = /^(\p{L}+\.?)\s+\d{1,2}$/u.exec(from) ?? []
  if (only !== undefined && month !== undefined && year !== undefined)
    spans.push([`${from} ${year}`, `${month} ${only} ${year}`])
  // “1914–18”: not “1914-11”, which is a month.
  const [first, last] = [Number(/^(?:c\.? ?)?(\d{4})$/.exec(from)?.[1]), Number(/^\d{2}$/.exec(to)?.[0])]
  if (last > 12 && last > first % 100) spans.push([from, `${from.slice(-4, -2)}${to}`])
  return spans
}

/** The spans that a text may stand for, in the order in which they are to be tried. */
export function writtenSpans(text: string): WrittenSpan[] {
  const plain = text.replace(/^(?:from|between|vom|von|du|entre)\s+/i, '')
  return [...plain.matchAll(between)].flatMap(({ index, 0: mark }) =>
    completeSpan(plain.slice(0, index).trim(), plain.slice(index + mark.length).trim()),
  )
}
