import { describe, expect, it } from 'vitest'
import { Areas } from '@/lib/gazetteer/areas'
import { readAreas } from '@/lib/server/units'

const codesAt = async (lng: number, lat: number) => (await readAreas()).codesAt([lng, lat])

describe('what a position lies in', () => {
  it.each<[string, number, number, string[]]>([
    ['a town', 32.62, 46.64, ['UA-65', 'UA']],
    ['Crimea, as internationally recognised', 34.1, 45.3, ['UA-43', 'UA']],
    ['a country within another', 28.5, -29.5, ['LS-K', 'LS']],
    ['a city within a region', 30.52, 50.45, ['UA-30', 'UA']],
    ['the region about it', 30.1, 49.8, ['UA-32', 'UA']],
    ['Chukotka on the near side of 180°', 178, 67, ['RU-CHU', 'RU']],
    ['Chukotka beyond it', -178, 67, ['RU-CHU', 'RU']],
    ['Fiji on the one side', 179.4, -16.5, ['FJ-N', 'FJ']],
    ['Fiji on the other', -179.92, -16.77, ['FJ-N', 'FJ']],
    ['Antarctica', 0, -85, ['AQ']],
    ['the open sea', -30, 30, []],
  ])('%s', async (_, lng, lat, codes) => {
    expect(await codesAt(lng, lat)).toEqual(codes)
  })

  it('just off a coast is what it is off, and across 180° too', async () => {
    expect(await codesAt(30.81, 46.48)).toEqual(['UA-51', 'UA'])
    const topology = {
      type: 'Topology' as const,
      arcs: [
        [
          [179, 0],
          [179.98, 0],
          [179.98, 1],
          [179, 1],
          [179, 0],
        ],
      ],
      objects: {
        units: {
          type: 'GeometryCollection' as const,
          geometries: [{ type: 'Polygon' as const, arcs: [[0]], properties: { id: 'AA-1', cc: 'AA' } }],
        },
      },
    }
    const areas = new Areas(topology)
    expect(areas.at([-179.99, 0.5])?.id).toBe('AA-1')
    expect(areas.at([-179.9, 0.5])).toBeNull()
  })

  it('is not all that is within its edges from west to east, nor what lies in a hole of it', () => {
    const topology = {
      type: 'Topology' as const,
      arcs: [
        [
          [0, 0],
          [8, 0],
          [8, 4],
          [4, 4],
          [4, 8],
          [0, 8],
          [0, 0],
        ],
        [
          [1, 1],
          [3, 1],
          [3, 3],
          [1, 3],
          [1, 1],
        ],
      ],
      objects: {
        units: {
          type: 'GeometryCollection' as const,
          geometries: [{ type: 'Polygon' as const, arcs: [[0], [1]], properties: { id: 'AA-1', cc: 'AA' } }],
        },
      },
    }
    const areas = new Areas(topology)
    expect([areas.at([2, 6])?.id, areas.at([6, 6]), areas.at([2, 2])]).toEqual(['AA-1', null, null])
  })

  it('is the nearest of several that it is just off', async () => {
    // In the Danube’s mouth: Romania’s bank is nearer.
    const areas = await readAreas()
    expect(areas.at([29.62, 45.2])?.cc).toBe('RO')
  })
})
