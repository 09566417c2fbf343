import { describe, expect, it } from 'vitest'
import { recordsIn, recordsOfFiles } from '@/lib/edit/file-records'

describe('the records of a file', () => {
  it.each([
    ['a list', [{ id: 'one' }, { id: 'two' }]],
    ['a list below its schema', { $schema: 'x', records: [{ id: 'one' }, { id: 'two' }] }],
    ['places', { type: 'FeatureCollection', features: [{ id: 'one' }, { id: 'two' }] }],
  ])('are those of %s', (_, content) => {
    expect(recordsIn('a.json', content).map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it('is the file itself where that is one record, without its schema; what has no id is none', () => {
    expect(recordsIn('case.json', { $schema: 'x', id: 'own', title: 'A' })).toEqual([
      { file: 'case.json', id: 'own', value: { id: 'own', title: 'A' } },
    ])
    expect(recordsIn('a.json', [{ title: 'A' }, 'b', null])).toEqual([])
  })
})

it('rows of a table have ids by their names, each its own in all layers', () => {
  const rows = (...names: string[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: names.map((name) => ({ type: 'Feature', properties: { name } })),
    })
  const records = recordsOfFiles(
    new Map([
      ['layers/a.geojson', rows('Kisumu', 'Kisumu', '')],
      ['layers/b.geojson', rows('Kisumu')],
    ]),
  )
  expect(records.map(({ id }) => id)).toEqual(['kisumu', 'kisumu-2', 'row', 'kisumu-3'])
  expect(records[0]?.value).toMatchObject({ id: 'kisumu', properties: { name: 'Kisumu' } })
})

it('ten thousand rows of one name have their ids at once', () => {
  const features = Array.from({ length: 10_000 }, () => ({ type: 'Feature', properties: { name: 'Incident' } }))
  const from = performance.now()
  const records = recordsOfFiles(new Map([['layers/a.geojson', JSON.stringify({ features })]]))
  expect(records.at(-1)?.id).toBe('incident-10000')
  expect(performance.now() - from).toBeLessThan(2000)
})
