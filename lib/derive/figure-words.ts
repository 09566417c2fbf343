import type { Measure } from '@/lib/schema/case'
import type { Figure } from '@/lib/schema/figure'
import { isOpenEnd, pointExtent, readDateParts, utcTime, yearRange } from '@/lib/schema/plain-dates'
import { kmPerUnit } from '@/lib/schema/plain-values'
import { writeDay } from './calendar'
import { isHedged, yearsName } from './local-time'

/** Units that say nothing beside their number: 2.3 is a magnitude by its mark. */
const silentUnits = ['', 'magnitude']

/** How a figure is hedged, as it stands before the number on the map. */
const qualifierWords: Readonly<Record<Figure['qualifier'], string>> = {
  exactly: '',
  about: 'about ',
  nearly: 'nearly ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'up-to': 'up to ',
  estimated: 'est. ',
}

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** The one number that a figure's mark is sized by: its value, or the middle of its range. In the figure's unit. */
export function figureSize({ value, range }: Figure): number {
  return value ?? ((range?.[0] ?? 0) + (range?.[1] ?? 0)) / 2
}

/** Both ends of a figure on a scale; a single value is a range of no width. */
export function figureEnds(figure: Pick<Figure, 'value' | 'range'>): [number, number] {
  return figure.range ?? [figure.value ?? 0, figure.value ?? 0]
}

/** Whether a figure is drawn in outline: someone says so, nobody has shown it. */
export function isUnproven(figure: Pick<Figure, 'status'>): boolean {
  return figure.status === 'unverified' || figure.status === 'claimed'
}

/** A figure's size in km; `null` where its unit is no length that we know, or the length is not above zero. */
export function figureLengthKm(figure: Figure): number | null {
  const km = kmPerUnit.get(figure.unit)
  const lengthKm = km === undefined ? null : figureSize(figure) * km
  return lengthKm !== null && lengthKm > 0 ? lengthKm : null
}

/** How a figure is hedged, without a number: "about", "more than"; empty where its maker does not. */
export function hedgeOf({ qualifier }: Pick<Figure, 'qualifier'>): string {
  return qualifierWords[qualifier].trim()
}

/** A number as it is written on the map: "98,000". */
export function formatNumber(number: number): string {
  return format.format(number)
}

/** The number or the range of a figure as it is written on the map, without its unit: "98,000", "5–6". */
export function figureNumber({ value, range }: Figure): string {
  const numbers = value !== undefined ? [value] : (range ?? [])
  return numbers.map(formatNumber).join('–')
}

/** A figure as it is written on the map, short: "40 km", "2.3", "5–6 km". */
export function figureCaption(figure: Figure): string {
  const number = figureNumber(figure)
  const { unit } = figure
  return silentUnits.includes(unit) ? number : `${number} ${unit}`
}

/** A figure as it is written on the map with its hedge: "about 98,000 people", "at least 16 km". */
export function hedgedCaption(figure: Figure): string {
  return `${qualifierWords[figure.qualifier]}${figureCaption(figure)}`
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

const monthText = (month: string) => monthFormat.format(utcTime(2000, Number(month) - 1))

/** A point of EDTF in words, as finely as it is written and no finer: "26", "Sept", "2022". A span of open digits has its ends. */
function writePoint(text: string): string[] {
  const parts = readDateParts(text)
  if (parts === null) return [text]
  const { month, day } = parts
  const extent = [month, day].some((part) => part?.includes('X')) ? pointExtent(text) : null
  if (extent !== null) return [joinPoints(writePoint(writeDay(extent.start)), writePoint(writeDay(extent.end - 1)))]
  const [first, last] = yearRange(parts)
  return [
    ...(day === undefined ? [] : [String(Number(day))]),
    ...(month === undefined ? [] : [monthText(month)]),
    yearsName(first, last),
  ]
}

/** Two points without what both have: "21–27 Sept 2022", "25 Sept – 2 Oct 2022". */
function joinPoints(from: readonly string[], to: readonly string[]): string {
  const [first, last] = [from.join(' '), to.join(' ')]
  if (first === last) return first
  if (from.length !== to.length || from.at(-1) !== to.at(-1)) return `${first} – ${last}`
  if (to.length === 3 && from[1] === to[1]) return `${from[0]}–${last}`
  return `${from.slice(0, -1).join(' ')} – ${last}`
}

/**
 * The days that a figure counts, as they are written on the map: "21–27 Sept 2022", "about 26 Sept 2022", "undated". By
 * hand rather than with `formatRange`, whose separators differ from one ICU to the next.
 */
export function figurePeriod({ asOf }: Figure): string {
  return asOf === undefined ? 'undated' : shortDate(asOf)
}

/** A date as it is written on the map: "21–27 Sept 2022", "about 26 Sept 2022", "Mar 44 BCE". */
export function shortDate(edtf: string): string {
  const [first = '', last = first] = edtf.split('/')
  const about = isHedged(edtf) ? 'about ' : ''
  if (isOpenEnd(last)) return `from ${about}${writePoint(first).join(' ')}`
  if (isOpenEnd(first)) return `up to ${about}${writePoint(last).join(' ')}`
  return `${about}${joinPoints(writePoint(first), writePoint(last))}`
}

/** A name as short as it may stand beside a mark: the abbreviation that it gives itself, "SNSN", else the whole. */
export function shortName(name: string): string {
  return /\(([^()]{2,12})\)$/.exec(name)?.[1] ?? name
}

const measureOfUnit: readonly [RegExp, Measure][] = [
  [/magnitude/i, 'magnitude'],
  [/^(%|per ?cent)$/i, 'share'],
  [/(km²|ha|acres)$/i, 'area'],
  [/ (a|per) (day|week|month|year)$/i, 'rate'],
  [/^(km|m|miles|nmi|nautical miles|feet)$/i, 'length'],
]

/** What the answers to a question measure, by their unit, where an older case does not say; what has no known unit is counted. */
export function inferMeasure(unit: string | undefined): Measure {
  return measureOfUnit.find(([pattern]) => pattern.test(unit ?? ''))?.[1] ?? 'count'
}
