import type { Fields, FieldValue } from '@/lib/schema/fields'
import {
  geometryOfMark,
  type Mark,
  MOST_BOUNDS,
  MOST_CATEGORIES,
  marks,
  marksByKey,
  patternsOf,
  sizedByField,
} from '@/lib/schema/plain-marks'
import { dotGlyph, hues, isObject } from '@/lib/schema/plain-values'
import { toLabel } from './form-fields'
import type { RecordValue } from './record-edit'

/** How wide hexagons are until somebody says so, km; and how many lie in one, or in a region, at the bounds of the steps. */
const HEXAGON_KM = 50
const COUNT_STEPS = [2, 5, 10, 20]
/** A number of a step is rounded to so many digits, where that keeps steps apart: nobody likes to read more of a legend. */
const STEP_DIGITS = 2
/** All digits that a number has. */
const MOST_DIGITS = 15

/** Whether a key of a layer goes with a mark. */
export function goesWith(key: (typeof marksByKey)[number][0], mark: Mark): boolean {
  return marksByKey.some(([each, of]) => each === key && of.includes(mark))
}

/** Whether a number of a place's fields can size a mark. */
export function isSizedByField(mark: Mark): boolean {
  return sizedByField.includes(mark)
}

/**
 * The marks that places of such geometries can be drawn as, all that need no picture where there are none yet. `types` are
 * those of GeoJSON.
 */
export function marksFor(types: ReadonlySet<string>): Mark[] {
  return marks.filter((mark) => {
    const drawn = geometryOfMark[mark]
    if (mark === 'picture') return false
    return drawn === null || types.size === 0 || [...types].some((type) => type.endsWith(drawn))
  })
}

function withoutLooksOf(categories: unknown, mark: Mark): unknown {
  if (!isObject(categories) || !Array.isArray(categories.values)) return categories
  const values = categories.values.map((value: unknown) => {
    if (!isObject(value)) return value
    const { pattern, symbol, ...rest } = value
    return {
      ...rest,
      ...(pattern !== undefined && mark === 'area' && { pattern }),
      ...(symbol !== undefined && mark === 'symbol' && { symbol }),
    }
  })
  return { ...categories, values }
}

/** A layer's design with another mark: what that does not go with is taken out, and what it needs is put in. */
export function withMark(design: RecordValue, mark: Mark): RecordValue {
  const keys = Object.keys(design).filter((key) => {
    if (key === 'pattern') return patternsOf[mark]?.some((pattern) => pattern === design.pattern) ?? false
    if (key === 'size') return design.size === 'length' ? mark === 'line' : isSizedByField(mark)
    return marksByKey.every(([each, of]) => each !== key || of.includes(mark))
  })
  const kept: Record<string, unknown> = Object.fromEntries(keys.map((key) => [key, design[key]]))
  if (kept.categories !== undefined) kept.categories = withoutLooksOf(kept.categories, mark)
  return {
    ...kept,
    mark,
    ...(mark === 'symbol' && { symbol: kept.symbol ?? dotGlyph.name }),
    ...(mark === 'hexagon' && { cellKm: kept.cellKm ?? HEXAGON_KM }),
    ...((mark === 'hexagon' || mark === 'choropleth') && { ramp: kept.ramp ?? { steps: COUNT_STEPS } }),
  }
}

/** A property of a layer's places: what it says how often, the most frequent first, and its numbers in order. */
export interface DesignProperty {
  name: string
  values: readonly { value: FieldValue; count: number }[]
  /** Empty where one of its values is no number. */
  numbers: readonly number[]
}

/** The properties of places that are their rows' own. */
export function listProperties(places: readonly { fields?: Readonly<Fields> | undefined }[]): DesignProperty[] {
  const counts = new Map<string, Map<FieldValue, number>>()
  for (const [name, value] of places.flatMap(({ fields = {} }) => Object.entries(fields))) {
    const values = counts.get(name) ?? new Map<FieldValue, number>()
    counts.set(name, values.set(value, (values.get(value) ?? 0) + 1))
  }
  return Array.from(counts, ([name, found]) => {
    const values = Array.from(found, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
    const numbers = values.flatMap(({ value, count }) =>
      typeof value === 'number' ? Array.from({ length: count }, () => value) : [],
    )
    const areAll = values.every(({ value }) => typeof value === 'number')
    return { name, values, numbers: areAll ? numbers.sort((a, b) => a - b) : [] }
  })
}

/** The design with its places coloured by what a property says: the most frequent values, each in a hue of its own. */
export function withCategories({ ramp: _, ...design }: RecordValue, { name, values }: DesignProperty): RecordValue {
  const free = hues.filter((hue) => hue !== design.hue)
  const categories = values
    .slice(0, MOST_CATEGORIES)
    .map(({ value }, index) => ({ value, name: String(value), hue: free[index] }))
  return { ...design, categories: { property: name, values: categories } }
}

/** Rising numbers with as few digits as keep them apart, above the lowest of all numbers and not above the highest. */
function roundBounds(bounds: readonly number[], lowest: number, highest: number): number[] {
  const apart = new Set(bounds.filter((bound) => bound > lowest)).size
  for (let digits = STEP_DIGITS; ; digits += 1) {
    const rounded = bounds.map((bound) => Number(bound.toPrecision(digits)))
    const steps = [...new Set(rounded)].filter((step) => step > lowest && step <= highest)
    if (steps.length === apart || digits === MOST_DIGITS) return steps
  }
}

/** The design with steps by the numbers of a property, as many places in each; null where these are all alike. */
export function withRamp(
  { categories: _, pattern: __, ...design }: RecordValue,
  { name, numbers }: DesignProperty,
): RecordValue | null {
  const at = (part: number) => numbers[Math.floor(part * numbers.length)] ?? Number.NaN
  const bounds = Array.from({ length: MOST_BOUNDS }, (_, index) => at((index + 1) / (MOST_BOUNDS + 1)))
  const [lowest, highest] = [numbers[0], numbers.at(-1)]
  if (lowest === undefined || highest === undefined) return null
  const steps = roundBounds(bounds, lowest, highest)
  return steps.length === 0 ? null : { ...design, ramp: { property: name, steps } }
}

/** The design with its marks sized by the numbers of a property. */
export function withSize(design: RecordValue, { name }: DesignProperty): RecordValue {
  return { ...design, size: { by: 'property', property: name } }
}

const listed = ({ fields }: RecordValue): readonly unknown[] => (Array.isArray(fields) ? fields : [])

/** Whether panels and lists are told to show a property. */
export function listsField(design: RecordValue, property: string): boolean {
  return listed(design).some((field) => isObject(field) && field.property === property)
}

/** The design with a property among those that panels and lists show. */
export function withListed(design: RecordValue, { name }: DesignProperty): RecordValue {
  return { ...design, fields: [...listed(design), { property: name, label: toLabel(name) }] }
}
