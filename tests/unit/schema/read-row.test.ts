import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeKeys } from '@/lib/schema/place'
import { forAll, readRows, row } from '../row-kit'

const reasons = (features: readonly unknown[], design?: Record<string, unknown>) =>
  readRows(features, design).setAside.map(({ pointer, reason }) => [pointer, reason])

describe('a plain row', () => {
  it('is a place, with what its layer says for all', () => {
    const { places, setAside } = readRows([
      row({
        name: 'Shelling',
        date: '2030-03-01',
        category: 'Artillery',
        count: 3,
        open: true,
        reporter: 'R. Invented',
      }),
    ])
    expect(setAside).toEqual([])
    expect(places[0]?.properties).toEqual({
      name: 'Shelling',
      ...forAll,
      fields: { date: '2030-03-01', category: 'Artillery', count: 3, open: true, reporter: 'R. Invented' },
    })
  })

  it('says otherwise than its layer', () => {
    const own = { name: 'Fire', kind: 'Invented fire', basis: 'Seen', accuracyKm: null, sources: ['report'] }
    expect(readRows([row(own)]).places[0]?.properties).toEqual(own)
  })

  it('is called after its layer, and of unknown accuracy, where nothing says', () => {
    const { places } = readRows([row({ name: 'Fire' })], { all: { basis: 'Seen', sources: ['report'] } })
    expect(places[0]?.properties).toMatchObject({ kind: 'Incidents', accuracyKm: null })
  })

  it('names its source by id; another text is a field', () => {
    const { places, setAside } = readRows([
      row({ name: 'a', source: 'report' }),
      row({ name: 'b', source: 'The Invented Times' }),
      row({ name: 'c', source: 'https://example.org/c' }),
      row({ name: 'd', source: 'nowhere' }),
    ])
    expect(places.map(({ properties: { sources, fields } }) => [sources, fields])).toEqual([
      [['report'], undefined],
      [['bulletin'], { source: 'The Invented Times' }],
      [['bulletin'], { source: 'https://example.org/c' }],
    ])
    expect(setAside).toMatchObject([{ rule: 'reference', reason: expect.stringContaining('source “nowhere”') }])
  })

  it('drops cells without a value, and the box that its tool wrote', () => {
    const { places, setAside } = readRows([
      row({ name: 'a', note: null, since: null, size: null, text: ' ' }, { bbox: [1, 2, 3, 4] }),
    ])
    expect(setAside).toEqual([])
    expect(places[0]?.properties).toEqual({ name: 'a', ...forAll })
  })

  it('is set aside without a source or a basis, with what to do', () => {
    expect(reasons([row({ name: 'a' })], { all: { basis: 'Seen' } })).toEqual([
      ['/features/0/properties', expect.stringMatching(/missing: properties.sources .*“all”/)],
    ])
    expect(reasons([row({ name: 'a' })], { all: { sources: ['report'] } })).toEqual([
      ['/features/0/properties', expect.stringMatching(/basis: is missing: how is the position known\? .*“all”/)],
    ])
  })

  it('needs no basis where it has no place', () => {
    const { places, setAside } = readRows([row({ name: 'a' }, { geometry: null })], { all: { sources: ['report'] } })
    expect(setAside).toEqual([])
    expect(places).toMatchObject([{ geometry: null, properties: { name: 'a' } }])
  })
})

it('takes fields that stand together already, as they are when a case is written back', () => {
  const first = readRows([row({ name: 'a', category: 'Fire', count: 3 }, { id: 'a' })])
  const again = readRows(first.places)
  expect(again).toMatchObject({ setAside: [], places: first.places })
})

describe('what is no field', () => {
  it('is left out and told, once for all rows alike; the rows stand', () => {
    const tags = { surface: 'asphalt' }
    const { places, setAside } = readRows([
      row({ name: 'a', tags }),
      row({ name: 'b', tags }),
      row({ name: 'c', list: [1] }),
    ])
    expect(places.map(({ properties }) => properties.name)).toEqual(['a', 'b', 'c'])
    expect(setAside.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      [
        '/features/0/properties/tags',
        expect.stringMatching(/is an object: write .* so in 1 more.* The rest of the row stands/),
      ],
      ['/features/2/properties/list', expect.stringContaining('is a list')],
    ])
  })

  it('is a text of more than 1,000 characters, or the 61st field', () => {
    const many = Object.fromEntries(Array.from({ length: 62 }, (_, index) => [`column ${index}`, index]))
    const { places, setAside } = readRows([row({ name: 'a', story: 'x'.repeat(1001) }), row({ name: 'b', ...many })])
    expect(Object.keys(places[1]?.properties.fields ?? {})).toHaveLength(60)
    expect(setAside.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      ['/features/0/properties/story', expect.stringContaining('has 1001 characters')],
      ['/features/1/properties/column 60', expect.stringContaining('60 fields')],
      ['/features/1/properties/column 61', expect.stringContaining('60 fields')],
    ])
  })
})

