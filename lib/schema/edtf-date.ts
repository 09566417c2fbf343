import edtf from 'edtf'
import { z } from 'zod'
import { forms } from './forms'
import { isOpenEnd, pointExtent } from './plain-dates'
import { remember } from './remember'

const MAX_LENGTH = 64

const edtfForm =
  'an EDTF date: as “2022”, “2022-09”, “2022-09-26”, “2022-09-26T02:03+02:00”, “2022-09-26~” (about), “2022-09-21/2022-10-04” or “-0043” (44 BCE)'

function parses(text: string): boolean {
  try {
    return edtf(text) !== undefined
  } catch {
    return false
  }
}

/**
 * The parser knows the format, and the calendar is ours: it takes 30 February for a day of March, and eight digits for
 * milliseconds. A long year is no end of an interval to it, so each end is read by itself.
 */
const readsAsEdtf = remember((text) => {
  // Of sets, lists and seasons their own rule says what is wrong.
  if (!hasOnePlaceInTime(text)) return parses(text)
  const [from = '', to, ...rest] = text.split('/')
  const points = [from, ...(to === undefined ? [] : [to])].filter((end) => to === undefined || !isOpenEnd(end))
  if (rest.length > 0 || points.length === 0 || !points.every(parses)) return false
  const extents = points.map(pointExtent)
  const starts = extents.flatMap((extent) => (extent === null ? [] : [extent.start]))
  return starts.length === points.length && (starts[0] ?? 0) <= (starts.at(-1) ?? 0)
})

/**
 * No text is taken unjudged: a schema counts characters and `length` halves of them, so what is too long for one may do
 * for the other. The parser, whose time grows with the text, need not see it for that.
 */
function isEdtf(text: string): boolean {
  return text.length <= MAX_LENGTH && readsAsEdtf(text)
}

/** Sets, lists and seasons hold several times, or none that everyone agrees on. */
function hasOnePlaceInTime(text: string): boolean {
  const season = /^-?\d{4}[~?%]?-[~?%]?(2[1-9]|3\d|4[01])/
  return !/[[\]{}]/.test(text) && !text.split('/').some((part) => season.test(part))
}

/** A clock's time means nothing without the zone of that clock: it would be another on each machine. */
function hasZone(text: string): boolean {
  return text.split('/').every((part) => !part.includes('T') || /(Z|[+-]\d{2}:\d{2})$/.test(part))
}

/**
 * A date as precise as it is known, in the Extended Date/Time Format (Library of Congress, levels 0 to 2
 * without sets, lists and seasons): `2014`, `2022-09`, `2022-09-26T02:03+02:00`, `2022-09-26~`, `2022-09-21/2022-10-04`.
 * Years may be before the common era, of open digits or long: `-0043`, `18XX`, `Y-50000`. Of an interval an end is known.
 */
export const edtfSchema = z
  .string()
  .max(MAX_LENGTH, { abort: true })
  .refine(isEdtf, `must be ${edtfForm}`)
  .refine(
    hasOnePlaceInTime,
    'is a set, a list or a season: write a start and an end instead, as “2022-09-01/2022-11-30”',
  )
  .refine(hasZone, 'has a time without its zone: add Z, or the offset as +02:00')
  .register(forms, { form: edtfForm })

function hasTwoEnds(text: string): boolean {
  return !isEdtf(text) || !text.includes('/') || !text.split('/').some(isOpenEnd)
}

/** A date of which both the first and the last moment are known: no end of it is open. */
export const windowSchema = edtfSchema.refine(
  hasTwoEnds,
  'has an open end: give it a start and an end, as “2022-09-21/2022-10-04”',
)
