import { describe, expect, it } from 'vitest'
import { fitReport } from '@/lib/edit/fit-report'

const layer = 'layers/places-in-the-report.geojson'
const place = (id: string, name: string) => ({
  file: layer,
  id,
  value: { id, properties: { name, sources: ['the-report'] } },
})

const existing = [
  { file: 'case.json', id: 'own', value: { id: 'own', sides: [], questions: [{ id: 'how-many-people' }] } },
  { file: 'layers.json', id: 'places-in-the-report', value: { id: 'places-in-the-report' } },
  { file: 'sources.json', id: 'the-report', value: { id: 'the-report', title: 'The first' } },
  { file: 'actors.json', id: 'the-report', value: { id: 'the-report', name: 'A paper' } },
  { file: 'actors.json', id: 'mayor', value: { id: 'mayor', name: 'The Mayor' } },
  { file: 'quotations.json', id: 'one', value: { id: 'one' } },
  place('town', 'Town'),
]

const drafted = [
  {
    file: 'case.json',
    id: 'own',
    value: { id: 'own', sides: [{ id: 'named', name: 'Named' }], questions: [{ id: 'how-many-people' }] },
  },
  { file: 'layers.json', id: 'places-in-the-report', value: { id: 'places-in-the-report' } },
  { file: 'sources.json', id: 'the-report', value: { id: 'the-report', title: 'The second' } },
  { file: 'actors.json', id: 'the-report', value: { id: 'the-report', name: 'Another paper', side: 'named' } },
  { file: 'actors.json', id: 'the-mayor', value: { id: 'the-mayor', name: 'The Mayor', side: 'named' } },
  {
    file: 'quotations.json',
    id: 'one',
    value: { id: 'one', speaker: 'the-mayor', about: ['town-2', 'port'], passage: { source: 'the-report' } },
  },
  {
    file: 'figures.json',
    id: 'forty',
    value: { id: 'forty', question: 'how-many-people', by: 'the-report', passage: { source: 'the-report' } },
  },
  place('town-2', 'Town'),
  place('port', 'Port'),
]

describe('a second report', () => {
  it('fits into a case: nothing there is overwritten, and who and what is there already is named', () => {
    const records = new Map(fitReport(drafted, existing).map((each) => [`${each.file}#${each.id}`, each.value]))
    expect([...records.keys()]).toEqual([
      'case.json#own',
      'sources.json#the-report-2',
      'actors.json#the-report-2',
      'quotations.json#one-2',
      'figures.json#forty',
      `${layer}#port`,
    ])
    expect(records.get('quotations.json#one-2')).toMatchObject({
      id: 'one-2',
      speaker: 'mayor',
      about: ['town', 'port'],
      passage: { source: 'the-report-2' },
    })
    expect(records.get('figures.json#forty')).toMatchObject({ question: 'how-many-people-2', by: 'the-report-2' })
    expect(records.get(`${layer}#port`)).toMatchObject({ properties: { sources: ['the-report-2'] } })
    expect(records.get('case.json#own')).toMatchObject({
      sides: [{ id: 'named' }],
      questions: [{ id: 'how-many-people' }, { id: 'how-many-people-2' }],
    })
  })

  it('is the case itself where there is none yet', () => {
    expect(fitReport(drafted.slice(1), [])).toHaveLength(drafted.length - 1)
  })
})
