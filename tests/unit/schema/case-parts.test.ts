import { describe, expect, it } from 'vitest'
import { parseCase } from '@/lib/schema/parse-case'

const passage = { source: 'report', exact: 'some words' }
const point = (id: string, more: object = {}) => ({
  ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [11, 56] } },
  properties: { name: id, kind: 'Quay', accuracyKm: 1, basis: 'Surveyed', sources: ['report'], ...more },
})
const features = (...all: object[]) => ({ type: 'FeatureCollection', features: all })
const thread = { id: 'strand', title: 'Ferry', hue: 'pine', sentence: 'It sails.', bounds: [9, 54, 13, 58] }
const head = {
  ...{ id: 'ferry', title: 'The ferry', summary: 'S', period: '2030', reported: '2030', updated: '2030' },
  ...{ source: 'report', bounds: [9, 54, 13, 58], claims: [], charts: [] },
  sides: [{ id: 'north', name: 'Northmark' }],
  questions: [{ id: 'crossed', title: 'How many crossed?' }],
}
const claim = {
  ...{ id: 'claim', words: 'claimed', by: 'office', declared: '2030', precedent: false },
  ...{ rejections: [], asOf: '2030' },
}
const quotation = { id: 'ice', form: 'speech', speaker: 'office', passage, about: ['quay'], records: [] }
const scene = { id: 'start', title: 'S', words: 'W', camera: { center: [11, 56], zoom: 6 }, dwellSeconds: 9 }

/** A small case with one record of each kind. */
const whole: Record<string, unknown> = {
  'case.json': head,
  'layers.json': [{ id: 'quays', name: 'Quays', mark: 'symbol', hue: 'slate', symbol: 'dot' }],
  'sources.json': [{ id: 'report', title: 'Report', publisher: 'Post' }],
  'actors.json': [{ id: 'office', kind: 'body', name: 'Office', role: 'Counts', side: 'north' }],
  'quotations.json': [quotation],
  'statements.json': [
    {
      ...{ id: 'said', form: 'indirect', words: 'W', passage, speaker: 'office', certainty: 'likely', about: [] },
      records: [],
    },
  ],
  'figures.json': [
    {
      ...{ id: 'people', question: 'crossed', value: 12, unit: 'people', qualifier: 'about', counts: 'people' },
      ...{ by: 'office', status: 'official', passage, about: [] },
    },
  ],
  'events.json': [{ id: 'sailing', title: 'E', about: [], by: [], reportedBy: [], passage, records: [] }],
  'scenes.json': [{ ...scene, layers: ['quays'], quotation: 'ice' }],
  'corrections.json': [{ id: 'mend', date: '2030-03-01', records: [], wrong: 'a', right: 'b', why: 'c' }],
  'layers/quays.geojson': features(point('quay')),
}

/** The records of one of its lists. */
const listed = (list: string) => whole[`${list}.json`] as object[]

/** The case with other files, or without those that are undefined, as it is read. */
function read(changed: Record<string, unknown> = {}, expected?: Parameters<typeof parseCase>[1]) {
  const files = Object.entries({ ...whole, ...changed }).flatMap(([file, value]) =>
    value === undefined ? [] : [[file, typeof value === 'string' ? value : JSON.stringify(value, null, 1)] as const],
  )
  const { records, setAside } = parseCase(new Map(files), expected)
  return { records, setAside, told: setAside.map(({ file, pointer, rule }) => `${file}${pointer} ${rule}`) }
}

const lists = ['sources', 'actors', 'quotations', 'statements', 'figures', 'events', 'scenes', 'corrections'] as const

