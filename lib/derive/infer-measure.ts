import type { Measure } from '@/lib/schema/case'

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
