import { describe, expect, it } from 'vitest'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { writeNotes } from '@/lib/derive/write-notes'
import { worldPx } from '@/lib/geo/camera-to-bounds'
import type { Figure } from '@/lib/schema/figure'
import type { Note } from '@/lib/schema/note'
import type { CaseRecords } from '@/lib/schema/records'
import { linkRecords } from '../linked-fixture'
import { part, validFiles, validRecords } from '../read-fixture'

const note: Note = { id: 'into', place: 'arc-south', at: [12, 55], side: 'right', rank: 2 }

function write(...notes: Note[]) {
  const records = validRecords()
  return linkRecords({ ...records, head: { ...records.head, notes } }).linked.notes
}

describe('notes of a case', () => {
  it('give a figure with its hedge, its days without the case’s year, and who says so', () => {
    const figure = validRecords()
      .layers.flatMap(({ places }) => places)
      .find(({ id }) => id === 'arc-south')?.properties.sizedBy?.[0]
    if (figure === undefined) throw new Error('the fixture has no such figure')
    const also = { figure, words: 'left again' }
    const [written] = write({ ...note, figure, words: 'into', strong: 'the port', also })
    expect(written).toMatchObject({
      hedge: 'about',
      number: '1,200',
      words: 'into',
      strong: 'the port',
      mark: 'arc-south',
    })
    expect(written?.lines).toEqual(['10 Mar, Harbour office', 'about 1,200 left again'])
    expect(written).not.toHaveProperty('inside')
  })

  it('name a place, and an area from within as soon as there is room for its name', () => {
    const area = linkRecords().linked.places.find(({ layer }) => layer === 'annexed-oblasts')
    if (area?.bounds == null) throw new Error('the fixture has no area')
    const short = write({ ...note, place: area.id, strong: 'Ab' })[0]
    const long = write({ ...note, place: area.id, strong: 'Abcdefghijklmnopqrst' })[0]
    expect(short).toMatchObject({ number: '', lines: [], inside: { at: area.anchor } })
    expect(short?.inside?.fromZoom).toBeLessThan(long?.inside?.fromZoom ?? 0)
    expect(write({ ...note, place: area.id })[0]?.strong).toBe(area.name)
  })

  it('stand in the order of their rank, with the colour of their mark’s layer', () => {
    const written = write(note, { ...note, id: 'first', rank: 1 })
    expect(written.map(({ id }) => id)).toEqual(['first', 'into'])
    expect(written[0]?.hue).toBe(validRecords().layers.find(({ id }) => id === 'arrivals')?.hue)
  })

  it('cost themselves where they name what is not there, and not the case', () => {
    const files = validFiles()
    const head = JSON.parse(files.get('case.json') ?? '') as object
    const notes = [note, { ...note, id: 'lost', place: 'nowhere' }, { ...note, id: 'askew', side: 'above' }]
    files.set('case.json', JSON.stringify({ ...head, notes }))
    const { records, setAside } = part(files)
    expect(records?.head.notes?.map(({ id }) => id)).toEqual(['into'])
    expect(setAside.map(({ pointer, rule }) => [pointer, rule])).toEqual(
      expect.arrayContaining([
        ['/notes/1/place', 'reference'],
        ['/notes/2/side', 'shape'],
      ]),
    )
  })
})

/** A case of one area, one layer and two figures, told in 2030. */
function writeSmall(change: Partial<Note>, of: { asOf?: string; place?: Partial<LinkedPlace>; layer?: string } = {}) {
  const figure = { id: 'crossed', by: 'office', value: 1200, unit: 'people', qualifier: 'about', asOf: of.asOf }
  const other = { ...figure, id: 'left', value: 300, qualifier: 'exactly', by: 'nobody' }
  const records = {
    head: {
      reported: '2030-03-01/2030-03-12',
      notes: [{ id: 'n', place: 'bay', at: [12, 55], side: 'top', rank: 1, ...change }],
    },
    figures: [figure, other] as Figure[],
    actors: [{ id: 'office', name: 'Office of the Harbour (OH)' }],
    layers: [{ id: 'areas', hue: 'pine' }],
  } as unknown as CaseRecords
  const place = { id: 'bay', name: 'The bay', layer: 'areas', bounds: [0, 50, 36, 60], anchor: [18, 55], ...of.place }
  const far = { ...place, id: 'far', bounds: null, anchor: null, layer: of.layer ?? 'areas' }
  return writeNotes(records, [place, far] as LinkedPlace[])
}

