import { lowerBound } from '@/lib/schema/plain-values'

/** An answer with its ends, whose it is, and from when to when it counts: from `from` to, but not including, `to`. */
export interface Answer {
  by: string
  from: number
  to: number
  low: number
  high: number
}

/** The best of some answers, and the best of those by anyone else. */
interface Top {
  first: Answer
  second: Answer | undefined
}

type IsBetter = (one: Answer, other: Answer) => boolean

const isLower: IsBetter = (one, other) => one.low < other.low
const isHigher: IsBetter = (one, other) => one.high > other.high

function merge(one: Top | undefined, other: Top | undefined, isBetter: IsBetter): Top | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const [near, far] = isBetter(other.first, one.first) ? [other, one] : [one, other]
  let { second } = near
  for (const each of [far.first, far.second])
    if (each !== undefined && each.by !== near.first.by && (second === undefined || isBetter(each, second)))
      second = each
  return { first: near.first, second }
}

/** Answers the top of any stretch of a list, from `start` to, but not including, `end`, in logarithmic time: a segment tree. */
function topsOf(list: readonly Answer[], isBetter: IsBetter): (start: number, end: number) => Top | undefined {
  const size = list.length
  const tops: (Top | undefined)[] = [
    ...Array.from({ length: size }, () => undefined),
    ...list.map((first): Top => ({ first, second: undefined })),
  ]
  for (let node = size - 1; node > 0; node--) tops[node] = merge(tops[2 * node], tops[2 * node + 1], isBetter)
  return (start, end) => {
    let found: Top | undefined
    for (let [left, right] = [start + size, end + size]; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) found = merge(found, tops[left++], isBetter)
      if (right % 2 === 1) found = merge(found, tops[--right], isBetter)
    }
    return found
  }
}

/** How many numbers of a sorted list are below a limit, and with `orAt` at it. */
export function countBelow(sorted: readonly number[], limit: number, orAt = false): number {
  return lowerBound(sorted.length, (index) => {
    const number = sorted[index] ?? limit
    return number < limit || (orAt && number === limit)
  })
}

/**
 * The two answers furthest apart of those by different makers whose days overlap, the lower one first; null where none are
 * apart. Of two that overlap one begins within the other: each is asked for the lowest and the highest that begin within it,
 * those that may lie furthest first. In n log n.
 */
export function furthestApart(answers: readonly Answer[]): [low: Answer, high: Answer] | null {
  const list = answers.toSorted((a, b) => a.from - b.from)
  const froms = list.map(({ from }) => from)
  const [lowest, highest] = [topsOf(list, isLower), topsOf(list, isHigher)]
  const [least, most] = [lowest(0, list.length)?.first.low ?? 0, highest(0, list.length)?.first.high ?? 0]
  const atMost = ({ low, high }: Answer) => Math.max(high - least, most - low)
  let found: [Answer, Answer] | null = null
  let furthest = 0
  for (const one of list.toSorted((a, b) => atMost(b) - atMost(a))) {
    if (atMost(one) <= furthest) break
    const [start, end] = [countBelow(froms, one.from), countBelow(froms, one.to)]
    const byOther = (top: Top | undefined) => (top?.first.by === one.by ? top.second : top?.first)
    const [low, high] = [byOther(lowest(start, end)), byOther(highest(start, end))]
    for (const [lower, higher] of [
      [low, one],
      [one, high],
    ]) {
      if (lower === undefined || higher === undefined || higher.high - lower.low <= furthest) continue
      furthest = higher.high - lower.low
      found = [lower, higher]
    }
  }
  return found
}
