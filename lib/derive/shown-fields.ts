import type { FieldValue } from '@/lib/schema/fields'
import type { LayerField } from '@/lib/schema/layer'
import { timeProperties } from '@/lib/schema/time-properties'
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
