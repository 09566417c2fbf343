import type { Map as MapLibreMap } from 'maplibre-gl'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { TiledQueries } from '@/components/map/tiled-queries'
import { everyTile, type TileQuery } from '@/lib/derive/time-bins'
import { buildStyle } from '@/lib/map/build-style'
import { themes } from '@/lib/map/theme'

const layer = {
  id: 'incidents',
  name: 'Incidents',
  mark: 'cluster' as const,
  hue: 'slate' as const,
  version: '0123456789ab',
  tiles: {
    version: '0123456789ab',
    count: 3,
    bounds: [0, 0, 1, 1] as [number, number, number, number],
    maxZoom: 9,
    counts: [3],
    time: { unit: 'day' as const, first: '2030-01-01', count: 2 },
    started: [[1, 2]],
  },
}
const style = buildStyle({
  origin: 'http://localhost',
  basemapVersion: 'x',
  caseId: 'a-case',
  layers: [layer],
  visible: ['incidents'],
  theme: themes.light,
  scale: 1,
  schematicWords: '',
})
const first: TileQuery = { bins: { from: 0, to: 0 }, categories: null }

let has = true
const calls = {
  getLayer: () => (has ? {} : undefined),
  setFilter: vi.fn(),
  setLayoutProperty: vi.fn(),
  setPaintProperty: vi.fn(),
}
const create = () => new TiledQueries(calls as unknown as MapLibreMap)
const ask = (query: TileQuery) => new Map([['incidents', query]])

beforeEach(() => {
  has = true
  vi.clearAllMocks()
})

describe('what is asked of the layers of tiles', () => {
  it('is set once for as long as it is the same', () => {
    const queries = create()
    queries.show(style, ask(first))
    queries.show(style, ask(first))
    expect(calls.setFilter.mock.calls.map(([id]) => id)).toEqual([
      'case:incidents/mark',
      'case:incidents/together',
      'case:incidents/count',
    ])
    expect(calls.setLayoutProperty).toHaveBeenCalledOnce()
    expect(calls.setPaintProperty).toHaveBeenCalledOnce()
  })

  it('is set again in a style that came back, everything too: it may have kept what was asked before', () => {
    const queries = create()
    queries.show(style, ask(first))
    queries.forget()
    vi.clearAllMocks()
    queries.show(style, ask(everyTile))
    expect(calls.setFilter).toHaveBeenCalledTimes(3)
  })

  it('waits for a style that is still being read', () => {
    const queries = create()
    has = false
    queries.show(style, ask(first))
    expect(calls.setFilter).not.toHaveBeenCalled()
    has = true
    queries.show(style, ask(first))
    expect(calls.setFilter).toHaveBeenCalledTimes(3)
  })
})
