import { applyEdits, modify } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { drawLayer } from '@/lib/derive/draw-layer'
import { linkCase } from '@/lib/derive/link-case'
import type { Unread } from '@/lib/schema/parse-records'
import { brokenFiles, layerIds, listBroken, part, validFiles, validRecords } from './read-fixture'

/** What breaks in each overlay first: file, pointer, rule, id, and a word of the reason. */
const broken: Record<string, [file: string, pointer: string, rule: string, id: string | null, reason: string]> = {
  'not-json': ['figures.json', '', 'unreadable', null, 'brackets'],
  'mismatched-brackets': ['events.json', '', 'unreadable', null, 'do not match'],
  'empty-file': ['scenes.json', '', 'unreadable', null, 'empty'],
  'wrong-root': ['actors.json', '', 'unreadable', null, 'not a JSON array'],
  'not-a-collection': ['layers/reactions.geojson', '', 'unreadable', null, 'FeatureCollection'],
  nan: ['layers/border-crossings.geojson', '/features/0', 'unreadable', 'harbour', 'NaN'],
  'missing-comma': ['sources.json', '/0', 'unreadable', 'report', 'not JSON'],
  'trailing-comma': ['actors.json', '/6', 'unreadable', null, 'comma'],
  comment: ['scenes.json', '/0', 'unreadable', 'start', 'comment'],
  'huge-coordinate': [
    'layers/reactions.geojson',
    '/features/0/geometry/coordinates/1',
    'shape',
    'capital',
    'the two may be swapped; found',
  ],
  'deep-nesting': ['events.json', '/0', 'too-deep', 'sailing', 'deeper than 64'],
  'proto-key': ['actors.json', '/1', 'forbidden-key', 'ferryman', '__proto__'],
  'escaped-proto-key': ['figures.json', '/3', 'forbidden-key', 'queue-12', '__proto__'],
  'constructor-key': ['sources.json', '/1', 'forbidden-key', 'bulletin', 'constructor'],
  'proto-key-of-file': ['layers/seismic-events.geojson', '/__proto__', 'forbidden-key', null, '__proto__'],
  'wrong-type': ['figures.json', '/3/value', 'shape', 'queue-12', 'must be a number, as 12.5; found'],
  'unknown-key': ['quotations.json', '/4/colour', 'shape', 'winter', 'colour'],
  'bad-edtf': ['events.json', '/1/date', 'shape', 'winter-begins', 'EDTF'],
  'edtf-set': ['events.json', '/1/date', 'shape', 'winter-begins', 'a start and an end'],
  'edtf-season': ['events.json', '/1/date', 'shape', 'winter-begins', 'season'],
  'time-without-zone': ['events.json', '/1/date', 'shape', 'winter-begins', 'zone'],
  'once-on-a-day': ['events.json', '/1/once', 'shape', 'winter-begins', 'interval'],
  'reversed-date': ['case.json', '/period', 'shape', 'valid', 'EDTF'],
  'reversed-range': ['figures.json', '/1/range', 'shape', 'crossed-union', 'low before high'],
  'value-and-range': ['figures.json', '/1/value', 'shape', 'crossed-union', 'not both'],
  'derived-without-inputs': ['figures.json', '/2/formula', 'shape', 'crossed-difference', 'inputs'],
  'without-passage': ['figures.json', '/4', 'shape', 'zone-5', 'passage'],
  'open-ring': [
    'layers/annexed-oblasts.geojson',
    '/features/0/geometry/coordinates/0',
    'shape',
    'area-1',
    'not closed',
  ],
  'collection-in-collection': [
    'layers/annexed-oblasts.geojson',
    '/features/0/geometry/geometries/0/type',
    'shape',
    'area-1',
    'put its members into the outer one',
  ],
  'fourth-coordinate': [
    'layers/reactions.geojson',
    '/features/0/geometry/coordinates',
    'shape',
    'capital',
    'more than three numbers',
  ],
  'text-coordinate': [
    'layers/reactions.geojson',
    '/features/0/geometry/coordinates/1',
    'shape',
    'capital',
    'without quotation marks',
  ],
  'lat-lng-swapped': [
    'layers/reactions.geojson',
    '/features/0/geometry/coordinates/1',
    'shape',
    'capital',
    '[longitude, latitude]',
  ],
  'empty-exact': ['quotations.json', '/4/passage/exact', 'shape', 'winter', 'empty'],
  'disagreeing-selectors': ['quotations.json', '/4/passage/end', 'shape', 'winter', 'disagree'],
  'half-selectors': ['quotations.json', '/4/passage', 'shape', 'winter', 'complete'],
  'noted-with-selectors': ['events.json', '/1/passage/noted', 'shape', 'winter-begins', 'not both'],
  'loose-passage': ['events.json', '/1/passage', 'shape', 'winter-begins', 'held'],
  'long-context': ['quotations.json', '/4/passage/prefix', 'shape', 'winter', '32'],
  'not-the-same-words': ['quotations.json', '/0/records/0/status', 'shape', 'ice', 'differ'],
  'speech-without-speaker': ['quotations.json', '/3', 'shape', 'again', 'speaker'],
  'script-address': ['sources.json', '/1/address', 'shape', 'bulletin', 'https://example.org/report'],
  'bad-id': [
    'actors.json',
    '/1/id',
    'shape',
    'The Ferryman',
    'must be an id of lower-case letters, digits and hyphens',
  ],
  'bad-bounds': ['case.json', '/bounds', 'shape', 'valid', 'west'],
  'foreign-case-id': ['case.json', '/id', 'shape', 'another', 'folder'],
  'duplicate-id': ['quotations.json', '/5/id', 'duplicate-id', 'winter', 'quotations.json:94'],
  'duplicate-place': [
    'layers/reactions.geojson',
    '/features/1/id',
    'duplicate-id',
    'harbour',
    'layers/border-crossings.geojson:6',
  ],
  'duplicate-side': ['case.json', '/sides/3/id', 'duplicate-id', 'none', 'case.json:25'],
  'unknown-layer': ['layers/volcanoes.geojson', '', 'unknown-layer', null, 'has no layer with this file’s name'],
  'layer-of-another-kind': ['layers/reactions.json', '', 'unknown-layer', null, 'has no layer with this file’s name'],
  'unresolved-chart': ['case.json', '/charts/0/figures/2', 'reference', 'crossed-chart', 'nothing'],
  'misshapen-chart': ['case.json', '/charts/0/form', 'shape', 'crossed-chart', 'form'],
  'unresolved-rejection': ['case.json', '/claims/0/rejections/0/source', 'reference', 'claim-now', 'nothing'],
  'unresolved-report': ['case.json', '/source', 'reference', 'valid', 'nothing'],
  'figure-and-chart': ['scenes.json', '/1/chart', 'shape', 'shock', 'not both'],
  'open-window': ['scenes.json', '/1/time/window', 'shape', 'shock', 'open end'],
  'scene-with-unresolved-chart': ['scenes.json', '/1/chart', 'reference', 'shock', 'nothing'],
  'scene-with-unresolved-source': ['scenes.json', '/1/sources/1', 'reference', 'shock', 'nothing'],
  'did-and-reported': ['events.json', '/0/reportedBy', 'shape', 'sailing', 'choose one of the two'],
  'via-names-maker': ['figures.json', '/1/via', 'shape', 'crossed-union', 'its maker among those who passed it on'],
  'other-way-names-maker': ['figures.json', '/0/records/1/via', 'shape', 'crossed-office', 'its maker among those'],
  'without-maker': ['figures.json', '/3', 'shape', 'queue-12', 'missing: by (an id of'],
  'unresolved-via': ['figures.json', '/0/records/1/via/0', 'reference', 'crossed-office', 'actor “nobody”'],
  'not-found-nowhere': ['quotations.json', '/3/notFoundIn/0/source', 'reference', 'again', 'source “nothing”'],
  'ground-of-no-place': ['quotations.json', '/3/whereBasis', 'shape', 'again', 'without a place'],
  'statement-without-speaker': ['statements.json', '/0', 'shape', 'ferry-sails', 'missing: speaker (an id of'],
  'long-hedge': ['statements.json', '/0/hedge', 'shape', 'ferry-sails', '4000'],
  'unknown-certainty': ['statements.json', '/1/certainty', 'shape', 'queue-stood', 'certainty'],
  'loose-statement': ['statements.json', '/1/passage', 'shape', 'queue-stood', 'held'],
  'unresolved-takes-from': ['sources.json', '/2/takesFrom/0', 'reference', 'reprint', 'source “nothing”'],
  'unknown-lack': ['sources.json', '/1/missing/colour', 'shape', 'bulletin', 'colour'],
  'impossible-correction': ['corrections.json', '/0/date', 'shape', 'ferry-hour', 'date'],
  'unresolved-shown-for': [
    'layers/named-places.geojson',
    '/features/1/properties/shownFor/1/id',
    'reference',
    'northmark',
    'event “nothing”',
  ],
  'sized-by-nothing': [
    'layers/seismic-events.geojson',
    '/features/0/properties/sizedBy',
    'shape',
    'shock',
    'must have at least 1 entry',
  ],
  'unresolved-extent': ['case.json', '/claims/0/extentSource', 'reference', 'claim-now', 'source “nothing”'],
  'unknown-measure': ['case.json', '/questions/0/measures', 'shape', 'crossed', 'measures'],
  'unknown-chart-form': ['case.json', '/charts/2/form', 'shape', 'zone-numbers', 'form'],
  'circular-inputs': ['figures.json', '/7/inputs', 'reference', 'circle', 'circle-2'],
}

