import { describe, expect, it } from 'vitest'
import { numberMadeIds } from '@/lib/schema/read-places'
import { type RowRules, readRow } from '@/lib/schema/read-row'
import { forAll, readRows, row } from '../row-kit'

const rules: RowRules = { id: 'incidents', name: 'Incidents' }

/** The id of a row of these properties. */
function idOf(properties: object, more: object = {}, own: Partial<RowRules> = {}): unknown {
  const { value } = readRow(row(properties, { ...more }), { ...rules, ...own })
  return Object(value).id
}

describe('the id that is made for a row', () => {
  const first = { name: 'Fire', date: '2030-03-01', since: '2030', count: 3 }

  it.each([
    ['its name', { ...first, name: 'Flood' }],
    ['its date', { ...first, date: '2030-03-02' }],
    ['when it began', { ...first, since: '2029' }],
    ['when it ended', { ...first, until: '2031' }],
  ])('is another with %s', (_, other) => {
    expect(idOf(other)).not.toBe(idOf(first))
  })

  it('is another with its place, and the same whatever else it has', () => {
    expect(idOf(first, { geometry: null })).not.toBe(idOf(first))
    expect(idOf({ ...first, count: 4 })).toBe(idOf(first))
    expect(idOf(first, { id: null })).toBe(idOf(first))
  })

  it('follows the property that its layer has for when it was', () => {
    const time = { property: 'when' }
    expect(idOf({ name: 'Fire', when: '2030' }, {}, { time })).not.toBe(
      idOf({ name: 'Fire', when: '2031' }, {}, { time }),
    )
    expect(idOf({ name: 'Fire', when: '2030' })).toBe(idOf({ name: 'Fire', when: '2031' }))
  })

  it('begins with its layer’s, as far as there is room', () => {
    const id = 'x'.repeat(60)
    expect(idOf(first, {}, { id })).toMatch(/^x{40}-[0-9a-f]{12}$/)
    expect(idOf(first, { id: 7 }, { id })).toBe(`${'x'.repeat(40)}-7`)
  })

  it.each([0, 7])('is its layer’s with its number %d', (id) => {
    expect(idOf(first, { id })).toBe(`incidents-${id}`)
  })

  it.each([-1, 1.5, '7', 'fire', true])('is its own where that is %j, for the schema to tell', (id) => {
    expect(idOf(first, { id })).toBe(id)
  })
})

describe('a row', () => {
  it.each([5, null, { type: 'Feature' }, { type: 'Feature', properties: null }])(
    'is left as it is where it is %j',
    (value) => {
      expect(readRow(value, rules)).toEqual({ value, isMade: false, leftOut: [], misspelt: null })
    },
  )

  it('has no source of its layer’s where it names its own', () => {
    const read = (properties: object) => Object(readRow(row(properties), rules).value).properties
    expect(read({ name: 'a', source: 'report' })).toMatchObject({ sources: ['report'] })
    expect(read({ name: 'a', source: 'bulletin', sources: ['report'] })).toMatchObject({
      sources: ['report'],
      fields: { source: 'bulletin' },
    })
    expect(read({ name: 'a', source: 5 })).toEqual({
      name: 'a',
      kind: 'Incidents',
      accuracyKm: null,
      fields: { source: 5 },
    })
  })

  it('may have a key like a place’s where the layer says when by it', () => {
    const properties = { name: 'a', sinces: '2030' }
    expect(readRow(row(properties), rules).misspelt).toMatchObject({ property: 'sinces' })
    expect(readRow(row(properties), { ...rules, time: { property: 'sinces' } }).misspelt).toBeNull()
  })
})

it('what is left out of rows is told with how many others, where there are any', () => {
  const long = (length: number) => row({ name: `a${length}`, story: 'x'.repeat(length) })
  const reasons = (...rows: object[]) =>
    readRows(rows, { all: forAll }).setAside.map(({ rule, reason }) => [rule, reason])
  expect(reasons(long(1001))).toEqual([['shape', expect.not.stringContaining('more')]])
  expect(reasons(long(1001), long(20_000), row({ name: 'b', story: [1] }))).toEqual([
    ['shape', expect.stringContaining('; so in 1 more. The rest of the row stands')],
    ['shape', expect.stringContaining('properties.story: is a list')],
  ])
})

it('a made id steps aside for one that a feature gives itself, in another layer too', () => {
  const entry = (id: string) =>
    ({ record: { id }, spot: { id } }) as unknown as Parameters<typeof numberMadeIds>[0][number]['entries'][number]
  const [given, made, again] = [entry('a-1'), entry('a-1'), entry('a-1')]
  const numbered = numberMadeIds([
    { entries: [made, again], made: new Set([made, again]) },
    { entries: [given], made: new Set() },
  ])
  expect(numbered.map((entries) => entries.map(({ record }) => record.id))).toEqual([['a-1-2', 'a-1-3'], ['a-1']])
  expect(numbered[0]?.[0]?.position.id).toBe('a-1-2')
})
