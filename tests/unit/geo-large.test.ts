import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { gatherGeometry } from '@/lib/geo/geometry-parts'
import { measureExtentKm } from '@/lib/geo/measure-shape'
import { limits } from '@/lib/limits'
import { part, validFiles } from './read-fixture'

/** More than a call can have arguments. */
const MANY = 130_000

/** A circle of many corners around 30° E, 50° N. */
function ring(): [number, number][] {
  const corners = Array.from({ length: MANY }, (_, index): [number, number] => {
    const angle = (index / MANY) * 2 * Math.PI
    return [30 + Math.cos(angle), 50 + Math.sin(angle)]
  })
  return [...corners, corners[0] ?? [30, 50]]
}

describe('more items than a call can have arguments', () => {
  it('are corners of an area that is measured', () => {
    const { heightKm } = measureExtentKm({ type: 'Polygon', coordinates: [ring()] })
    expect(heightKm).toBeCloseTo(222.4, 0)
  })

  it('are points of a geometry that is gathered', () => {
    const points: Position[] = ring()
    expect(gatherGeometry([{ type: 'MultiPoint', coordinates: points }])).toMatchObject({ type: 'MultiPoint' })
  })

  it('are records that are set aside: the first few thousand are told, the rest counted', () => {
    const files = new Map([...validFiles(), ['events.json', `[${'0,'.repeat(MANY)}0]`]])
    const told = part(files).setAside.filter(({ file }) => file === 'events.json')
    expect(told).toHaveLength(limits.case.toldPerFile + 1)
    expect(told.map(({ reason }) => reason)).toContain(
      `${MANY + 1 - limits.case.toldPerFile} more are set aside like these`,
    )
  })
})