const withoutRecords = ['reversed-date', 'bad-bounds', 'foreign-case-id']

describe('the valid case', () => {
  it('has nothing set aside and every kind of layer', () => {
    const { records, setAside } = part(validFiles())
    expect(setAside).toEqual([])
    expect(records?.layers.map(({ id }) => id)).toEqual(layerIds)
    expect(records?.layers.every(({ places }) => places.length > 0)).toBe(true)
  })
})

describe('a broken file', () => {
  it('stands in the table for each overlay', () => {
    expect(listBroken().sort()).toEqual(Object.keys(broken).sort())
  })

  it.each(Object.entries(broken))('%s is told with its place and reason', (name, [file, pointer, rule, id, reason]) => {
    const { records, setAside } = part(brokenFiles(name))
    const entry = setAside.find((each) => each.file === file && each.pointer === pointer)
    expect(entry).toMatchObject({ rule, id })
    expect(entry?.reason).toContain(reason)
    expect(records === null).toBe(withoutRecords.includes(name))
  })

  it.each(['wrong-type', 'nan', 'duplicate-id', 'open-ring', 'deep-nesting'])(
    '%s gives the line in the file',
    (name) => {
      for (const { file, pointer, line } of part(brokenFiles(name)).setAside) {
        const key = pointer.split('/').at(-1) ?? ''
        const at = brokenFiles(name).get(file)?.split('\n')[line - 1] ?? ''
        if (!/^\d*$/.test(key)) expect(at).toContain(`"${key}"`.replace('""', ''))
      }
    },
  )
})

