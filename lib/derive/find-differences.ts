import type { Figure } from '@/lib/schema/figure'
import type { LinkedCase, LinkedQuotation } from './linked-case'
import type { ShownRecords } from './shown-records'

/** Quantities without a nought of their own: a magnitude is a logarithm, and 0 is just another earthquake. */
const unitsWithoutNought = ['magnitude']

/** A figure with its ends on its question's scale; both are the same for a single value. */
export interface ScaledFigure {
  figure: Figure
  low: number
  high: number
}

/** One question that several figures answer. */
export interface Difference {
  question: string
  title: string
  /** Lowest first, then by the date for which they hold. */
  figures: ScaledFigure[]
  /** Where the scale begins and ends; null where the figures are in different units and share none. */
  scale: [start: number, end: number] | null
  /** Lowest and highest end apart, as a share of the larger: 0 where all say the same number. */
  spread: number
}

function toScaled(figure: Figure): ScaledFigure {
  const [low, high] = figure.range ?? [figure.value ?? 0, figure.value ?? 0]
  return { figure, low, high }
}

/** What one body gives for one date does not disagree with itself: for, against and abstaining are parts of one count. */
function isFromSeveral([first, ...rest]: readonly Figure[]): boolean {
  return rest.some((figure) => figure.maker !== first?.maker || figure.asOf !== first.asOf)
}

function compare(question: { id: string; title: string }, figures: readonly Figure[]): Difference {
  const scaled = figures
    .map(toScaled)
    .sort((a, b) => a.low - b.low || a.high - b.high || a.figure.asOf.localeCompare(b.figure.asOf))
  const low = Math.min(...scaled.map((each) => each.low))
  const high = Math.max(...scaled.map((each) => each.high))
  const unit = figures[0]?.unit ?? ''
  const oneUnit = figures.every((figure) => figure.unit === unit)
  const largest = Math.max(Math.abs(low), Math.abs(high))
  return {
    question: question.id,
    title: question.title,
    figures: scaled,
    scale: oneUnit ? [unitsWithoutNought.includes(unit) ? low : Math.min(0, low), high] : null,
    spread: oneUnit && largest > 0 ? (high - low) / largest : 0,
  }
}

/**
 * The questions that makers, or dates, answer apart: two or more figures of which one has another maker or holds for
 * another date than the first. Those furthest apart come first; those that agree stay, last, in the questions' order:
 * that two have counted the same is worth as much. Values are in the figures' own unit.
 */
export function findDifferences(
  questions: readonly { id: string; title: string }[],
  figures: readonly Figure[],
): Difference[] {
  return questions
    .map((question) => ({ question, answers: figures.filter((figure) => figure.question === question.id) }))
    .filter(({ answers }) => isFromSeveral(answers))
    .map(({ question, answers }) => compare(question, answers))
    .sort((a, b) => b.spread - a.spread)
}

/** Where what is shown of a case disagrees with something, or stands alone. */
export interface ShownDifferences {
  /** Questions of which any answer is shown, with every answer. */
  questions: Difference[]
  /** Quotations that another record has in other words. */
  differing: LinkedQuotation[]
  /** Quotations that no other record has. */
  alone: LinkedQuotation[]
}

/**
 * The differences of what is shown. A question keeps the answers that are not shown, and its scale: a disagreement that
 * lost one of its sides would say that there is none.
 */
export function findShownDifferences(
  { questions, figures, quotations }: Pick<LinkedCase, 'questions' | 'figures' | 'quotations'>,
  shown: Pick<ShownRecords, 'figure' | 'quotation'>,
): ShownDifferences {
  const spoken = quotations.filter(({ id }) => shown.quotation.has(id))
  return {
    questions: findDifferences(questions, figures).filter(({ figures: answers }) =>
      answers.some(({ figure }) => shown.figure.has(figure.id)),
    ),
    differing: spoken.filter(({ corroboration }) => corroboration.includes('differs')),
    alone: spoken.filter(({ corroboration }) => corroboration.includes('not-corroborated')),
  }
}