describe('the lines of a note', () => {
  it.each([
    ['2030-03-10', '10 Mar, OH'],
    ['2029-12-30', '30 Dec 2029, OH'],
    ['2030', '2030, OH'],
    [undefined, 'undated, OH'],
  ])('give the days of a figure of %s without the year that all is told in', (asOf, line) => {
    expect(writeSmall({ figure: 'crossed' }, asOf === undefined ? {} : { asOf })[0]?.lines).toEqual([line])
  })

  it('name nobody where the case does not know who says so', () => {
    expect(writeSmall({ figure: 'left' }, { asOf: '2030-03-10' })[0]).toMatchObject({
      number: '300',
      lines: ['10 Mar'],
    })
  })

  it('end with what belongs to it, a figure or words alone, without gaps', () => {
    expect(writeSmall({ also: { words: 'since spring' } })[0]?.lines).toEqual(['since spring'])
    expect(writeSmall({ also: { figure: 'left', words: 'left again' } })[0]?.lines).toEqual(['300 left again'])
    expect(writeSmall({ also: { figure: 'gone', words: 'left again' } })[0]?.lines).toEqual(['left again'])
    expect(writeSmall({})[0]).toMatchObject({ lines: [], hedge: '', number: '', words: '' })
  })
})

describe('a note whose figure is not there', () => {
  it('is the name of its place, as of one that names no figure', () => {
    const [name] = writeSmall({})
    expect(name?.strong).toBe('The bay')
    expect(writeSmall({ figure: 'gone' })).toEqual([name])
  })
})

describe('a note whose mark is not on the map', () => {
  it('is left out', () => {
    expect(writeSmall({ place: 'gone' })).toEqual([])
    expect(writeSmall({ place: 'gone', mark: 'bay' })).toEqual([])
    expect(writeSmall({ mark: 'gone' })).toEqual([])
    expect(writeSmall({ mark: 'far' }, { layer: 'gone' })).toEqual([])
    expect(writeSmall({ mark: 'far' })[0]).toMatchObject({ place: 'bay', mark: 'far', layer: 'areas', hue: 'pine' })
  })
})

describe('the name of an area', () => {
  it('stands within it from the zoom on at which it fills half of its width', () => {
    const inside = writeSmall({ strong: 'ten digits' })[0]?.inside
    expect(inside?.at).toEqual([18, 55])
    // Ten letters and what is kept free beside them, on a tenth of the world.
    expect((2 ** (inside?.fromZoom ?? 0) * worldPx) / 10 / 2).toBeCloseTo(82)
    const wider = writeSmall({ strong: 'ten digits' }, { place: { bounds: [-36, 50, 36, 60] } })[0]?.inside
    expect(wider?.fromZoom).toBeCloseTo((inside?.fromZoom ?? 0) - 1)
  })

  it('never stands within a point, nor within what is nowhere or beside a figure', () => {
    expect(writeSmall({}, { place: { bounds: [12, 55, 12, 55] } })[0]).not.toHaveProperty('inside')
    expect(writeSmall({}, { place: { bounds: null } })[0]).not.toHaveProperty('inside')
    expect(writeSmall({}, { place: { anchor: null } })[0]).not.toHaveProperty('inside')
    expect(writeSmall({ figure: 'crossed' })[0]).not.toHaveProperty('inside')
  })
})