describe('parseCase', () => {
  const without = (file: string) => {
    const files = validFiles()
    files.delete(file)
    return part(files)
  }

  it('tells of a missing file and goes on', () => {
    const { records, setAside } = without('scenes.json')
    expect(setAside).toMatchObject([{ file: 'scenes.json', rule: 'unreadable', reason: 'the file is missing' }])
    expect(records?.quotations).toHaveLength(5)
  })

  it('tells of a file that could not be read', () => {
    const { setAside } = part(
      new Map<string, string | Unread>([...validFiles(), ['scenes.json', { reason: 'the disk is gone' }]]),
    )
    expect(setAside).toMatchObject([{ file: 'scenes.json', line: 1, reason: 'the disk is gone' }])
  })

  it('does without a layer’s file', () => {
    const { records, setAside } = without('layers/nord-stream-pipelines.geojson')
    expect(setAside).toEqual([])
    expect(records?.layers.map(({ id }) => id)).not.toContain('nord-stream-pipelines')
  })

  it('has no records without case.json', () => {
    expect(without('case.json').records).toBeNull()
  })

  it('keeps the first of two with one id', () => {
    const quotations = part(brokenFiles('duplicate-id')).records?.quotations.filter(({ id }) => id === 'winter')
    expect(quotations).toHaveLength(1)
    expect(quotations?.[0]?.note).toBeUndefined()
  })

  it('sets aside what names something set aside, to the end of the chain, and says whose fault it is', () => {
    const { records, setAside } = part(brokenFiles('reversed-range'))
    const derived = setAside.find(({ id }) => id === 'crossed-difference')
    expect(derived).toMatchObject({ pointer: '/2/inputs/1', rule: 'reference' })
    expect(derived?.reason).toContain('itself set aside (figures.json:52)')
    expect(derived?.cause).toEqual({ file: 'figures.json', pointer: '/1/range' })
    expect(records?.head.charts.map(({ id }) => id)).toEqual(['shock-chart', 'zone-numbers'])
    expect(records?.figures.map(({ id }) => id)).toContain('crossed-office')
  })

  const namedFiles = [...validFiles().keys()].filter((file) => file !== 'case.json')
  it.each(namedFiles)('a lost %s costs what stands in it, and nothing that names it', (file) => {
    const { records, setAside } = part(new Map([...validFiles(), [file, '[{"id": "half']]))
    expect(setAside.map((entry) => [entry.file, entry.rule])).toEqual([[file, 'unreadable']])
    if (records === null) throw new Error('the case is lost')
    const drawn = records.layers.map((layer) => drawLayer(layer, { ...records, claims: [], borders: [] }))
    const linked = linkCase(records, setAside, drawn, { case: 'v', layers: new Map() })
    const whole = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
    const lists = [
      'sources',
      'actors',
      'quotations',
      'statements',
      'figures',
      'events',
      'scenes',
      'corrections',
    ] as const
    for (const list of lists) expect(linked[list], list).toHaveLength(file === `${list}.json` ? 0 : whole[list].length)
  })

  it('costs a source whose tie is broken, and what stands on it: without the tie it would pass for an origin', () => {
    const { records, setAside } = part(brokenFiles('unresolved-takes-from'))
    expect(setAside.map(({ id }) => id)).toEqual([
      'crossed-chart',
      'reprint',
      'crossed-office',
      'crossed-difference',
      'start',
      'arc-south',
    ])
    expect(records?.sources.map(({ id }) => id)).toEqual(['report', 'bulletin'])
  })

  it('takes sources that take their words from each other, and from themselves', () => {
    const tied = (index: number, ids: string[], text: string) =>
      applyEdits(text, modify(text, [index, 'takesFrom'], ids, {}))
    const circle = tied(0, ['reprint', 'report'], tied(1, ['report'], validFiles().get('sources.json') ?? ''))
    const { records, setAside } = part(new Map([...validFiles(), ['sources.json', circle]]))
    expect(setAside).toEqual([])
    expect(records?.sources.map(({ takesFrom }) => takesFrom)).toEqual([['reprint', 'report'], ['report'], ['report']])
  })

  it('goes without statements and corrections, and says nothing of it', () => {
    const files = validFiles()
    for (const file of ['statements.json', 'corrections.json']) files.delete(file)
    files.delete('layers/named-places.geojson')
    const { records, setAside } = part(files)
    expect(setAside).toEqual([])
    expect([records?.statements, records?.corrections]).toEqual([[], []])
  })

  it('keeps a correction of a record that is no longer there', () => {
    const files = validFiles()
    const events = JSON.parse(files.get('events.json') ?? '')
    files.set('events.json', JSON.stringify(events.slice(1)))
    const { records } = part(files)
    expect(records?.events.map(({ id }) => id)).not.toContain('sailing')
    expect(records?.corrections.map(({ id }) => id)).toEqual(['ferry-hour', 'map-colours'])
  })

  it('keeps figures that feed on each other without a circle', () => {
    const figures = part(brokenFiles('circular-inputs')).records?.figures.map(({ id }) => id)
    expect(figures).toContain('crossed-difference')
    expect(figures).not.toContain('circle')
  })

  it('keeps the case when its report is not among the sources', () => {
    expect(part(brokenFiles('unresolved-report')).records?.head.source).toBe('nothing')
  })

  it('lists in the order of the files and of their lines', () => {
    const { setAside } = part(brokenFiles('constructor-key'))
    const files = [...new Set(setAside.map(({ file }) => file))]
    expect(files.slice(0, 5)).toEqual([
      'case.json',
      'sources.json',
      'quotations.json',
      'statements.json',
      'figures.json',
    ])
    expect(files.slice(-8)).toEqual(files.slice(-8).toSorted())
  })

  it.each([
    ['actors.json', '/0/side'],
    ['quotations.json', '/0/passage/source'],
    ['quotations.json', '/0/speaker'],
    ['quotations.json', '/0/where'],
    ['quotations.json', '/1/about/1'],
    ['quotations.json', '/0/event'],
    ['quotations.json', '/0/records/0/source'],
    ['quotations.json', '/3/notFoundIn/0/source'],
    ['statements.json', '/0/passage/source'],
    ['statements.json', '/0/speaker'],
    ['statements.json', '/0/about/0'],
    ['statements.json', '/0/event'],
    ['statements.json', '/0/records/0/source'],
    ['sources.json', '/2/takesFrom/0'],
    ['figures.json', '/0/question'],
    ['figures.json', '/0/by'],
    ['figures.json', '/1/via/0'],
    ['figures.json', '/0/records/0/source'],
    ['figures.json', '/0/records/1/via/0'],
    ['figures.json', '/0/passage/source'],
    ['figures.json', '/0/about/1'],
    ['figures.json', '/6/event'],
    ['figures.json', '/2/inputs/1'],
    ['events.json', '/1/about/1'],
    ['events.json', '/0/by/0'],
    ['events.json', '/0/reportedBy/0'],
    ['events.json', '/1/named/0'],
    ['events.json', '/0/passage/source'],
    ['events.json', '/1/records/0/source'],
    ['scenes.json', '/0/layers/1'],
    ['scenes.json', '/0/focus'],
    ['scenes.json', '/0/quotation'],
    ['scenes.json', '/0/figure'],
    ['scenes.json', '/1/chart'],
    ['scenes.json', '/1/sources/0'],
    ['layers/annexed-oblasts.geojson', '/features/0/properties/sources/0'],
    ['layers/annexed-oblasts.geojson', '/features/0/properties/claim'],
    ['layers/border-queue.geojson', '/features/0/properties/sizedBy/0'],
    ['layers/named-places.geojson', '/features/1/properties/shownFor/0/id'],
    ['layers/nord-stream-leaks.geojson', '/features/0/properties/rings/1/figure'],
    ['case.json', '/claims/0/by'],
    ['case.json', '/claims/0/extentSource'],
    ['case.json', '/claims/0/rejections/0/by'],
    ['case.json', '/claims/0/rejections/0/source'],
    ['case.json', '/charts/0/figures/1'],
  ])('follows the reference of %s %s', (file, pointer) => {
    const text = replaceAt(validFiles().get(file) ?? '', pointer, 'nowhere-to-be-found')
    const { setAside } = part(new Map([...validFiles(), [file, text]]))
    const entry = setAside.find((each) => each.file === file && each.pointer === pointer)
    expect(entry).toMatchObject({ rule: 'reference' })
    expect(entry?.reason).toContain('“nowhere-to-be-found”')
  })
})

/** Replaces the value at a JSON pointer, which must be there. */
function replaceAt(text: string, pointer: string, value: string): string {
  const path = pointer
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const edits = modify(text, path, value, {})
  expect(edits).toHaveLength(1)
  return applyEdits(text, edits)
}

describe('a file that names its schema', () => {
  it('is read like one that does not, with records in an object and with features', () => {
    const named = [...validFiles()].map(([file, text]): [string, string] => {
      const value: unknown = JSON.parse(text)
      const whole = Array.isArray(value) ? { records: value } : Object(value)
      return [file, JSON.stringify({ $schema: '../x.schema.json', ...whole }, null, 2)]
    })
    const { records, setAside } = part(new Map(named))
    const { records: expected, setAside: told } = part(validFiles())
    expect({ records, setAside }).toEqual({ records: expected, setAside: told })
  })
})
