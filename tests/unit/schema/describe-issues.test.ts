import { describe, expect, it } from 'vitest'
import { z } from 'zod'
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
    expect(
      tell(
        z.array(z.object({ a: z.string() })),
        Array.from({ length: 20 }, () => ({})),
      ),
    ).toMatch(/^missing: 0\.a, .*, 19\.a \(a text, as “…”\)$/)
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

  it.each<[string, unknown, string]>([
    ['a short list', ['a', 1, null], 'found ["a",1,null]'],
    ['a short object', { a: 1 }, 'found {"a":1}'],
    ['a list of eight', [1, 2, 3, 4, 5, 6, 7, 8], 'found [1,2,3,4,5,6,7,8]'],
    ['a list of nine', [1, 2, 3, 4, 5, 6, 7, 8, 9], 'found a list of 9'],
    ['a list of lists', [[1], 'a'], 'found a list of 2'],
    ['an object of objects', { a: {} }, 'found an object'],
    ['a list of sixty characters', ['a'.repeat(56)], `found ["${'a'.repeat(56)}"]`],
    ['a longer list', ['a'.repeat(57)], 'found a list of 1'],
  ])('is told with %s whole only where it is short', (_, role, words) => {
    expect(tell(actorSchema, { ...actor, role })).toBe(`role: must be a text, as “Harbour office”; ${words}`)
  })

  const checked = z.object({ list: z.array(z.number()).refine(() => false, 'is wrong') })
  const either = z.object({
    it: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a') }),
      z.object({ kind: z.enum(['b', 'c']), more: z.string() }),
    ]),
  })

  it.each<[string, z.ZodType, unknown, string]>([
    ['of what a schema itself checks', checked, { list: [1] }, 'list: is wrong; found [1]'],
    [
      'but for what is long and a schema itself checks',
      checked,
      { list: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      'list: is wrong',
    ],
    ['of what is of several kinds', either, { it: { kind: 'x' } }, 'it.kind: must be one of “a”, “b”, “c”; found “x”'],
    [
      'of what a key is near',
      sourceSchema,
      { ...source, adress: 'x' },
      'unknown key “adress”; did you mean “address”?',
    ],
    ['of what is none at all', actorSchema, 'ferryman', 'must be an object, as { id, kind, name … }; found “ferryman”'],
    ['of what is not there at all', actorSchema, undefined, 'must be an object, as { id, kind, name … }'],
    [
      'of a text that is too short',
      placeSchema,
      { ...place, properties: { ...place.properties, localName: { text: 'Havn', language: 'x' } } },
      'properties.localName.language: must have at least 2 characters; found “x”',
    ],
    [
      'of a text that is too long',
      placeSchema,
      { ...place, properties: { ...place.properties, code: 'abcdefghijklm' } },
      'properties.code: must have at most 12 characters; found “abcdefghijklm”',
    ],
    [
      'of a list that is too long',
      placeSchema,
      { ...place, properties: { ...place.properties, sizedBy: ['a', 'b', 'c', 'd', 'e'] } },
      'properties.sizedBy: must have at most 4 entries; found ["a","b","c","d","e"]',
    ],
    [
      'of a number that is too high',
      sceneSchema,
      { ...scene, dwellSeconds: 601 },
      'dwellSeconds: must be at most 600; found 601',
    ],
    [
      'of a list that is too short for what it is',
      placeSchema,
      { ...place, properties: { ...place.properties, frame: [1, 2] } },
      'properties.frame: must be a list of 4, as [1, 2]; found [1,2]',
    ],
  ])('is told %s, and no more', (_, schema, value, words) => {
    expect(tell(schema, value)).toBe(words)
  })

  it('is told with no more of a long value than finds it again', () => {
    expect(tell(actorSchema, { ...actor, id: 'A'.repeat(5000) })).toContain(`found “${'A'.repeat(60)}…”`)
  })
})
