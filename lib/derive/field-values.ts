import { frameBounds } from '@/lib/geo/bounds'
import { wrapLongitude } from '@/lib/geo/clamp'
import type { FieldValue } from '@/lib/schema/fields'
import type { Figure } from '@/lib/schema/figure'
import type { LngLat } from '@/lib/schema/geometry'
import type { LayerField } from '@/lib/schema/layer'
import type { Place } from '@/lib/schema/place'
import { timeProperties } from '@/lib/schema/plain-values'
import type { CaseLayer } from '@/lib/schema/records'
import type { DrawnFeature, DrawnProperties } from './drawn-feature'
import { figureSize, formatNumber } from './figure-words'
import type { LinkedLayer, LinkedPlace } from './linked-case'

/** A field of a place as it is shown: what it is called, how it is written, and what it holds. */
export interface ShownField extends LayerField {
  value: FieldValue
}

/** Properties with a meaning of their own that a layer may list among its fields too. */
const listable = ['code', 'kind', 'note', 'since', 'until', 'timeZone'] as const

function fieldValue(place: LinkedPlace, property: string): FieldValue | undefined {
  const { fields = {} } = place
  if (Object.hasOwn(fields, property)) return fields[property]
  const known = listable.find((each) => each === property)
  return known === undefined ? undefined : place[known]
}

/** Whether a place is a row with a date or fields of its own, rather than one of the lasting places of a map. */
export function isRow({ date, undated, fields, fromDate, until }: LinkedPlace): boolean {
  if (date !== undefined || undated === true) return true
  return fields !== undefined && fromDate === undefined && until === undefined
}

/** The properties that a row's date was taken from. */
function datedBy({ date }: LinkedPlace, time: LinkedLayer['time']): string[] {
  return date === undefined ? [] : timeProperties(time)
}

/**
 * The fields of a place that panel, list and export show: those that its layer lists, in the layer's order, as far as the
 * place has them; where the layer lists none, all that it has but for those that its date says already.
 */
export function shownFields(place: LinkedPlace, layer: Pick<LinkedLayer, 'fields' | 'time'> | undefined): ShownField[] {
  const { fields: listed, time } = layer ?? {}
  if (listed !== undefined)
    return listed.flatMap((field): ShownField[] => {
      const value = fieldValue(place, field.property)
      return value === undefined ? [] : [{ ...field, value }]
    })
  const dated = datedBy(place, time)
  return Object.entries(place.fields ?? {})
    .filter(([property]) => !dated.includes(property))
    .map(([property, value]) => ({ property, label: property, value }))
}

/** Whether a value is an address that a link may lead to: http or https, and nothing else that a browser would run. */
export function isWebLink(value: FieldValue): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)
}

type Field = string | number | boolean

/** What a field of a place says; `undefined` where it has none of that name. */
function fieldOf({ properties: { fields = {} } }: Place, name: string): Field | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** A field as a number; `undefined` where it is none: a word is never taken for a zero. */
function numberField(place: Place, name: string): number | undefined {
  const value = fieldOf(place, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Which category a place is in, and the number that fills it, as far as its layer asks for either. */
export function sortedBy(
  place: Place,
  { categories, ramp }: CaseLayer,
  figure: Figure | undefined,
): Pick<DrawnProperties, 'category' | 'value'> {
  const field = categories === undefined ? undefined : fieldOf(place, categories.property)
  // A table of rows has numbers and truths as text: 1 and "1" are one category.
  const index =
    categories?.values.findIndex(({ value }) => field !== undefined && String(value) === String(field)) ?? -1
  const ofFigure = figure === undefined ? undefined : figureSize(figure)
  const value =
    ramp === undefined ? undefined : ramp.property === undefined ? ofFigure : numberField(place, ramp.property)
  return { ...(index === -1 ? {} : { category: String(index) }), ...(value === undefined ? {} : { value }) }
}

/** The size that a field gives; none where it is no number, or one below zero, which no mark can have. */
export function sizeByField(
  place: Place,
  { property, unit }: { property: string; unit?: string | undefined },
): Pick<DrawnProperties, 'size' | 'caption'> {
  const size = numberField(place, property)
  if (size === undefined || size < 0) return {}
  return { size, caption: [formatNumber(size), ...(unit === undefined ? [] : [unit])].join(' ') }
}

/** Whether a layer sorts its places and some of them are in none of its categories, or have no number for its steps. */
export function isUnsorted(
  {
    mark,
    categories,
    ramp,
    units,
  }: Pick<CaseLayer, 'categories' | 'ramp'> & Partial<Pick<CaseLayer, 'mark' | 'units'>>,
  drawn: readonly DrawnFeature[],
): boolean {
  if (categories === undefined && ramp === undefined) return false
  const people = units?.population?.values
  if (people !== undefined && drawn.some(({ properties: { unit } }) => unit !== undefined && !(unit in people)))
    return true
  // It counts places.
  if ((mark === 'hexagon' || mark === 'choropleth') && ramp?.property === undefined) return false
  return drawn.some(
    ({ properties: { part, category, value } }) =>
      (part === 'area' || part === 'line' || part === 'point') && category === undefined && value === undefined,
  )
}

/** So coarsely that a few more points seldom change it, degrees. */
const MIDDLE_STEP = 5

/** About where the middle of a layer's points is, the antimeridian being no edge; on the equator where it has none. */
export function middleOf(drawn: readonly DrawnFeature[]): LngLat {
  const points = drawn.map(({ geometry }) => geometry).filter(({ type }) => type === 'Point')
  if (points.length === 0) return [0, 0]
  const [west, south, east, north] = frameBounds(points)
  const roundly = (degrees: number) => Math.round(degrees / MIDDLE_STEP) * MIDDLE_STEP
  return [wrapLongitude(roundly((west + east) / 2)), roundly((south + north) / 2)]
}

/** The largest number that sizes a mark of a layer, which the others are drawn beside. */
export function findLargest(drawn: readonly DrawnFeature[]): number | undefined {
  let largest: number | undefined
  for (const { properties } of drawn)
    if (properties.part !== 'ring' && properties.size !== undefined)
      largest = Math.max(largest ?? properties.size, properties.size)
  return largest
}