describe('a case', () => {
  it('is read with all its records, whatever its folder is called', () => {
    const { records, told } = read()
    expect(told).toEqual([])
    const ids = ['report', 'office', 'ice', 'said', 'people', 'sailing', 'start', 'mend']
    expect(lists.map((list) => records?.[list].map(({ id }) => id))).toEqual(ids.map((id) => [id]))
    expect(records?.layers.map(({ id, glyph, places }) => [id, glyph?.name, places.map((place) => place.id)])).toEqual([
      ['quays', 'dot', ['quay']],
    ])
    expect(records?.head.sides).toEqual(head.sides)
    expect(records?.head.questions).toEqual(head.questions)
  })

  it('is whole where its records name each other, and has sources that none names', () => {
    const shownFor = { statement: 'said', event: 'sailing', figure: 'people', quotation: 'ice' }
    const { records, told } = read({
      'case.json': {
        ...{ ...head, threads: [thread], claims: [claim] },
        charts: [{ id: 'chart', title: 'Crossed', form: 'bars', figures: ['people'] }],
      },
      'sources.json': [...listed('sources'), { id: 'second', title: 'Second', publisher: 'Post' }],
      'events.json': listed('events').map((event) => ({ ...event, thread: 'strand' })),
      'scenes.json': [{ ...scene, layers: [], chart: 'chart' }],
      'layers/quays.geojson': features(
        point('quay', { claim: 'claim', shownFor: Object.entries(shownFor).map(([kind, id]) => ({ kind, id })) }),
      ),
    })
    expect(told).toEqual([])
    expect(records?.head.claims.map(({ id }) => id)).toEqual(['claim'])
    expect(records?.layers[0]?.places).toHaveLength(1)
  })

  it('is read as that of its folder only', () => {
    expect(read({}, { caseId: 'ferry' }).told).toEqual([])
    const other = read({}, { caseId: 'boat' })
    expect([other.records, other.told]).toEqual([null, ['case.json/id shape']])
  })

  it('has the symbols that it is given', () => {
    const { records, told } = read({}, { symbols: { find: () => null, names: () => ['anchor'] } })
    expect(told).toEqual(['layers.json/0/symbol reference'])
    expect(records?.layers[0]?.glyph?.name).toBe('dot')
  })

  it('has nothing that its files do not have: no threads, no symbols', () => {
    const { records } = read({ 'layers.json': [{ id: 'quays', name: 'Quays', mark: 'name', hue: 'slate' }] })
    expect(records?.head).not.toHaveProperty('threads')
    expect(records?.layers[0]).not.toHaveProperty('glyph')
    expect(records?.layers[0]).not.toHaveProperty('glyphs')
  })

  it('has the symbols of its categories by their names', () => {
    const categories = { property: 'use', values: [{ value: 'ferry', name: 'Ferry', symbol: 'bar' }] }
    const { records, told } = read({
      'layers.json': [{ id: 'quays', name: 'Quays', mark: 'symbol', hue: 'slate', symbol: 'dot', categories }],
    })
    expect(told).toEqual([])
    expect(Object.keys(records?.layers[0]?.glyphs ?? {})).toEqual(['bar'])
  })

  it('may be without statements and corrections, and is told of every other file that is not there', () => {
    for (const list of lists) {
      const { records, told } = read({ [`${list}.json`]: undefined })
      const optional = list === 'statements' || list === 'corrections'
      expect(told, list).toEqual(optional ? [] : [`${list}.json unreadable`])
      expect(records?.[list], list).toEqual([])
    }
  })

  it('is told of statements that are there and cannot be read', () => {
    expect(read({ 'statements.json': '[{' }).told).toEqual(['statements.json unreadable'])
    expect(read({ 'corrections.json': '' }).told).toEqual(['corrections.json unreadable'])
  })

  it('loses of two records of one id the second', () => {
    const { records, told } = read({ 'quotations.json': [quotation, { ...quotation, note: 'again' }] })
    expect(told).toEqual(['quotations.json/1/id duplicate-id'])
    expect(records?.quotations.map(({ note }) => note)).toEqual([undefined])
  })

  it('is told of in full where its head cannot be used', () => {
    const { records, told } = read({ 'case.json': '{', 'events.json': '{', 'layers/quays.geojson': '{' })
    expect(records).toBeNull()
    expect(told).toEqual(['case.json unreadable', 'events.json unreadable', 'layers/quays.geojson unreadable'])
  })
})

describe('a passage of a source whose text is held', () => {
  const held = [{ id: 'report', title: 'Report', publisher: 'Post', sha256: '0'.repeat(64) }]
  const located = { ...passage, prefix: '', suffix: '', start: 0, end: 10 }

  it.each(['quotations', 'statements', 'figures', 'events'] as const)('says where in it it stands, in %s', (list) => {
    const file = `${list}.json`
    const others = Object.fromEntries(
      ['quotations', 'statements', 'figures', 'events'].map((each) => [
        `${each}.json`,
        listed(each).map((own) => ({ ...own, passage: located })),
      ]),
    )
    expect(read({ ...others, 'sources.json': held }).told).toEqual([])
    const one = { ...others, 'sources.json': held, [file]: listed(list), 'scenes.json': [] }
    const { records, setAside, told } = read(one)
    expect(told).toEqual([`${file}/0/passage shape`])
    expect(setAside[0]?.reason).toContain('“report” is held')
    expect(records?.[list]).toEqual([])
  })
})

it('a figure that was worked out needs no passage', () => {
  const [figure] = listed('figures')
  const derived = { ...figure, passage: undefined, id: 'sum', status: 'derived', formula: '12', inputs: ['people'] }
  const { records, told } = read({ 'figures.json': [figure, derived] })
  expect(told).toEqual([])
  expect(records?.figures.map(({ id }) => id)).toEqual(['people', 'sum'])
})

