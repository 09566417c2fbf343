import {
  currencyCodes,
  months,
  nounEnds,
  numberWords,
  plainWords,
  qualifiers,
  roleWords,
  scales,
  tens,
  units,
  zoneNames,
} from './english'
import type { Stretch } from './report-text'

/** A number of a report that counts or measures something. */
export interface FoundNumber extends Stretch {
  value?: number
  range?: readonly [number, number]
  /** A unit of measure, a currency, or the noun that is counted. */
  unit: string
  qualifier: 'exactly' | (typeof qualifiers)[number][0]
  /** The number stands as a word or with a unit that leaves no doubt; others may be part of a name. */
  isSure: boolean
}

const word = (words: Iterable<string>) =>
  [...words].map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
const DIGITS = '\\d{1,3}(?:[,\\u2009\\u202F\\u00A0’]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const SMALL = word(numberWords.keys())
const WORDS = `(?:${word(tens.keys())})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|${SMALL}`
const SCALE = word(scales.keys())
const AMOUNT = `(?:(?:${DIGITS})|(?:${WORDS})|(?:a|an|half a)(?= (?:${SCALE})\\b))(?:[- ]?(?:bn|mn|tn)\\b|[- ](?:${SCALE})s?\\b)*`
const QUALIFIER = qualifiers.map(([, phrases]) => phrases).join('|')
const CURRENCY = `(?:[A-Z]{0,2}[$€£¥₴₽₹]|(?:${word(currencyCodes)})(?=[ \\u00a0]?\\d))`
/** Units that stand right behind their number, and “m” and “k” of a sum. */
const ATTACHED = '(?:km|cm|mm|m|k|kg|ft|mph|kph|MW|GW|°[CF])(?:/h|²|³)?'
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:(?<qualifier>${QUALIFIER})\\s)?(?<range>(?:between|from)\\s)?(?:(?<measure>magnitude|speed|height|depth|width|length|diameter|weight|area) (?:(?:of|was|at) )?(?:(?<inner>${QUALIFIER})\\s)?)?(?:(?<sign>${CURRENCY})\\s?)?(?<minus>(?<=\\s)[-−])?(?<low>${AMOUNT})(?:\\s?(?<joined>[-–—]|to|and|or)\\s?(?:${CURRENCY})?(?<high>${DIGITS}(?:[- ](?:${SCALE})\\b)*))?(?<percent>\\s?%)?(?:(?![\\p{L}\\p{N}]|[.,:]\\d)|(?=${ATTACHED}(?![\\p{L}\\p{N}])))`,
  'giu',
)
/** “a kilometer in diameter” */
const ONE_UNIT = new RegExp(
  `(?<![\\p{L}])(?:a|an|one|half a) (?<unit>${word(units.keys())}) (?:in|across|wide|long|high|deep|away|from)`,
  'giu',
)

const MEASURE = new RegExp(`^[-\\s]?(${word([...units.keys()].sort((a, b) => b.length - a.length))})(?![\\p{L}])`, 'iu')
const MONTH = months.map((each) => `${each.slice(0, 3)}(?:${each.slice(3)}|\\.)?`).join('|')
const MONTH_BEFORE = new RegExp(`(?:${MONTH})\\s$`, 'u')
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th)?\\s(?:${MONTH})`, 'u')

function readAmount(words: string): number {
  const [, digits, rest = ''] = /^([\d.,\u2009\u202F\u00A0’]*)(.*)$/su.exec(words.trim().toLowerCase()) ?? []
  const parts = rest.split(/[\s-]+/).filter((part) => part !== '')
  let value =
    digits === undefined || digits === '' ? Number.NaN : Number(digits.replace(/[,\u2009\u202F\u00A0’]/gu, ''))
  for (const part of parts) {
    const scale = scales.get(part.replace(/s$/, '') as never)
    const ten = tens.get(part)
    const small = numberWords.get(part)
    if (part === 'half') value = 0.5
    else if (part === 'a' || part === 'an') value = Number.isNaN(value) ? 1 : value
    else if (scale !== undefined) value = (Number.isNaN(value) ? 1 : value) * scale
    else if (ten !== undefined) value = (Number.isNaN(value) ? 0 : value) + ten
    else if (small !== undefined) value = (Number.isNaN(value) ? 0 : value) + small
  }
  return value
}

