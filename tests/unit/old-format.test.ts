import { beforeEach, describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import type { CaseRecords, SetAside } from '@/lib/schema/records'
import { upgradeEvent, upgradeFigure, upgradeHead, upgradePlace } from '@/lib/schema/upgrade'
import { oldFiles, part } from './read-fixture'

let records: CaseRecords
let setAside: SetAside[]
// Read for each test: what is read while the file loads is no test's own.
beforeEach(() => {
  const parsed = part(oldFiles())
  if (parsed.records === null) throw new Error('the case of the older form is lost')
  records = parsed.records
  setAside = parsed.setAside
})
const figure = (id: string) => records.figures.find((each) => each.id === id)

describe('a case of the older form', () => {
  it('loads whole, with nothing set aside', () => {
    expect(setAside).toEqual([])
    const { sources, actors, quotations, statements, figures, events, scenes, corrections } = records
    const lists = [sources, actors, quotations, statements, figures, events, scenes, corrections]
    expect(lists.map(({ length }) => length)).toEqual([2, 5, 5, 0, 7, 2, 2, 0])
  })

  it('keeps the maker of each figure, and who passed it on', () => {
    expect(records.figures.map(({ id, by, via }) => [id, by, via])).toEqual([
      ['crossed-office', 'office', undefined],
      ['crossed-union', 'union', ['office']],
      ['crossed-difference', 'caseboard', undefined],
      ['queue-12', 'office', undefined],
      ['zone-5', 'office', undefined],
      ['boil-1', 'office', undefined],
      ['shock-2', 'office', undefined],
    ])
  })

  it('leaves out a date that was borrowed from the document or from the case, and keeps a figure’s own', () => {
    expect(figure('zone-5')).not.toHaveProperty('asOf')
    expect(figure('boil-1')).not.toHaveProperty('asOf')
    expect(figure('shock-2')?.asOf).toBe('2030-03-10')
    for (const each of records.figures) expect(each).not.toHaveProperty('asOfBasis')
  })

  it('says of no actor of an event that they did it or that they report it', () => {
    expect(records.events.map(({ by, reportedBy, named }) => ({ by, reportedBy, named }))).toEqual([
      { by: [], reportedBy: [], named: ['governor'] },
      { by: [], reportedBy: [], named: [] },
    ])
  })

  it('takes its one date for the report’s and for the case’s', () => {
    expect(records.head).toMatchObject({ reported: '2030-03-12', updated: '2030-03-12' })
    expect(records.head).not.toHaveProperty('asOf')
  })

  it('knows by the figures’ units what its questions measure', () => {
    const { questions } = linkCase(records, [], [], { case: 'v', layers: new Map() })
    expect(questions.map(({ id, measures }) => [id, measures])).toEqual([
      ['crossed', 'count'],
      ['queue', 'length'],
      ['zone', 'length'],
      ['shock', 'magnitude'],
    ])
  })

  it('has its layers, drawn as their places let them be', () => {
    const looks = Object.fromEntries(records.layers.map(({ id, mark, pattern, size }) => [id, pattern ?? size ?? mark]))
    expect(looks).toEqual({
      'annexed-oblasts': 'hatch-45',
      'border-crossings': 'symbol',
      'border-queue': 'length',
      departures: 'flow',
      'named-places': 'area',
      'nord-stream-leaks': 'rings',
      'nord-stream-pipelines': 'dashed',
      reactions: 'symbol',
      'seismic-events': 'rings',
    })
    expect(records.scenes[0]?.layers).toEqual(['annexed-oblasts', 'departures'])
    const sized = records.layers.flatMap(({ places }) => places.flatMap(({ properties }) => properties.sizedBy ?? []))
    expect(sized.toSorted()).toEqual(['crossed-office', 'queue-12', 'shock-2'])
  })
})

describe('a figure of the older form', () => {
  it.each<[string, object, object]>([
    ['has its maker as who gave it', { maker: 'office' }, { by: 'office' }],
    ['has no maker beside who gave it', { maker: 'office', by: 'union' }, { by: 'union' }],
    ['came by way of one', { via: 'union' }, { via: ['union'] }],
    ['came by way of several', { via: ['union', 'post'] }, { via: ['union', 'post'] }],
    ['has no date of its document', { asOf: '2030', asOfBasis: 'publication' }, {}],
    ['has no date of its case', { asOf: '2030', asOfBasis: 'case' }, {}],
    ['has a date of its own', { asOf: '2030', asOfBasis: 'record' }, { asOf: '2030' }],
    ['is today’s where it has nothing of that', { by: 'office', asOf: '2030' }, { by: 'office', asOf: '2030' }],
  ])('%s', (_, old, today) => {
    expect(upgradeFigure({ id: 'f', ...old })).toEqual({ id: 'f', ...today })
  })
})

describe('an event of the older form', () => {
  it('names its actors, and says of none that they did it', () => {
    const today = { id: 'e', by: [], reportedBy: [], named: ['governor'] }
    expect(upgradeEvent({ id: 'e', actors: ['governor'] })).toEqual(today)
  })

  it('is today’s where it says who did it, or nothing of actors', () => {
    for (const today of [{ id: 'e', by: [], actors: ['governor'] }, { id: 'e' }])
      expect(upgradeEvent(today)).toBe(today)
  })
})

describe('a head of the older form', () => {
  it('has one date for both', () => {
    expect(upgradeHead({ id: 'c', asOf: '2030' })).toEqual({ id: 'c', reported: '2030', updated: '2030' })
  })

  it('keeps what it has of either', () => {
    expect(upgradeHead({ asOf: '2030', reported: '2028' })).toEqual({ reported: '2028', updated: '2030' })
    expect(upgradeHead({ asOf: '2030', updated: '2031' })).toEqual({ reported: '2030', updated: '2031' })
    const today = { id: 'c', reported: '2030' }
    expect(upgradeHead(today)).toBe(today)
  })
})

it('a place of the older form is sized by one figure, one of today’s by several', () => {
  expect(upgradePlace({ name: 'Harbour', sizedBy: 'a' })).toEqual({ name: 'Harbour', sizedBy: ['a'] })
  const today = { sizedBy: ['a', 'b'] }
  expect(upgradePlace(today)).toBe(today)
})
