import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import { oldFiles, part } from './read-fixture'

const { records, setAside } = part(oldFiles())
if (records === null) throw new Error('the case of the older form is lost')
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