/** The unit or counted noun behind a number, and where it ends. */
function readUnit(text: string, from: number): { unit: string; end: number; isMeasure: boolean } {
  const rest = text.slice(from, from + 60)
  const measure = MEASURE.exec(rest)
  const sign = units.get(measure?.[1]?.toLowerCase() ?? '')
  if (measure !== null && sign !== undefined) return { unit: sign, end: from + measure[0].length, isMeasure: true }
  const taken: string[] = []
  let end = from
  // Across a line break nothing is counted.
  const next = /[^\S\n]([\p{L}\p{M}][\p{L}\p{M}’'-]*)/uy
  for (next.lastIndex = 0; taken.length < 3; ) {
    const noun = next.exec(rest)?.[1]
    if (noun === undefined || nounEnds.has(noun.toLowerCase())) break
    taken.push(noun)
    end = from + next.lastIndex
    // A plural ends what is counted: “leaks”, “US presidents”, “people”.
    if (noun !== noun.toUpperCase() && /(?:[^s]s|people|men|women|children|police|cattle)$/u.test(noun)) break
  }
  // “27 returned”: what they did is no unit.
  if (taken.length === 1 && /[^e]ed$/u.test(taken[0] ?? '')) return { unit: '', end: from, isMeasure: false }
  return { unit: taken.join(' '), end, isMeasure: false }
}

/** What is so many metres high or long, and not so many millions. */
const MEASURED =
  /^(?:waves|seas|swells|flames|walls|towers|masts|poles|trees|cables|pipes|ropes|intervals|lengths|boats|vessels|ships|yachts)$/iu

/**
 * “500k people”, “1.2m hectares”: thousands or millions where a plural follows, or what many have done. Of a sum they always
 * are; of all else “m” is metres, and “k” nothing that is known.
 */
function readShort(text: string, at: number, isSum: boolean): { short?: 'k' | 'm'; from: number; isUnknown: boolean } {
  const letter = /^[mk](?![\p{L}\p{N}])/iu.exec(text.slice(at, at + 3))?.[0].toLowerCase()
  if (letter !== 'k' && letter !== 'm') return { from: at, isUnknown: false }
  if (isSum) return { short: letter, from: at, isUnknown: false }
  const { unit, isMeasure } = readUnit(text, at + 1)
  const last = unit.split(' ').at(-1) ?? ''
  const isCounted =
    /^\s\p{L}/u.test(text.slice(at + 1, at + 3)) &&
    (isMeasure || (/(?:[^s]s|people|men|women|children|police|cattle)$/u.test(last) && !MEASURED.test(last)))
  const hasDone = /^\s(?:have|had|fled|displaced|injured|wounded|died)\b/u.test(text.slice(at + 1, at + 12))
  return isCounted || hasDone
    ? { short: letter, from: at + 1, isUnknown: false }
    : { from: at, isUnknown: letter === 'k' }
}

/** “Terminal 2”, “Flight 17”, “page 4”. */
function isPartOfName(text: string, start: number, unit: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (
    /\b(?:pages?|chapters?|articles?|resolution|number|no\.|aged?|sections?|figures?|tables?|paragraphs?)\s$/iu.test(
      before,
    )
  )
    return true
  const name = /(\p{Lu}[\p{L}]+)\s(?:\d+ and )?$/u.exec(before)?.[1]
  return name !== undefined && unit === '' && !plainWords.has(name.toLowerCase())
}

/** A year, a day of a month or a time of day is a date, not a figure. */
function isDate(text: string, start: number, end: number, amount: string, unit: string): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(end, end + 16)
  if (
    /^\d{4}$/u.test(amount) &&
    Number(amount) > 1400 &&
    Number(amount) < 2200 &&
    (unit === '' || /\b(?:in|since|of|by|until|from|during|year)\s$/iu.test(before))
  )
    return true
  return (
    MONTH_BEFORE.test(before) ||
    MONTH_AFTER.test(after) ||
    /^\s?(?:a\.?m\.?|p\.?m\.?|o’clock|o'clock)(?![\p{L}])/iu.test(after) ||
    CLOCK_BEHIND.test(after) ||
    /^:\d\d/u.test(after) ||
    /^(?:st|nd|rd|th)\b/u.test(after)
  )
}

const CLOCK_BEHIND = new RegExp(`^\\s?(?:${zoneNames})\\b`, 'u')

function qualifierOf(words: string | undefined): FoundNumber['qualifier'] {
  const asked = words?.toLowerCase()
  const found = qualifiers.find(([, phrases]) => asked !== undefined && phrases.split('|').includes(asked))
  return found?.[0] ?? 'exactly'
}

/** The numbers of a text that count or measure: not dates, times, ordinals or parts of names. Linear; never throws. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const { qualifier, inner, measure, minus, low = '', high, joined, range, percent } = match.groups ?? {}
    const written = match.groups?.sign
    // “try 5 times”: a currency’s code is in capitals.
    const sign = written === written?.toUpperCase() ? written : undefined
    const numberAt = match.index + match[0].indexOf(low)
    const isRange = high !== undefined && (joined !== 'and' || range !== undefined) && joined !== 'or'
    const amountEnd = isRange || high === undefined ? match.index + match[0].length : numberAt + low.length
    const { short, from, isUnknown } = readShort(text, amountEnd, sign !== undefined)
    if (isUnknown) continue
    const {
      unit: noun,
      end,
      isMeasure,
    } = readUnit(
      text,
      percent !== undefined && (isRange || high === undefined) ? amountEnd - percent.trim().length : from,
    )
    if (
      isDate(text, numberAt, amountEnd, low, noun) ||
      (sign === undefined && isPartOfName(text, numberAt, isMeasure || percent !== undefined ? '%' : noun))
    )
      continue
    // “one in five residents”: a share, and not five of them.
    if (/\b(?:one|two|three|four|\d+) in $/iu.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    const isWord = !/\d/u.test(low)
    const unit = sign ?? (isMeasure ? noun : measure === 'magnitude' ? 'magnitude' : noun)
    // “the two governments” are known already.
    if (
      isWord &&
      /\b(?:the|these|those|both|its|their|his|her)\s$/iu.test(text.slice(Math.max(0, numberAt - 8), numberAt))
    )
      continue
    // “one of them”, “two days later”, “for two weeks”: counts nothing that is told of.
    if (
      isWord &&
      (unit === '' || /^(?:one|a|an)\b/iu.test(low)) &&
      !/(?:hundred|thousand|million|billion|dozen)/iu.test(low)
    )
      continue
    if (unit === '' && short === undefined && Number(readAmount(low)) < 100 && qualifier === undefined) continue
    const isDuration = /^(?:day|week|month|year|hour|minute|second|time|of|weekend|night)s?\b/iu.test(unit)
    if (isDuration && qualifier === undefined && (isWord || readAmount(low) < 100)) continue
    const isBelowZero = minus !== undefined && /^(?:°|degrees)/u.test(unit)
    const times = (short === 'm' ? 1e6 : short === 'k' ? 1e3 : 1) * (isBelowZero ? -1 : 1)
    const [value, upper] = [readAmount(low) * times, isRange ? readAmount(high ?? '') * times : Number.NaN]
    if (!Number.isFinite(value)) continue
    const scale =
      times === 1 && isRange && /[a-z]/iu.test(high ?? '') && !/[a-z]/iu.test(low)
        ? upper / Number.parseFloat((high ?? '').replace(/,/gu, ''))
        : 1
    found.push({
      start: match.index,
      end,
      ...(isRange && Number.isFinite(upper) && upper >= value * scale
        ? { range: [value * scale, upper] as const }
        : { value }),
      unit: roleWords.has(unit) ? `${unit}s` : unit,
      qualifier: qualifierOf(qualifier ?? inner),
      isSure: !isWord || isMeasure || qualifier !== undefined,
    })
  }
  for (const match of text.matchAll(ONE_UNIT)) {
    const unit = units.get(match.groups?.unit?.toLowerCase() ?? '') ?? ''
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: /^half/iu.test(match[0]) ? 0.5 : 1,
      unit,
      qualifier: 'about',
      isSure: true,
    })
  }
  return found.sort((a, b) => a.start - b.start)
}
