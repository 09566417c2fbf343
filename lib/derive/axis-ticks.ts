import { daysInMonth, utcTime } from '@/lib/schema/plain-dates'
import { DAY_MS, startOfMonth, yearAt } from './calendar'
import { yearName } from './local-time'
import { type AxisPiece, pxPerDay, type TimeAxis } from './plan-axis'

type TickPart = 'weekday' | 'day' | 'month' | 'year'

/** A line across the plot where a unit of the calendar begins, and which parts of its date its words have, if any. */
export interface AxisTick {
  at: number
  x: number
  parts: readonly TickPart[]
  /** Where the words stand: in the middle of a day that has room, else beside the line. */
  textX: number
  centred: boolean
}

/** Px that a day needs for its number alone; with its weekday; with its month; and with both. */
const DAY_PX = { number: 18, weekday: 50, month: 42, both: 76 } as const
/** Px from one label beside its line to the next. */
const BESIDE_PX = { day: 26, month: 36, year: 38, monthYear: 66 } as const
const DAYS_A_MONTH = 30.44
const DAYS_A_YEAR = 365.25

/** Which parts the words of a day have, of the first day shown and of the first of a month its month as well. */
function dayParts(day: number, isFirst: boolean, perDay: number): TickPart[] {
  const names = (isFirst || day === 1) && perDay >= DAY_PX.month
  if (perDay < DAY_PX.weekday) return names ? ['day', 'month'] : ['day']
  if (!names) return ['weekday', 'day']
  return perDay >= DAY_PX.both ? ['weekday', 'day', 'month'] : ['day', 'month']
}

function everyDay(piece: AxisPiece, perDay: number): AxisTick[] {
  const ticks: AxisTick[] = []
  for (let at = piece.start; at < piece.end; at += DAY_MS) {
    const x = piece.x0 + ((at - piece.start) / DAY_MS) * perDay
    const parts = dayParts(new Date(at).getUTCDate(), at === piece.start, perDay)
    ticks.push({ at, x, parts, textX: x + perDay / 2, centred: true })
  }
  return ticks
}

const isOnStep = (day: number, step: number, last: number) => (day - 1) % step === 0 && last - day >= step / 2

/** Some days of each month, or the first days of months or years: each with words beside its line, where they fit. */
function beside(piece: AxisPiece, perDay: number, starts: Iterable<[number, readonly TickPart[]]>): AxisTick[] {
  const ticks: AxisTick[] = []
  for (const [at, parts] of starts) {
    const x = piece.x0 + ((at - piece.start) / DAY_MS) * perDay
    const fits = x + BESIDE_PX.day <= piece.x1
    ticks.push({ at, x, parts: fits ? parts : [], textX: x + 4, centred: false })
  }
  return ticks
}

function* someDays({ start, end }: AxisPiece, step: number): Iterable<[number, readonly TickPart[]]> {
  for (let at = start; at < end; at += DAY_MS) {
    const date = new Date(at)
    const day = date.getUTCDate()
    if (!isOnStep(day, step, daysInMonth(date.getUTCFullYear(), date.getUTCMonth()))) continue
    yield [at, day > 1 ? ['day'] : date.getUTCMonth() === 0 ? ['year'] : ['month']]
  }
}

function* months({ start, end }: AxisPiece, step: number, px: number): Iterable<[number, readonly TickPart[]]> {
  let first = true
  for (let at = startOfMonth(start) === start ? start : startOfMonth(start, 1); at < end; at = startOfMonth(at, 1)) {
    const month = new Date(at).getUTCMonth()
    if (month % step !== 0) continue
    yield [at, first && px >= BESIDE_PX.monthYear ? ['month', 'year'] : month === 0 ? ['year'] : ['month']]
    first = false
  }
}

/** Years of round numbers: 200 BCE, 100 BCE, 1 CE, 100 CE. Before the common era they count down from a year that is 0 here. */
function* years({ start, end }: AxisPiece, step: number): Iterable<[number, readonly TickPart[]]> {
  for (let count = Math.floor(yearAt(start) / step); ; count++) {
    const round = count * step
    // There is no year 0 among people; a year 1 would stand too near to 2 or 5.
    if (round === 0 && step > 1 && step < 10) continue
    const at = utcTime(step === 1 || round > 0 ? round : round === 0 ? 1 : round + 1)
    // Beyond the last year that a clock counts it is NaN, which is not less than anything.
    if (!(at < end)) return
    if (at >= start) yield [at, ['year']]
  }
}

/** Px that the longest name of a year of a piece takes, with what is kept free beside it. */
function yearPx({ start, end }: AxisPiece): number {
  const longest = Math.max(yearName(yearAt(start)).length, yearName(yearAt(end)).length)
  return Math.max(BESIDE_PX.year, longest * LETTER_PX + 8)
}

const LETTER_PX = 7.5
const yearSteps = [1, 2, 5]
  .flatMap((digit) => [1, 10, 100, 1e3, 1e4, 1e5].map((power) => digit * power))
  .sort((a, b) => a - b)

function ticksOf(piece: AxisPiece): AxisTick[] {
  const perDay = pxPerDay(piece)
  if (perDay >= DAY_PX.number) return everyDay(piece, perDay)
  const days = ([2, 5, 10] as const).find((step) => step * perDay >= BESIDE_PX.day)
  if (days !== undefined) return beside(piece, perDay, someDays(piece, days))
  const monthPx = perDay * DAYS_A_MONTH
  const step = ([1, 3, 6] as const).find((each) => each * monthPx >= BESIDE_PX.month)
  if (step !== undefined) return beside(piece, perDay, months(piece, step, step * monthPx))
  const needed = yearPx(piece)
  const yearStep = yearSteps.find((each) => each * perDay * DAYS_A_YEAR >= needed) ?? 1e6
  return beside(piece, perDay, years(piece, yearStep))
}

/**
 * The ticks of an axis, from left to right: of each piece that is to scale as many days, months or years as have room
 * for words, so that they are no more than its px allow. A fold has none.
 */
export function axisTicks({ pieces }: TimeAxis): AxisTick[] {
  return pieces.filter(({ folded }) => !folded).flatMap(ticksOf)
}
