import { expect, it } from 'vitest'
import { fitTable } from '@/lib/edit/fit-table'

const record = (file: string, id: string, value: Readonly<Record<string, unknown>> = {}) => ({
  file,
  id,
  value: { id, ...value },
})
const place = (layer: string, id: string, sources: readonly string[] = []) =>
  record(`layers/${layer}.geojson`, id, { properties: { name: id, sources } })

const made = [
  record('case.json', 'harm', { source: 'harm-csv' }),
  record('layers.json', 'harm', { all: { sources: ['harm-csv'] } }),
  record('sources.json', 'harm-csv', { title: 'harm.csv' }),
  place('harm', 'kisumu', ['harm-csv']),
]

it('a table becomes a layer with ids that nothing of the case has, and names its own source', () => {
  const existing = [
    record('layers.json', 'harm'),
    record('sources.json', 'harm-csv', { title: 'Another' }),
    place('other', 'kisumu'),
  ]
  expect(fitTable(made, existing)).toEqual([
    record('layers.json', 'harm-2', { all: { sources: ['harm-csv-2'] } }),
    record('sources.json', 'harm-csv-2', { title: 'harm.csv' }),
    {
      ...place('harm-2', 'kisumu-2', ['harm-csv-2']),
      value: { id: 'kisumu-2', properties: { name: 'kisumu', sources: ['harm-csv-2'] } },
    },
  ])
})

it('names the source that is there of the same file', () => {
  const fitted = fitTable(made, [record('sources.json', 'the-file', { title: 'harm.csv' })])
  expect(fitted.map(({ file }) => file)).toEqual(['layers.json', 'layers/harm.geojson'])
  expect(fitted[1]?.value.properties).toMatchObject({ sources: ['the-file'] })
})

it('names no source that was retrieved on another day', () => {
  const source = (id: string, retrieved: string) => record('sources.json', id, { title: 'harm.csv', retrieved })
  const fitted = fitTable([source('harm-csv', '2024-05-02')], [source('the-file', '2024-03-01')])
  expect(fitted.map(({ id }) => id)).toEqual(['harm-csv'])
  expect(fitTable([source('harm-csv', '2024-03-01')], [source('the-file', '2024-03-01')])).toEqual([])
})
