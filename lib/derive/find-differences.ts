import type { Measure } from '@/lib/schema/case'
import { groupBy } from './arrays'
import { compareDates } from './compare-dates'
import { type FigureScale, scaleFigures } from './figure-scale'
import { figureEnds } from './figure-words'
import { countBelow, furthestApart } from './furthest-apart'
import type { LinkedCase, LinkedFigure, LinkedQuestion, LinkedQuotation } from './linked-case'
import type { VisibleRecords } from './visible-records'

/** A figure with its ends on its question's scale; both are the same for a single value. */
export interface ScaledFigure {
  figure: LinkedFigure
  low: number
  high: number
}

/** How far apart two answers are, in the scale that they are measured in; a share of the larger only where that means something. */
export interface Distance {
  amount: number
  unit: string
  measures: Measure
  /** Of the larger, from 0 to 1; null for a logarithm or a share, which have no percentages. */
  relative: number | null
}

/**
 * One question that several figures answer. `apart` and `alike`: different makers, of overlapping days. `series`: one
 * maker's numbers of several days, which do not disagree.
 */
export interface Difference {
  kind: 'apart' | 'alike' | 'series'
  question: string
  title: string
  /** Lowest first, then by the date for which they hold; of a series, earliest first. */
  figures: ScaledFigure[]
  /** Where the scale begins and ends; null where the figures are in different units and share none. */
  scale: FigureScale | null
  /** The furthest that two makers are apart; null in a series and where units differ. */
  distance: Distance | null
}

function toScaled(figure: LinkedFigure): ScaledFigure {
  const [low, high] = figureEnds(figure)
  return { figure, low, high }
}

/** From when to when a figure counts, ms; one that nobody dates, or whose days are open, may be of any day. */
interface Counted {
  figure: LinkedFigure
  from: number
  to: number
}

function toCounted(figure: LinkedFigure): Counted {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = figure.dated
  return { figure, from, to }
}

/** Counts how many of some stretches of days overlap one: those that begin before its end, but for those that end before it begins. */
function overlapCounter(counted: readonly Counted[]): (one: Counted) => number {
  const froms = counted.map(({ from }) => from).sort((a, b) => a - b)
  const tos = counted.map(({ to }) => to).sort((a, b) => a - b)
  return ({ from, to }) => countBelow(froms, to) - countBelow(tos, from, true)
}

/** Those that another maker answers for overlapping days: more overlap them than of their own maker do. */
function contested(counted: readonly Counted[]): Counted[] {
  const all = overlapCounter(counted)
  const byReporter = groupBy(counted, ({ figure }) => figure.by)
  const own = new Map([...byReporter].map(([reporter, ofOne]) => [reporter, overlapCounter(ofOne)]))
  return counted.filter((one) => all(one) > (own.get(one.figure.by)?.(one) ?? 0))
}

const withoutPercentages: readonly Measure[] = ['magnitude', 'share']

/** Between the lowest and the highest that can disagree with each other. */
function measureDistance(counted: readonly Counted[], measures: Measure): Distance | null {
  const unit = counted[0]?.figure.unit ?? ''
  if (counted.some(({ figure }) => figure.unit !== unit)) return null
  const answers = counted.map(({ figure, from, to }) => ({ by: figure.by, from, to, ...toScaled(figure) }))
  const [low, high] = furthestApart(answers) ?? []
  const amount = low === undefined || high === undefined ? 0 : high.high - low.low
  const largest = Math.abs(high?.high ?? 0)
  const relative = withoutPercentages.includes(measures) || largest === 0 ? null : amount / largest
  // What decimals leave behind a subtraction is no difference: 2.3 − 1.8 is 0.5.
  return { amount: Number(amount.toPrecision(12)), unit, measures, relative }
}

function scaleOf(scaled: readonly ScaledFigure[], measures: Measure): FigureScale | null {
  const figures = scaled.map(({ figure }) => figure)
  if (figures.some(({ unit }) => unit !== figures[0]?.unit)) return null
  // A magnitude is a logarithm: 0 is just another earthquake, and no zero to begin a scale at.
  return scaleFigures(figures, measures !== 'magnitude')
}

