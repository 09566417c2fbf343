import { edtfSchema } from './edtf-date'
import { type FieldValue, fieldOf } from './fields'
import type { LayerTime } from './layer'
import type { PlaceProperties } from './place'
import { DATE, timeProperties } from './plain-values'

type Dated = Pick<PlaceProperties, 'since' | 'until' | 'fields'>

/** A year may be written as a number; of fewer than four digits it would read as a decade or a century. */
function asText(value: FieldValue | undefined): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return value === undefined ? undefined : String(value).trim()
  return String(Math.abs(value))
    .padStart(4, '0')
    .replace(/^/, `${Math.abs(value) > 9999 ? 'Y' : ''}${value < 0 ? '-' : ''}`)
}

function textOf({ since, until, fields }: Dated, property: string): string | undefined {
  if (property === 'since') return since
  if (property === 'until') return until
  return asText(fieldOf(fields, property))
}

function writtenDate(place: Dated, time: LayerTime): string | undefined {
  if ('property' in time) return textOf(place, time.property)
  const [start, end] = [textOf(place, time.start), textOf(place, time.end)]
  if (start === undefined && end === undefined) return undefined
  return `${start ?? '..'}/${end ?? '..'}`
}

/**
 * When what a row tells of was, in EDTF, as the layer's `time` has it; undefined where nothing says. Without `time`, a
 * place has `since` and `until`, and only one that has neither is dated by its `date`, if that is a date.
 */
export function placeDate(place: Dated, time: LayerTime | undefined): string | undefined {
  if (time !== undefined) return writtenDate(place, time)
  if (place.since !== undefined || place.until !== undefined) return undefined
  const date = asText(fieldOf(place.fields, DATE))
  return date !== undefined && edtfSchema.safeParse(date).success ? date : undefined
}

/** Why what stands where a layer's `time` looks is no date, and what to write instead; null where it is one, or nothing. */
export function whyNoDate(place: Dated, time: LayerTime | undefined): { property: string; reason: string } | null {
  if (time === undefined) return null
  const properties = timeProperties(time)
  // Each by itself first: of two only one may be wrong.
  for (const property of properties) {
    const text = textOf(place, property)
    const issue = text === undefined ? undefined : edtfSchema.safeParse(text).error?.issues[0]
    if (issue !== undefined) return { property, reason: `“${text}” ${issue.message}` }
  }
  const whole = writtenDate(place, time)
  if (whole === undefined || edtfSchema.safeParse(whole).success) return null
  return { property: properties[0] ?? '', reason: `“${whole}” is no span of time: the end comes before the start` }
}