describe('a misspelt key', () => {
  it.each([
    ['accuracykm', 'accuracyKm'],
    ['accuracy_km', 'accuracyKm'],
    ['sizedby', 'sizedBy'],
    ['sizeBy', 'sizedBy'],
    ['sorces', 'sources'],
    ['untill', 'until'],
    ['sicne', 'since'],
    ['NAME', 'name'],
  ])('%s is told as %s', (key, meant) => {
    expect(reasons([row({ name: 'a', [key]: 'x' })])).toEqual([
      [`/features/0/properties/${key}`, expect.stringContaining(`did you mean ${meant}?`)],
    ])
  })

  it.each(['date', 'category', 'count', 'source', 'node', 'mode', 'vote', 'killed', 'toString', 'type'])(
    '%s is a field',
    (key) => {
      expect(readRows([row({ name: 'a', [key]: 'A value' })]).places[0]?.properties.fields).toEqual({
        [key]: 'A value',
      })
    },
  )

  it('is a field where the layer lists it', () => {
    const { places, setAside } = readRows([row({ name: 'a', claims: 4 })], {
      all: forAll,
      fields: [{ property: 'claims', label: 'Claims' }],
    })
    expect(setAside).toEqual([])
    expect(places[0]?.properties.fields).toEqual({ claims: 4 })
  })
})

describe('the id of a row', () => {
  const rows = [row({ name: 'a', date: '2030-03-01' }), row({ name: 'b' }), row({ name: 'c' }, { geometry: null })]
  const ids = (features: readonly unknown[]) =>
    new Map(readRows(features).places.map(({ id, properties: { name } }) => [name, id]))

  it('is made, and the same in whatever order the rows stand', () => {
    const [there, back] = [ids(rows), ids(rows.toReversed())]
    expect(new Set(there.values()).size).toBe(3)
    for (const [name, id] of there) expect([name, back.get(name)]).toEqual([name, id])
    expect(there.get('a')).toMatch(/^incidents-[0-9a-f]{12}$/)
  })

  it('outlives a change of its other fields', () => {
    expect(ids([row({ name: 'a', date: '2030-03-01', count: 7 })]).get('a')).toBe(ids(rows).get('a'))
  })

  it('has a number where two rows are alike; two ids that were given are still a mistake', () => {
    const { places, setAside } = readRows([
      rows[1],
      rows[1],
      rows[1],
      row({ name: 'd' }, { id: 'own' }),
      row({ name: 'e' }, { id: 'own' }),
    ])
    const [first] = places
    expect(places.map(({ id }) => id)).toEqual([first?.id, `${first?.id}-2`, `${first?.id}-3`, 'own'])
    expect(setAside).toMatchObject([{ rule: 'duplicate-id', id: 'own' }])
  })

  it('is the layer’s and the number, where a table numbers its rows', () => {
    expect(readRows([row({ name: 'a' }, { id: 7 }), row({ name: 'b' }, { id: 7 })]).places.map(({ id }) => id)).toEqual(
      ['incidents-7', 'incidents-7-2'],
    )
  })
})

describe('the date of a row', () => {
  const time = { property: 'when' }
  it('is set aside where it is none, with how to write it', () => {
    expect(reasons([row({ name: 'a', when: '26/09/2022' })], { all: forAll, time })).toEqual([
      ['/features/0/properties/when', expect.stringMatching(/“26\/09\/2022” must be an EDTF date: as “2022”/)],
    ])
  })

  it('may be a year written as a number, or missing', () => {
    expect(readRows([row({ name: 'a', when: 2030 }), row({ name: 'b' })], { all: forAll, time }).setAside).toEqual([])
  })

  it('is set aside where its end comes before its start', () => {
    const between = { start: 'from', end: 'to' }
    expect(reasons([row({ name: 'a', from: '2030', to: '2029' })], { all: forAll, time: between })).toEqual([
      ['/features/0/properties/from', expect.stringContaining('end comes before the start')],
    ])
  })
})

describe('layers.json', () => {
  it.each([
    [
      {
        fields: [
          { property: 'a', label: 'A' },
          { property: 'a', label: 'B' },
        ],
      },
      'lists “a” twice',
    ],
    [{ fields: Array.from({ length: 31 }, (_, index) => ({ property: `p${index}`, label: 'P' })) }, 'fields'],
    [{ fields: [{ property: 'a', label: 'A', format: 'money' }] }, 'fields.0.format'],
    [{ time: { start: 'a' } }, 'time'],
    [{ shown: true }, 'shown'],
    [{ all: { basis: '' } }, 'all.basis'],
  ])('is told what is wrong with %j', (design, words) => {
    const entry = readRows([], design).setAside.find(({ file }) => file === 'layers.json')
    expect(entry?.reason).toContain(words)
  })
})

describe('any fields', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((key) => !/^(__proto__|constructor|prototype)$/.test(key))
  const value = fc.oneof(
    fc.string({ maxLength: 1000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )

  it('never throw, and are fields, or are told', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 20 }), (given) => {
        const { places, setAside } = readRows([row({ ...given, name: 'a' })])
        const told = setAside.length > 0
        const fields = places[0]?.properties.fields ?? {}
        for (const [key, held] of Object.entries(given)) {
          const isEmpty = held === null || String(held).trim() === ''
          if (!told && !isEmpty && !placeKeys.includes(key) && key !== 'source')
            expect(Object.entries(fields)).toContainEqual([key, Object.is(held, -0) ? 0 : held])
        }
      }),
    )
  })
})
