import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GrowingMarks } from '@/components/map/growing-marks'
import { LayerData } from '@/components/map/layer-data'
import type { CaseMapStyle } from '@/lib/map/build-style'
import { layerOf } from '../marks/mark-kit'

const address = 'http://localhost/queue'
const road = [
  [0, 0],
  [10, 0],
]
const queue = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { key: 'road' }, geometry: { type: 'LineString', coordinates: road } }],
}
const style = {
  metadata: { visible: [layerOf('flow', { id: 'flows' }), layerOf('line', { id: 'queues', size: 'length' })] },
  sources: { 'case:queues': { type: 'geojson', data: address } },
} as unknown as CaseMapStyle
const flow = { id: 'flow', layer: 'flows' }
const other = { id: 'other', layer: 'flows' }
const line = { id: 'road', layer: 'queues' }

/** A map that keeps the states of its marks and what its sources are given, and comes to rest when it is told. */
class FakeMap {
  readonly states = new Map<string, number>()
  readonly given: unknown[] = []
  readonly #idle = new Set<() => void>()
  once = () => undefined
  on = (_: 'idle', handler: () => void) => this.#idle.add(handler)
  off = (_: 'idle', handler: () => void) => this.#idle.delete(handler)
  getSource = () => ({ setData: (data: unknown) => this.given.push(data) })
  setFeatureState = ({ source, id }: { source: string; id: string }, { grown }: { grown: number }) =>
    this.states.set(`${source} ${id}`, grown)
  removeFeatureState = ({ source, id }: { source: string; id: string }) => this.states.delete(`${source} ${id}`)
  async rests(): Promise<void> {
    for (const handler of this.#idle) handler()
    await vi.advanceTimersByTimeAsync(0)
  }
}

function begin() {
  const map = new FakeMap()
  const onEnd = vi.fn()
  return { map, onEnd, growing: new GrowingMarks(map as unknown as MapLibreMap, new LayerData(), onEnd) }
}

describe('marks that come to be seen', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16))
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(queue)))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('wait for the map, grow with what is written at them, and leave nothing behind', async () => {
    const { map, growing, onEnd } = begin()
    growing.show(style, [flow])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(growing.standing([flow, other])).toEqual([other])
    expect(Object.fromEntries(map.states)).toEqual({ 'case:flows flow': 0, 'notes flow': 0 })
    await map.rests()
    await vi.advanceTimersByTimeAsync(600)
    const half = map.states.get('case:flows flow')
    expect(half).toBeGreaterThan(0.4)
    expect(half).toBeLessThan(0.6)
    expect(map.states.get('notes flow')).toBe(half)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(map.states.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
    expect(growing.standing([flow, other])).toEqual([flow, other])
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('grow at last where the map never rests', async () => {
    const { map, growing } = begin()
    growing.show(style, [flow])
    await vi.advanceTimersByTimeAsync(7_000)
    expect(map.states.size).toBe(0)
  })

  it('do not grow again while they are there, and do after they were away', async () => {
    const { map, growing } = begin()
    growing.show(style, [flow])
    await map.rests()
    await vi.advanceTimersByTimeAsync(2_000)
    growing.show(style, [flow])
    expect(map.states.size).toBe(0)
    growing.show(style, [flow, other])
    expect([...map.states.keys()]).toEqual(['case:flows other', 'notes other'])
    growing.show(style, [])
    expect(map.states.size).toBe(0)
    growing.show(style, [flow])
    expect(map.states.get('case:flows flow')).toBe(0)
  })

  it('become longer where they are lines, and are whole again', async () => {
    const { map, growing } = begin()
    growing.show(style, [line])
    await map.rests()
    await vi.advanceTimersByTimeAsync(600)
    const cut = map.given.at(-1)
    const end = JSON.stringify(cut).match(/\[\[0,0\],\[([\d.]+),0\]\]/)?.[1]
    expect(Number(end)).toBeGreaterThan(4)
    expect(Number(end)).toBeLessThan(6)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(map.given.at(-1)).toBe(address)
  })

  it('stand at once where the map has lost its states', async () => {
    const { map, growing } = begin()
    growing.show(style, [flow])
    growing.forget()
    map.states.clear()
    await map.rests()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(map.states.size).toBe(0)
  })
})
