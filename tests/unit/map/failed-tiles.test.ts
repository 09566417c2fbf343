import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FailedTiles } from '@/components/map/failed-tiles'

type Listener = (event: object) => void

/** As much of a map as hears of errors and is asked for tiles. */
function createMap(sources: readonly string[]) {
  const listeners = new Map<string, Listener[]>()
  const on = (name: string, listener: Listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener])
  const asked: [string, object[]][] = []
  const map = {
    on,
    once: on,
    getSource: (id: string) =>
      sources.includes(id) ? { url: `/${id}`, updateImage: (image: object) => asked.push([id, [image]]) } : undefined,
    refreshTiles: (id: string, tiles: object[]) => asked.push([id, tiles]),
    triggerRepaint: () => undefined,
  }
  const fire = (name: string, event: object = {}) => {
    for (const listener of listeners.get(name) ?? []) listener(event)
  }
  const fail = (sourceId: string, x: number) =>
    fire('error', { error: new Error('503'), sourceId, tile: { tileID: { canonical: { z: 3, x, y: 2 } } } })
  return { map: map as unknown as MapLibreMap, asked, fire, fail }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('names the layers of which a tile has failed, asks for these tiles again, and says when all have come', () => {
  const { map, asked, fire, fail } = createMap(['case:fires', 'case:floods'])
  const told: (readonly string[])[] = []
  new FailedTiles(map, (layers) => told.push(layers))
  fail('case:fires', 4)
  fail('case:fires', 5)
  fail('case:floods', 4)
  expect(told.at(-1)).toEqual(['fires', 'floods'])
  vi.advanceTimersByTime(5000)
  expect(asked).toEqual([
    [
      'case:fires',
      [
        { x: 4, y: 2, z: 3 },
        { x: 5, y: 2, z: 3 },
      ],
    ],
    ['case:floods', [{ x: 4, y: 2, z: 3 }]],
  ])
  fail('case:floods', 4)
  fire('idle')
  expect(told.at(-1)).toEqual(['floods'])
  vi.advanceTimersByTime(5000)
  fire('idle')
  expect(told.at(-1)).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(asked).toHaveLength(3)
})

it('names the layer of a picture that cannot be had, and asks for it again', () => {
  const { map, asked, fire } = createMap(['picture:scan'])
  const told: (readonly string[])[] = []
  new FailedTiles(map, (layers) => told.push(layers))
  fire('error', { error: new Error('503'), sourceId: 'picture:scan' })
  expect(told.at(-1)).toEqual(['scan'])
  vi.advanceTimersByTime(5000)
  expect(asked).toEqual([['picture:scan', [{ url: '/picture:scan' }]]])
  fire('idle')
  expect(told.at(-1)).toEqual([])
})

it('asks for the tile of a picture that is on tiles, and not for all of it', () => {
  const { map, asked, fail } = createMap(['picture:scan'])
  const told: (readonly string[])[] = []
  new FailedTiles(map, (layers) => told.push(layers))
  fail('picture:scan', 4)
  expect(told.at(-1)).toEqual(['scan'])
  vi.advanceTimersByTime(5000)
  expect(asked).toEqual([['picture:scan', [{ x: 4, y: 2, z: 3 }]]])
})

it('does not ask a source that the style has no more, and writes other errors as the map would', () => {
  const { map, asked, fire, fail } = createMap([])
  const told: (readonly string[])[] = []
  new FailedTiles(map, (layers) => told.push(layers))
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const other = new Error('a glyph is missing')
  fire('error', { error: other })
  fire('error', { error: other, sourceId: 'basemap', tile: {} })
  expect(written.mock.calls).toEqual([[other], [other]])
  written.mockRestore()
  expect(told).toEqual([])
  fail('case:gone', 1)
  vi.advanceTimersByTime(5000)
  fire('idle')
  expect([asked, told.at(-1)]).toEqual([[], []])
})

it('asks for nothing once the map is gone', () => {
  const { map, asked, fire, fail } = createMap(['case:fires'])
  new FailedTiles(map, () => undefined)
  fail('case:fires', 1)
  fire('remove')
  vi.advanceTimersByTime(60_000)
  expect(asked).toEqual([])
})
