import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { caseSchema } from '@/lib/schema/case'
import { correctionSchema } from '@/lib/schema/correction'
import { describeForm, describeIssues } from '@/lib/schema/describe-issues'
import { eventSchema } from '@/lib/schema/event'
import { actorSchema } from '@/lib/schema/identifier'
import { placeSchema } from '@/lib/schema/place'
import { sceneSchema } from '@/lib/schema/scene'
import { sourceSchema } from '@/lib/schema/source'

/** What an editor is told of a value. */
function tell(schema: z.ZodType, value: unknown): string {
  const { error } = schema.safeParse(value, { error: describeForm })
  return error === undefined ? 'nothing is wrong' : describeIssues(error.issues, value)
}

const actor = { id: 'ferryman', kind: 'person', name: 'The ferryman', role: 'Ferryman', side: 'north' }
const source = { id: 'report', title: 'The ferry sails', publisher: 'The Post' }
const place = {
  type: 'Feature',
  id: 'harbour',
  geometry: { type: 'Point', coordinates: [10, 55] },
  properties: { name: 'Harbour', kind: 'Harbour', accuracyKm: null, basis: 'the map', sources: ['report'] },
}
const event = {
  id: 'sailing',
  title: 'The ferry sails',
  about: [],
  by: [],
  reportedBy: [],
  passage: { source: 'report', exact: 'sailed' },
  records: [],
}
const scene = {
  id: 'start',
  title: 'Start',
  words: 'It begins.',
  camera: { center: [10, 55], zoom: 5 },
  layers: [],
  dwellSeconds: 8,
}

describe('what is missing', () => {
  it('is told all at once, each with what belongs there', () => {
    expect(tell(actorSchema, { id: 'ferryman' })).toBe(
      'missing: kind (“person” or “body”); name, role (a text, as “Harbour office”); side (an id of lower-case letters, digits and hyphens, as “north-harbour”)',
    )
  })

  it('comes before what else is wrong, however much that is', () => {
    const told = tell(actorSchema, { id: 'A', kind: 'human', name: '', note: '', colour: 1, side: 'x' })
    expect(told).toMatch(/^missing: role \(.*; id: must be .*; and 2 more$/)
  })

  it('is told at any depth', () => {
    expect(tell(placeSchema, { ...place, properties: {} })).toContain(
      'missing: properties.name, properties.kind (a text, as “Harbour office”); properties.accuracyKm (a number of km, as 0.5, or null where it is not known); properties.sources (a list',
    )
  })

  it('is not what is there and null', () => {
    expect(tell(actorSchema, { ...actor, role: null })).toBe('role: must be a text, as “Harbour office”; found null')
  })
})

describe('what is missing in a long list', () => {
  it('is told of with how much more there is', () => {
    expect(tell(caseSchema, { sides: Array.from({ length: 500 }, () => ({ id: 'a' })) })).toContain(
      'sides.17.name and 482 more (a text',
    )
  })
})

describe('what is wrong', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    [
      'a word of an enumeration',
      actorSchema,
      { ...actor, kind: 'persn' },
      'kind: must be “person” or “body”; found “persn”; did you mean “person”?',
    ],
    ['a word near none', actorSchema, { ...actor, kind: 'ship' }, 'kind: must be “person” or “body”; found “ship”'],
    ['a key', sourceSchema, { ...source, adress: 'x' }, 'unknown key “adress”; did you mean “address”?'],
    [
      'a key near none',
      actorSchema,
      { ...actor, colour: 'red' },
      'unknown key “colour”; known here: id, kind, name, role, side, note',
    ],
    ['two keys', actorSchema, { ...actor, nam: '', colour: 1 }, 'unknown keys “nam”; did you mean “name”?, “colour”'],
    [
      'a key of a table',
      sourceSchema,
      { ...source, missing: { adress: 'x' } },
      'missing: unknown key “adress”; did you mean “address”?',
    ],
    [
      'an id',
      actorSchema,
      { ...actor, id: 'The Ferryman' },
      'id: must be an id of lower-case letters, digits and hyphens, as “north-harbour”; found “The Ferryman”',
    ],
    [
      'an address',
      sourceSchema,
      { ...source, address: 'example.org' },
      'address: must be an address that begins with http:// or https://, as “https://example.org/report”; found “example.org”',
    ],
    ['a date', sourceSchema, { ...source, published: '3 March 2030' }, 'found “3 March 2030”'],
    ['a day', correctionSchema, { date: '3 March' }, 'date: must be a day, as “2022-09-26”; found “3 March”'],
    ['a hash', sourceSchema, { ...source, sha256: 'abc' }, '“npm run case -- locate” fills it in; found “abc”'],
    ['an empty text', actorSchema, { ...actor, note: '' }, 'note: must have at least 1 character; found “”'],
    [
      'a number that is text',
      sceneSchema,
      { ...scene, dwellSeconds: '8' },
      'dwellSeconds: must be a number, as 12.5; found “8”',
    ],
    ['a number too low', sceneSchema, { ...scene, dwellSeconds: 1 }, 'dwellSeconds: must be at least 3; found 1'],
    [
      'a number that is not whole',
      caseSchema,
      { withoutRecord: [{ paragraph: 1.5, why: 'x' }] },
      'withoutRecord.0.paragraph: must be a whole number, as 3; found 1.5',
    ],
    [
      'a list that is none',
      sceneSchema,
      { ...scene, layers: 'ferries' },
      'layers: must be a list, as [ ]; found “ferries”',
    ],
    [
      'a true that is a text',
      caseSchema,
      { claims: [{ precedent: 'no' }] },
      'claims.0.precedent: must be true or false; found “no”',
    ],
    [
      'a latitude beyond 90',
      placeSchema,
      { ...place, geometry: { type: 'Point', coordinates: [55, 133] } },
      'as [32.6, 46.6], so the two may be swapped; found 133',
    ],
    [
      'a fourth number',
      placeSchema,
      { ...place, geometry: { type: 'Point', coordinates: [55, 13, 2, 1] } },
      'has more than three numbers',
    ],
    [
      'a geometry',
      placeSchema,
      { ...place, geometry: { type: 'Circle' } },
      'geometry.type: must be one of “Point”, “LineString”, “MultiLineString”, “Polygon”, “MultiPolygon”, “MultiPoint”, “GeometryCollection”; found “Circle”',
    ],
    ['a record', actorSchema, 'ferryman', 'must be an object, as { id, kind, name … }; found “ferryman”'],
    [
      'an event that is once and a day',
      eventSchema,
      { ...event, date: '2030-03-03', once: true },
      'once: is allowed only where the date is an interval, as “2022-09-21/2022-10-04”; found true',
    ],
  ])('%s is told with what was found and what is right', (_, schema, value, words) => {
    expect(tell(schema, value)).toContain(words)
  })

  it('is told with no more of a long value than finds it again', () => {
    expect(tell(actorSchema, { ...actor, id: 'A'.repeat(5000) })).toContain(`found “${'A'.repeat(60)}…”`)
  })
})
