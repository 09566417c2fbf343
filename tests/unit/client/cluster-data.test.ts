import type { FeatureCollection } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClusterData } from '@/components/map/layer-data'
import type { MapLayer } from '@/lib/map/case-layer'
import type { Mark } from '@/lib/schema/plain-marks'

const address = 'http://localhost/api/cases/case/layers/things?v=1'
const layer = (id: string, mark: Mark): MapLayer => ({ id, name: id, mark, hue: 'azure' })
const style = {
  metadata: { visible: [layer('things', 'cluster'), layer('plain', 'symbol')] },
  sources: {
    'case:things': { type: 'geojson', data: address, cluster: true },
    'case:plain': { type: 'geojson', data: 'http://localhost/plain' },
  } as const,
}

function collection(...keys: string[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: keys.map((key) => ({
      type: 'Feature',
      properties: { key },
      geometry: { type: 'Point', coordinates: [0, 0] },
    })),
  }
}

let given: string[][] = []
const source = {
  setData: async (data: FeatureCollection) => {
    given.push(data.features.map(({ properties }) => `${properties?.key}${properties?.selected === true ? '+' : ''}`))
  },
}
const map = { getSource: (id: string) => (id === 'case:things' ? source : undefined) } as unknown as MapLibreMap
const refs = (...ids: string[]) => ids.map((id) => ({ id, layer: 'things' }))
const hide = (...ids: string[]) => ({ hidden: refs(...ids), selected: [] })
const select = (...ids: string[]) => ({ hidden: [], selected: refs(...ids) })

describe('the data of a source that gathers points', () => {
  const fetched = vi.fn(async () => new Response(JSON.stringify(collection('a', 'b', 'c'))))
  beforeEach(() => {
    given = []
    fetched.mockClear()
    vi.stubGlobal('fetch', fetched)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is left alone while nothing of it is hidden', async () => {
    const data = new ClusterData(map)
    await data.show(style, { hidden: [{ id: 'x', layer: 'plain' }], selected: [{ id: 'x', layer: 'plain' }] })
    expect(fetched).not.toHaveBeenCalled()
    expect(given).toEqual([])
  })

  it('goes without what is hidden, and has it again once it is shown', async () => {
    const data = new ClusterData(map)
    await data.show(style, hide('b'))
    await data.show(style, hide('b'))
    await data.show(style, hide())
    expect(given).toEqual([
      ['a', 'c'],
      ['a', 'b', 'c'],
    ])
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('says what is selected, for the circle that it stands in, and forgets it again', async () => {
    const data = new ClusterData(map)
    await data.show(style, select('b'))
    await data.show(style, select('b'))
    await data.show(style, { hidden: refs('a'), selected: refs('b') })
    await data.show(style, select())
    expect(given).toEqual([
      ['a', 'b+', 'c'],
      ['b+', 'c'],
      ['a', 'b', 'c'],
    ])
  })

  it('is given only the last of what was wanted meanwhile', async () => {
    const data = new ClusterData(map)
    await Promise.all([data.show(style, hide('a')), data.show(style, hide('a', 'b'))])
    expect(given).toEqual([['c']])
  })

  it('is given again after the map has got its style anew', async () => {
    const data = new ClusterData(map)
    await data.show(style, hide('b'))
    data.forget()
    await data.show(style, hide('b'))
    expect(given).toHaveLength(2)
  })

  it('stays as it is where it cannot be had, and is asked for again', async () => {
    fetched.mockRejectedValueOnce(new Error('no network'))
    fetched.mockResolvedValueOnce(new Response('gone', { status: 503 }))
    fetched.mockResolvedValueOnce(new Response('[]'))
    const data = new ClusterData(map)
    for (let times = 0; times < 3; times += 1) await data.show(style, hide('b'))
    expect(given).toEqual([])
    await data.show(style, hide('b'))
    expect(given).toEqual([['a', 'c']])
  })
})

describe('the data of a source with cells', () => {
  const counts: unknown[] = []
  const cellMap = {
    getSource: () => ({
      setData: async ({ features }: FeatureCollection) => {
        const cells = features.filter(({ properties }) => properties?.part === 'cell')
        const points = features.filter(({ properties }) => properties?.part === 'point')
        counts.push([points.length, ...cells.map(({ properties }) => properties?.value)])
      },
    }),
  } as unknown as MapLibreMap
  const hexagons = {
    metadata: { visible: [{ ...layer('things', 'hexagon'), cellKm: 50, ramp: { steps: [2] } }] },
    sources: { 'case:things': { type: 'geojson', data: address } } as const,
  }

  it('has them from the start, and counts only what is shown', async () => {
    const points = collection('a', 'b', 'c')
    for (const { properties } of points.features) Object.assign(properties ?? {}, { part: 'point' })
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(points)))
    const data = new ClusterData(cellMap)
    await data.show(hexagons, hide())
    await data.show(hexagons, hide())
    await data.show(hexagons, hide('b'))
    await data.show(hexagons, hide('a', 'b', 'c'))
    // What is selected changes none of them.
    await data.show(hexagons, { hidden: refs('a', 'b', 'c'), selected: refs('c') })
    expect(counts).toEqual([[3, 3], [2, 2], [0]])
    vi.unstubAllGlobals()
  })

  it('fills the units that anything shown lies in, and draws no outline beside', async () => {
    const points = collection('a', 'b')
    for (const { properties } of points.features) Object.assign(properties ?? {}, { part: 'point', unit: 'AA-1' })
    const outline = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    }
    const unit = { type: 'Feature', geometry: outline, properties: { key: 'unit AA-1', part: 'unit', unit: 'AA-1' } }
    const body = { ...points, features: [...points.features, unit] }
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body)))
    const given: string[][] = []
    const setData = async ({ features }: FeatureCollection) => {
      given.push(features.map(({ properties }) => `${properties?.part} ${properties?.value ?? ''}`.trim()))
    }
    const units = { ...hexagons, metadata: { visible: [{ ...layer('things', 'choropleth'), ramp: { steps: [2] } }] } }
    const data = new ClusterData({ getSource: () => ({ setData }) } as unknown as MapLibreMap)
    await data.show(units, hide())
    await data.show(units, hide('b'))
    await data.show(units, hide('a', 'b'))
    expect(given).toEqual([['point', 'point', 'cell 2', 'line 2'], ['point', 'cell 1', 'line 1'], []])
    vi.unstubAllGlobals()
  })
})
