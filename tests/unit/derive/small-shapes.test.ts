import { beforeEach, describe, expect, it } from 'vitest'
import { type CaseShape, listShapes } from '@/lib/derive/case-shapes'
import { measureExtentKm, measureLineKm, measureShapeKm2 } from '@/lib/geo/measure-shape'
import { linkRecords, withPlace } from '../linked-fixture'

function shapesOf(records?: Parameters<typeof linkRecords>[0]): CaseShape[] {
  const { linked, drawn } = linkRecords(records)
  return listShapes(linked, drawn)
}

// Listed for each test: what is worked out while the file loads is no test's own.
let shapes: CaseShape[]
beforeEach(() => {
  shapes = shapesOf()
})
const shape = (id: string) => shapes.find((each) => each.id === id)

describe('the shapes that can be laid over another place', () => {
  it('are areas, rings and lines, in this order: no point, no arc, no name, no label', () => {
    expect(shapes.map(({ id, kind }) => [id, kind])).toEqual([
      ['area-1', 'area'],
      ['area-2', 'area'],
      ['sea', 'area'],
      ['leak~zone-5', 'ring'],
      ['leak~boil-1', 'ring'],
      ['coast-road', 'line'],
      ['pipe', 'line'],
    ])
  })

  it('are called what their places are, with what sizes them where something does', () => {
    expect(shape('area-1')).toMatchObject({ places: [{ id: 'area-1', name: 'First area' }] })
    expect(shape('area-1')).not.toHaveProperty('caption')
    expect(shape('coast-road')?.caption).toContain('12 km')
    expect(shape('leak~zone-5')).toMatchObject({ places: [{ id: 'leak', name: 'leak' }] })
    expect(shape('leak~zone-5')?.caption).toContain('5 nautical miles')
  })

  it('are as large as reported: a ring by its radius or its diameter, a line as long as its figure says', () => {
    const widthOf = (id: string) => {
      const found = shape(id)
      return found === undefined ? 0 : measureExtentKm(found.geometry).widthKm
    }
    expect(widthOf('leak~zone-5')).toBeCloseTo(18.52, 1)
    expect(widthOf('leak~boil-1')).toBeCloseTo(1, 2)
    const queue = shape('coast-road')?.geometry
    expect(queue?.type === 'LineString' ? measureLineKm(queue.coordinates) : 0).toBeCloseTo(12, 2)
  })

  it('have no ring of a size that nobody gives, or of a place that is nowhere', () => {
    expect(shape('leak~shock-2')).toBeUndefined()
    const { linked, drawn } = linkRecords()
    const ringsOf = (change: Partial<typeof linked>) =>
      listShapes({ ...linked, ...change }, drawn).filter(({ kind }) => kind === 'ring')
    expect(ringsOf({ figures: [] })).toEqual([])
    expect(ringsOf({ places: linked.places.map((place) => ({ ...place, anchor: null })) })).toEqual([])
  })

  it('have nothing of a place that the case does not have', () => {
    const { linked, drawn } = linkRecords()
    const places = linked.places.filter(({ id }) => id !== 'area-1')
    expect(listShapes({ ...linked, places }, drawn).some(({ id }) => id === 'area-1')).toBe(false)
  })
})

describe('what is claimed together', () => {
  it('is one shape, as large as all of it', () => {
    const found = shapesOf(withPlace('area-2', { claim: 'claim-now' }))
    const [together, first, second] = found
    expect(together).toMatchObject({
      id: 'claim-now',
      kind: 'claim',
      places: [{ id: 'area-1' }, { id: 'area-2' }],
    })
    const areaOf = (each: CaseShape | undefined) => (each === undefined ? 0 : measureShapeKm2(each.geometry))
    expect(areaOf(together)).toBeCloseTo(areaOf(first) + areaOf(second), 3)
    expect(found.filter(({ kind }) => kind === 'claim')).toHaveLength(1)
  })

  it('is not listed twice where it is one area alone, and not asked for where the case has no claims', () => {
    expect(shapes.some(({ kind }) => kind === 'claim')).toBe(false)
    const { linked, drawn } = linkRecords(withPlace('area-2', { claim: 'claim-now' }))
    const { claims: _, ...without } = linked
    expect(listShapes(without, drawn).some(({ kind }) => kind === 'claim')).toBe(false)
  })
})
