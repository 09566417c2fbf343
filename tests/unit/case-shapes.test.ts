import { describe, expect, it } from 'vitest'
import { listShapes } from '@/lib/derive/case-shapes'
import { linesOf } from '@/lib/geo/geometry-parts'
import { measureExtentKm, measureLineKm, measureShapeKm2 } from '@/lib/geo/measure-shape'
import { readDrawn } from '@/lib/server/build-case'
import { createCaseStore } from '@/lib/server/case-store'

async function committedShapes() {
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case cannot be loaded')
  const shapes = listShapes(found.linked, [...found.layers.values()].flatMap(readDrawn))
  const drawnKm2 = (claim: string) =>
    found.linked.places.reduce((sum, place) => sum + (place.claim === claim ? (place.measuredAreaKm2 ?? 0) : 0), 0)
  return { shapes, drawnKm2, shape: (id: string) => shapes.find((shape) => shape.id === id) }
}

describe('listShapes', () => {
  it('has the four oblasts together, as large as its places as drawn, within 3 % of the official area', async () => {
    const { shape, drawnKm2 } = await committedShapes()
    const together = shape('annexation-2022')
    expect(together?.places.map(({ id }) => id)).toEqual(['UA-09', 'UA-14', 'UA-23', 'UA-65'])
    const areaKm2 = together === undefined ? 0 : measureShapeKm2(together.geometry)
    expect(areaKm2 / drawnKm2('annexation-2022')).toBeCloseTo(1, 3)
    expect(Math.abs(areaKm2 / 108_845 - 1)).toBeLessThan(0.03)
  })

  it('has the zone of 5 nautical miles and the queue of 40 km at their true size', async () => {
    const { shape } = await committedShapes()
    const zone = shape('ns2a-south~zone-5-nautical-miles')
    if (zone === undefined) throw new Error('no zone')
    expect(measureExtentKm(zone.geometry).widthKm).toBeCloseTo(18.52, 1)
    const queue = linesOf(shape('lars-queue-road')?.geometry ?? { type: 'LineString', coordinates: [] })
    expect(queue.reduce((sum, line) => sum + measureLineKm(line), 0)).toBeCloseTo(40, 2)
  })

  it('names every shape once, and no arc or point', async () => {
    const { shapes } = await committedShapes()
    expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length)
    expect(shapes.some(({ id }) => id.startsWith('arrivals') || id === 'moscow')).toBe(false)
  })
})

it('takes no longer for each of five thousand claims and places than for one', () => {
  const numbers = Array.from({ length: 5_000 }, (_, at) => at)
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ]
  const source = {
    places: numbers.map((at) => ({ id: `area-${at}`, name: 'Area', claim: `claim-${at % 2500}`, anchor: null })),
    claims: numbers.map((at) => ({ id: `claim-${at}` })),
    figures: [],
  } as unknown as Parameters<typeof listShapes>[0]
  const features = numbers.map((at) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { part: 'area', place: `area-${at}`, key: String(at) },
  })) as unknown as Parameters<typeof listShapes>[1]
  const from = process.cpuUsage()
  const shapes = listShapes(source, features)
  const { user, system } = process.cpuUsage(from)
  expect(shapes.filter(({ kind }) => kind === 'claim')).toHaveLength(2500)
  // A minute and more where each claim looks through all parts, and each part through all places.
  expect((user + system) / 1000).toBeLessThan(2000)
})
