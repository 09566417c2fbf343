import edtf from 'edtf'
import { z } from 'zod'
import { forms } from './forms'
import { remember } from './remember'

const MAX_LENGTH = 64

const edtfForm =
  'an EDTF date: as “2022”, “2022-09”, “2022-09-26”, “2022-09-26T02:03+02:00”, “2022-09-26~” (about) or “2022-09-21/2022-10-04”'

/** The parser takes some texts that are no dates, as 64 digits or a lone slash; those give no moments. */
const readsAsEdtf = remember((text) => {
  try {
    const { min, max } = edtf(text)
    const given = [min, max].filter((moment) => typeof moment === 'number')
    return given.length > 0 && given.every((moment) => !Number.isNaN(moment))
  } catch {
    return false
  }
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
  if (!isEdtf(text)) return true
  const { min, max } = edtf(text)
  return Number.isFinite(min) && Number.isFinite(max)
}

/** A date of which both the first and the last moment are known: no end of it is open. */
export const windowSchema = edtfSchema.refine(
  hasTwoEnds,
  'has an open end: give it a start and an end, as “2022-09-21/2022-10-04”',
)
