import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DesiredMap, MapEvents } from '@/components/map/map-contract'
import { MapPointer } from '@/components/map/map-pointer'

type Handler = (event: { point: { x: number; y: number }; lngLat: { lng: number; lat: number } }) => void

const circle = {
  source: 'case:things',
  layer: { type: 'circle' },
  geometry: { type: 'Point', coordinates: [12, 55] },
  properties: { cluster: true, cluster_id: 7, point_count: 9 },
}
const alone = { ...circle, properties: { place: 'p', key: 'p' } }
const cell = { ...circle, layer: { type: 'fill' }, properties: { part: 'cell', cell: true, key: 'cell 1 2', value: 9 } }
const heat = { ...alone, layer: { type: 'heatmap' } }

/** A map on which these features lie under every click. */
function pointerOver(
  features: readonly unknown[],
  expansion = async () => 8,
  { names = [] as unknown[], getLayer = (_: string): unknown => undefined } = {},
) {
  const handlers = new Map<string, Handler>()
  const easeTo = vi.fn()
  const map = {
    on: (name: string, handler: Handler) => handlers.set(name, handler),
    getLayer,
    getSource: () => ({ getClusterExpansionZoom: expansion }),
    queryRenderedFeatures: (_: unknown, { layers }: { layers: string[] }) =>
      layers.some((id) => id.startsWith('basemap')) ? names : layers.length > 0 ? features : [],
    easeTo,
    getZoom: () => 5.4,
    getMaxZoom: () => 12,
  } as unknown as MapLibreMap
  const [onPick, onUnit] = [vi.fn(), vi.fn()]
  const drawn = {
    style: {
      layers: [{ id: 'case:things/together', type: 'circle', source: 'case:things' }],
      metadata: { spoken: [{ name: 'Vesby', place: 'vesby', quotations: 0 }] },
    },
    hidden: [],
    toolInHand: false,
  } as unknown as DesiredMap
  new MapPointer(map, { onPick, onUnit } as unknown as MapEvents, () => drawn)
  return {
    click: () => handlers.get('click')?.({ point: { x: 5, y: 5 }, lngLat: { lng: 30, lat: 48 } }),
    easeTo,
    onPick,
    onUnit,
  }
}

describe('a click on the map', () => {
  beforeEach(() => vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) }))
  afterEach(() => vi.unstubAllGlobals())

  it('on what stands for several points brings the map so near that it falls apart, and picks nothing', async () => {
    const { click, easeTo, onPick } = pointerOver([circle])
    click()
    await vi.waitFor(() => expect(easeTo).toHaveBeenCalledWith({ center: [12, 55], zoom: 8 }))
    expect(onPick).not.toHaveBeenCalled()
  })

  it('does nothing where what was clicked is no more', async () => {
    const { click, easeTo } = pointerOver([circle], async () => {
      throw new Error('no cluster with this id')
    })
    click()
    await Promise.resolve()
    expect(easeTo).not.toHaveBeenCalled()
  })

  it('on a point picks its place, also beside a circle', () => {
    const { click, onPick } = pointerOver([circle, alone])
    click()
    expect(onPick).toHaveBeenCalledWith(['p'], { x: 5, y: 5 }, [], [])
  })

  it('on a name of the basemap picks the place that it is, where the case speaks of it', () => {
    const onMap = (id: string) => (id === 'basemap-spoken-city' ? {} : undefined)
    const named = (name: string) => ({ layer: { type: 'symbol' }, properties: { name } })
    const picked = (name: string) => {
      const { click, onPick } = pointerOver([], undefined, { names: [named(name)], getLayer: onMap })
      click()
      return onPick.mock.calls[0]?.[0]
    }
    expect(picked('Vesby')).toEqual(['vesby'])
    expect(picked('Ostby')).toEqual([])
  })

  it('on a hexagon comes nearer to what lies in it, and on a point in it picks that', () => {
    const over = pointerOver([cell])
    over.click()
    expect(over.easeTo).toHaveBeenCalledWith({ center: { lng: 30, lat: 48 }, zoom: 7 })
    expect(over.onPick).not.toHaveBeenCalled()
    // An area under it is not seen as such, one over it is.
    const area = { ...alone, layer: { type: 'fill' } }
    const above = pointerOver([cell, area])
    above.click()
    expect(above.onPick).not.toHaveBeenCalled()
    const below = pointerOver([area, cell])
    below.click()
    expect(below.onPick).toHaveBeenCalledWith(['p'], { x: 5, y: 5 }, [], [])
    const near = pointerOver([cell, alone])
    near.click()
    expect(near.onPick).toHaveBeenCalledWith(['p'], { x: 5, y: 5 }, [], [])
  })

  it('on a unit of a choropleth tells of that, and on a point in it picks that', () => {
    const unit = {
      ...cell,
      properties: { ...cell.properties, layer: 'things', unit: 'AA-1', name: 'Westland', areaKm2: 12 },
    }
    const over = pointerOver([unit])
    over.click()
    const told = { layer: 'things', code: 'AA-1', name: 'Westland', areaKm2: 12 }
    expect(over.onUnit).toHaveBeenCalledWith(told, { x: 5, y: 5 })
    expect(over.easeTo).not.toHaveBeenCalled()
    const near = pointerOver([unit, alone])
    near.click()
    expect(near.onUnit).not.toHaveBeenCalled()
    expect(near.onPick).toHaveBeenCalledWith(['p'], { x: 5, y: 5 }, [], [])
  })

  it('on a density picks nothing: what lies under it cannot be seen', () => {
    const { click, onPick } = pointerOver([heat])
    click()
    expect(onPick).toHaveBeenCalledWith([], { x: 5, y: 5 }, [], [])
  })
})
