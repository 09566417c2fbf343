import { expect, it } from 'vitest'
import { noFilter } from '@/lib/derive/record-filter'
import { readFilter, writeFilter } from '@/lib/url/filter-codec'

const read = (query: string) => readFilter(new URLSearchParams(query))

it('an address that asks for nothing is a filter that shows everything', () => {
  expect(read('')).toEqual(noFilter)
  expect(writeFilter(noFilter)).toEqual([])
})

it.each([
  ['kind=figure,place', { kinds: ['place', 'figure'] }],
  ['by=anna,ben', { speakers: ['anna', 'ben'] }],
  ['by=constructor', { speakers: ['constructor'] }],
  ['side=north', { sides: ['north'] }],
  ['status=measured,official', { statuses: ['official', 'measured'] }],
  ['wording=not-found,differs', { wordings: ['differs', 'not-found'] }],
  ['at=UA-65', { places: ['UA-65'] }],
  ['in=view', { within: 'view' }],
  ['in=area', { within: 'area' }],
  ['in=unit:UA-65', { within: 'unit:UA-65' }],
  ['in=unit:x-abyei', { within: 'unit:x-abyei' }],
])('%s is read', (query, filter) => {
  expect(read(query)).toEqual({ ...noFilter, ...filter })
})

it.each([
  'kind=ship',
  'status=sure',
  'wording=same',
  'by=<script>',
  'by=-a',
  'by=a%20b',
  'by=',
  'in=all',
  'in=',
  'in=unit',
  'in=unit:',
  'in=unit:<b>',
  'in=unit:UA:65',
  `at=${'a'.repeat(65)}`,
])('%s asks for nothing', (query) => {
  expect(read(query)).toEqual(noFilter)
})

it('a link from before the two ways of not being compared finds both', () => {
  expect(read('wording=not-corroborated').wordings).toEqual(['not-found', 'not-compared'])
})

it('an id is asked for once, however often it is named', () => {
  expect(read('by=a,b,a').speakers).toEqual(['a', 'b'])
})

it('an id may have 64 characters', () => {
  expect(read(`at=${'a'.repeat(64)}`).places).toEqual(['a'.repeat(64)])
})

it('is written in one order, lists before the view', () => {
  expect(writeFilter({ ...noFilter, within: 'view', places: ['p'], speakers: ['a', 'b'], kinds: ['event'] })).toEqual([
    ['kind', 'event'],
    ['by', 'a,b'],
    ['at', 'p'],
    ['in', 'view'],
  ])
})
