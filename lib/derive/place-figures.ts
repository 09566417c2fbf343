import type { Claim } from '@/lib/schema/case'
import type { LinkedFigure, LinkedPlace, LinkedQuestion } from './linked-case'

/** The figures of a place, by how far they are about it. Each list keeps the given order. */
export interface PlaceFigures {
  /** About this place and no other, or what its mark is drawn by. */
  own: LinkedFigure[]
  /** About this place among others. */
  shared: LinkedFigure[]
  /** Votes by those who rejected the claim to it: they tell of its status, and count nothing in it. */
  votes: LinkedFigure[]
}

/** Parts the figures that name a place. `claim` is the claim to it, where there is one. Never throws. */
export function splitPlaceFigures(
  { id, sizedBy = [], rings = [] }: Pick<LinkedPlace, 'id' | 'sizedBy' | 'rings'>,
  figures: readonly LinkedFigure[],
  questions: readonly Pick<LinkedQuestion, 'id' | 'measures'>[],
  claim: Pick<Claim, 'rejections'> | undefined,
): PlaceFigures {
  const drawnBy = new Set([...sizedBy, ...rings.map(({ figure }) => figure)])
  const votes = new Set(questions.filter(({ measures }) => measures === 'vote').map((question) => question.id))
  const rejectors = new Set(claim?.rejections.map(({ by }) => by))
  const kindOf = (figure: LinkedFigure): keyof PlaceFigures => {
    if (votes.has(figure.question) && rejectors.has(figure.by)) return 'votes'
    const isOwn = drawnBy.has(figure.id) || (figure.about.length > 0 && figure.about.every((place) => place === id))
    return isOwn ? 'own' : 'shared'
  }
  const split: PlaceFigures = { own: [], shared: [], votes: [] }
  for (const figure of figures) split[kindOf(figure)].push(figure)
  return split
}

/** A figure as one of the parts of a sum. */
export interface FigureShare {
  whole: LinkedFigure
  /** All parts of it, the figure itself among them, in the order of the sum. */
  parts: LinkedFigure[]
  /** 0 to 1. */
  share: number
}

/**
 * What a figure is a part of: a sum of the case that names it among its inputs. Only where a share means something: exact
 * numbers in one unit by one maker, which add up to the whole. What was counted over other days, or by somebody else, is
 * no part of one thing. Null where there is no such sum; linear in the number of figures.
 */
export function findShare(figure: LinkedFigure, figures: readonly LinkedFigure[]): FigureShare | null {
  for (const whole of figures) {
    if (whole.value === undefined || whole.inputs?.includes(figure.id) !== true) continue
    const { inputs, value } = whole
    const parts = inputs.flatMap((id) => figures.find((other) => other.id === id) ?? [])
    const isAlike = ({ by, unit, qualifier, value: part = -1 }: LinkedFigure) =>
      by === figure.by && unit === whole.unit && qualifier === 'exactly' && part >= 0
    if (parts.length !== inputs.length || parts.length < 2 || value <= 0 || !parts.every(isAlike)) continue
    const sum = parts.reduce((total, part) => total + (part.value ?? 0), 0)
    if (Math.abs(sum - value) > value * 1e-9) continue
    return { whole, parts, share: (figure.value ?? 0) / value }
  }
  return null
}
