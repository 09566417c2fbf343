import { describe, expect, it } from 'vitest'
import type { Note } from '@/lib/schema/note'
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
