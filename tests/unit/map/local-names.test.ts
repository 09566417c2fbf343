import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { createExpression } from '@maplibre/maplibre-gl-style-spec'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { projectMercator } from '@/lib/geo/project-mercator'
import { nameAndLocal } from '@/lib/map/basemap-expressions'
import { basemapTile } from '@/lib/server/basemap-archive'

/** What is written at a zoom for a city with these properties, a line each. */
function written(language: string, zoom: number, properties: Record<string, string>): string {
  const made = createExpression(nameAndLocal(language), 'layers[0].layout.text-field')
  if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join())
  return String(made.value.evaluate({ zoom }, { type: 'Point', properties }))
}

describe('what a city is called where it is', () => {
  const warsaw = { name: 'Warsaw', name_de: 'Warschau', local: 'Warszawa' }

  it('stands below its name in the reader’s language, from near', () => {
    expect(written('en', 5, warsaw)).toBe('Warsaw')
    expect(written('en', 6, warsaw)).toBe('Warsaw\nWarszawa')
    expect(written('de', 6, warsaw)).toBe('Warschau\nWarszawa')
  })

  it('stands there once where it is the same, or the map does not have it', () => {
    expect(written('de', 6, { name: 'Vienna', name_de: 'Wien', local: 'Wien' })).toBe('Wien')
    expect(written('en', 6, { name: 'Berlin' })).toBe('Berlin')
  })

  it('is in the tiles for each city of the list, and for important ones alone', async () => {
    const names: Record<string, string> = JSON.parse(await readFile('data/basemap/local-names.json', 'utf8'))
    const [x, y] = projectMercator([21, 52.2]).map((part) => Math.floor(part * 2 ** 5))
    const tile = new VectorTile(new PbfReader(gunzipSync((await basemapTile(5, x ?? 0, y ?? 0)) ?? Buffer.alloc(0))))
    const { cities } = tile.layers
    const found = Array.from({ length: cities?.length ?? 0 }, (_, at) => cities?.feature(at).properties ?? {})
    expect(found.find(({ name }) => name === 'Warsaw')?.local).toBe('Warszawa')
    const local = found.filter((each) => each.local !== undefined)
    expect(local.every(({ name, local: own, rank }) => names[String(name)] === own && Number(rank) <= 1)).toBe(true)
  })
})