describe('what is wrong with a case', () => {
  it('is told in the order of its files, then of the layers’ names, then of the lines', () => {
    const faulty = (id: string) => point(id, { sources: [] })
    // That a source is not there is found after all that is wrong with single records.
    const wrong = (id: string) => features(point(`${id}-lost`, { sources: ['gone'] }), faulty(id), faulty(`${id}-next`))
    const layer = { mark: 'symbol', hue: 'slate', symbol: 'dot' }
    const { told } = read({
      'layers/quays.geojson': wrong('quay'),
      'layers/boats.geojson': wrong('boat'),
      'layers/aids.geojson': features(point('good'), point('better'), point('best'), faulty('aid')),
      'layers.json': ['quays', 'boats', 'aids'].map((id) => ({ id, name: id, ...layer })),
      'quotations.json': [],
      'scenes.json': [
        { ...scene, layers: ['gone'] },
        { ...scene, id: 'next', layers: [], dwellSeconds: 0 },
      ],
      'actors.json': [{ id: 'office' }],
      'statements.json': [],
      'figures.json': [],
      'corrections.json': [{ id: 'mend' }],
    })
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'actors.json/0',
      'scenes.json/0/layers/0',
      'scenes.json/1/dwellSeconds',
      'corrections.json/0',
      'layers/aids.geojson/features/3/properties/sources',
      'layers/boats.geojson/features/0/properties/sources/0',
      'layers/boats.geojson/features/1/properties/sources',
      'layers/boats.geojson/features/2/properties/sources',
      'layers/quays.geojson/features/0/properties/sources/0',
      'layers/quays.geojson/features/1/properties/sources',
      'layers/quays.geojson/features/2/properties/sources',
    ])
  })

  it('is that it names a layer that has no file, or a place that is in none', () => {
    const { records, told } = read({
      'scenes.json': [{ ...scene, layers: ['boats'] }],
      'events.json': listed('events').map((event) => ({ ...event, about: ['nowhere'] })),
    })
    expect(told).toEqual(['events.json/0/about/0 reference', 'scenes.json/0/layers/0 reference'])
    expect([records?.scenes, records?.events]).toEqual([[], []])
  })

  it('is not that a scene names a layer in which nothing can be read', () => {
    const { records, told } = read({ 'layers/quays.geojson': features({ id: 'quay' }), 'quotations.json': [] })
    expect(told.filter((line) => line.startsWith('scenes.json'))).toEqual(['scenes.json/0/quotation reference'])
    const open = read({
      'layers/quays.geojson': features({ id: 'a' }),
      'quotations.json': [],
      'scenes.json': [{ ...scene, layers: ['quays'] }],
    })
    expect(open.records?.scenes.map(({ layers }) => layers)).toEqual([['quays']])
    expect(records?.scenes).toEqual([])
  })

  it('is a place that names no source, and not its layer', () => {
    const { records, told } = read({
      'layers/quays.geojson': features(point('quay'), point('lost', { sources: ['gone'] })),
    })
    expect(told).toEqual(['layers/quays.geojson/features/1/properties/sources/0 reference'])
    expect(records?.layers[0]?.places.map(({ id }) => id)).toEqual(['quay'])
  })
})

describe('the report of a case', () => {
  const second = { id: 'second', title: 'Second', publisher: 'Post' }

  it('is told of where it is not among the sources, and the case keeps it', () => {
    const { records, setAside } = read({ 'case.json': { ...head, source: 'gone' } })
    expect(setAside).toMatchObject([{ file: 'case.json', pointer: '/source', rule: 'reference', id: 'ferry' }])
    expect(setAside[0]?.reason).toContain('“gone”')
    expect(setAside[0]).not.toHaveProperty('cause')
    expect(records?.head.source).toBe('gone')
  })

  it('is told of with the fault of its own, where it has one', () => {
    const { setAside } = read({
      'sources.json': [second, { id: 'report', title: 'Report', publisher: '' }],
    })
    const told = setAside.find(({ file }) => file === 'case.json')
    expect(told?.cause).toEqual({ file: 'sources.json', pointer: '/1/publisher' })
    expect(told?.reason).toContain('itself set aside')
  })

  it('is told of where it takes its words from what is not there', () => {
    const { told } = read({ 'sources.json': [second, { ...second, id: 'report', takesFrom: ['gone'] }] })
    expect(told.slice(0, 2)).toEqual(['case.json/source reference', 'sources.json/1/takesFrom/0 reference'])
  })

  it('is not told of where no source can be read', () => {
    expect(read({ 'sources.json': '[{' }).told).toEqual(['sources.json unreadable'])
  })
})

describe('the thread of a layer', () => {
  const quays = { id: 'quays', name: 'Quays', mark: 'symbol', hue: 'slate', symbol: 'dot', thread: 'strand' }

  it('stays where the case has it', () => {
    const { records, told } = read({ 'case.json': { ...head, threads: [thread] }, 'layers.json': [quays] })
    expect(told).toEqual([])
    expect(records?.head.threads).toEqual([thread])
    expect(records?.layers[0]?.thread).toBe('strand')
  })

  it.each([
    ['has none', undefined],
    ['has another', [{ ...thread, id: 'other' }]],
  ])('is taken from it where the case %s', (_, threads) => {
    const { records, setAside, told } = read({ 'case.json': { ...head, threads }, 'layers.json': [quays] })
    expect(told).toEqual(['layers.json/0/thread reference'])
    expect(setAside[0]?.reason).toContain('“strand”')
    expect(records?.layers[0]).not.toHaveProperty('thread')
    expect(records?.layers[0]?.places).toHaveLength(1)
  })

  it('falls with its figure', () => {
    const lost = { 'case.json': { ...head, threads: [{ ...thread, figure: 'gone' }] }, 'layers.json': [quays] }
    const { records, told } = read(lost)
    expect(told).toEqual(['case.json/threads/0/figure reference', 'layers.json/0/thread reference'])
    expect(records?.head.threads).toEqual([])
  })
})