function compare(question: LinkedQuestion, counted: readonly Counted[]): Difference {
  const scaled = counted
    .map(({ figure }) => toScaled(figure))
    .sort((a, b) => a.low - b.low || a.high - b.high || compareDates(a.figure.dated.date, b.figure.dated.date))
  const distance = measureDistance(counted, question.measures)
  const apart = distance === null || distance.amount > 0
  return {
    kind: apart ? 'apart' : 'alike',
    question: question.id,
    title: question.title,
    figures: scaled,
    scale: scaleOf(scaled, question.measures),
    distance,
  }
}

function toSeries(question: LinkedQuestion, figures: readonly LinkedFigure[]): Difference {
  const scaled = figures.map(toScaled).sort((a, b) => compareDates(a.figure.dated.date, b.figure.dated.date))
  const scale = scaleOf(scaled, question.measures)
  return { kind: 'series', question: question.id, title: question.title, figures: scaled, scale, distance: null }
}

/** One maker's numbers of more than one day. */
function listSeries(question: LinkedQuestion, figures: readonly LinkedFigure[]): Difference[] {
  const byReporter = groupBy(figures, ({ by }) => by)
  return [...byReporter.values()]
    .map((ofOne) => ofOne.filter(({ asOf }) => asOf !== undefined))
    .filter((ofOne) => new Set(ofOne.map(({ asOf }) => asOf)).size > 1)
    .map((ofOne) => toSeries(question, ofOne))
}

const rank = { apart: 0, alike: 1, series: 2 } as const

/**
 * The questions that several makers answer for overlapping days, those furthest apart first, then those that agree, which
 * is worth as much; last one maker's numbers over time. Votes are parts of one count and what was worked out here is no
 * record: neither disagrees with anything. Values are in the figures' own unit.
 */
export function findDifferences(questions: readonly LinkedQuestion[], figures: readonly LinkedFigure[]): Difference[] {
  const answers = groupBy(
    figures.filter(({ status }) => status !== 'derived'),
    ({ question }) => question,
  )
  return questions
    .filter(({ measures }) => measures !== 'vote')
    .flatMap((question) => {
      const all = answers.get(question.id) ?? []
      const against = contested(all.map(toCounted))
      return [...(against.length === 0 ? [] : [compare(question, against)]), ...listSeries(question, all)]
    })
    .sort((a, b) => rank[a.kind] - rank[b.kind] || (b.distance?.relative ?? 0) - (a.distance?.relative ?? 0))
}

/** Where what is shown of a case disagrees with something, or stands alone. */
export interface VisibleDifferences {
  /** Questions of which any answer is shown, with every answer. */
  questions: Difference[]
  /** Quotations that another record has in other words. */
  differing: LinkedQuotation[]
  /** Quotations that were looked for in another record and not found there. */
  notFound: LinkedQuotation[]
  /** Quotations that nobody has compared with another record yet. */
  notCompared: LinkedQuotation[]
}

/**
 * The differences of what is shown. A question keeps the answers that are not shown, and its scale: a disagreement that
 * lost one of its sides would say that there is none.
 */
export function findVisibleDifferences(
  { questions, figures, quotations }: Pick<LinkedCase, 'questions' | 'figures' | 'quotations'>,
  shown: Pick<VisibleRecords, 'figure' | 'quotation'>,
): VisibleDifferences {
  const spoken = quotations.filter(({ id }) => shown.quotation.has(id))
  return {
    questions: findDifferences(questions, figures).filter(({ figures: answers }) =>
      answers.some(({ figure }) => shown.figure.has(figure.id)),
    ),
    differing: spoken.filter(({ corroboration }) => corroboration.includes('differs')),
    notFound: spoken.filter(({ corroboration }) => corroboration.includes('not-found')),
    notCompared: spoken.filter(({ corroboration }) => corroboration.includes('not-compared')),
  }
}
