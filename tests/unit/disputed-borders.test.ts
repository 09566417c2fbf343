import { gunzipSync } from 'node:zlib'
import { booleanPointInPolygon } from '@turf/turf'
import type { Feature, Position } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { borderLooks } from '@/lib/map/basemap-expressions'
import { buildStyle } from '@/lib/map/build-style'
import { themes } from '@/lib/map/theme'
import { readBasemapFile } from '@/lib/server/basemap-files'
import { basemapTile } from '@/lib/server/basemap-tiles'
import { readBorders, readDisputes } from '@/lib/server/read-borders'
import { staticMapSvg } from '@/lib/server/static-map'

let countries: Feature[]
let borders: Feature[]
let areas: Feature[]

beforeAll(async () => {
  const files = await Promise.all((['countries', 'borders', 'disputed-areas'] as const).map(readBasemapFile))
  ;[countries = [], borders = [], areas = []] = files.map(({ features }) => features)
})

function holds(feature: Feature, at: Position, ignoreBoundary = false): boolean {
  const { geometry } = feature
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false
  return booleanPointInPolygon(at, geometry, { ignoreBoundary })
}

function linesOf({ geometry }: Feature): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' || geometry.type === 'Polygon' ? geometry.coordinates : []
}

const kindOf = (id: string) => borders.find(({ properties }) => properties?.id === id)?.properties?.kind

describe('the countries of the basemap', () => {
  it.each([
    ['the Golan', 35.78, 33.0, 'Syria'],
    ['the Shebaa Farms', 35.69, 33.3, 'Syria'],
    ['the Old City of Jerusalem', 35.2345, 31.7765, 'Palestine'],
    ['East Jerusalem, Shuafat', 35.2335, 31.8125, 'Palestine'],
    ['West Jerusalem', 35.2, 31.78, 'Israel'],
    ['Gaza', 34.45, 31.5, 'Palestine'],
    ['Kyrenia', 33.32, 35.33, 'Cyprus'],
    ['Sukhumi', 41.02, 43.0, 'Georgia'],
    ['Tskhinvali', 43.97, 42.23, 'Georgia'],
    ['Tiraspol', 29.63, 46.84, 'Moldova'],
    ['Simferopol', 34.1, 44.95, 'Ukraine'],
    ['Baikonur', 63.32, 45.62, 'Kazakhstan'],
  ])('have %s where the United Nations have it', (_, lng, lat, country) => {
    const found = countries.filter((feature) => holds(feature, [lng, lat])).map(({ properties }) => properties?.name)
    expect(found).toEqual([country])
  })

  it('have the Siachen Glacier in none', () => {
    expect(countries.some((feature) => holds(feature, [77.17, 35.36]))).toBe(false)
  })
})

describe('the borders of the basemap', () => {
  it.each([
    'IN-PK:jammu-kashmir',
    'IN-PK:working-boundary',
    'CN-IN:aksai-chin',
    'CN:aksai-chin',
    'IL-SY',
    'SY:line-a',
    'IL-PS',
    'IL-PS:jerusalem',
    'IL-LB',
    'CY:north',
    'GE:abkhazia',
    'GE:south-ossetia',
    'MD:transnistria',
    'RS-XK',
    'AM-AZ',
  ])('do not have %s as recognised', (id) => {
    expect(kindOf(id)).toMatch(/^(line-of-control|disputed|indefinite|claim)$/)
  })

  it.each(['RU-UA', 'GE-RU:abkhazia', 'MD-UA:transnistria', 'JO-PS', 'DE-PL'])('have %s as recognised', (id) => {
    expect(kindOf(id)).toBe('recognised')
  })

  it('run through no disputed area where they are recognised', () => {
    const through = borders
      .filter(({ properties }) => properties?.kind === 'recognised')
      .filter((border) =>
        linesOf(border).some((line) => line.some((at) => areas.some((area) => holds(area, at, true)))),
      )
    expect(through.map(({ properties }) => properties?.id)).toEqual([])
  })

  it('meet Ukraine’s outline vertex by vertex, so that no second line shows beside it', async () => {
    const { features } = await readBasemapFile('countries-detail')
    const outline = new Set(
      features.flatMap(({ geometry }) =>
        geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2).map((at) => at.join()) : [],
      ),
    )
    const ukraines = borders.filter(({ properties }) => /\bUA\b/.test(String(properties?.id)))
    expect(ukraines.length).toBeGreaterThan(7)
    const strayed = ukraines.flatMap(linesOf).flatMap((line) => line.filter((at) => !outline.has(at.join())))
    expect(strayed).toEqual([])
  })

  it('leave claims out where a crossing looks for its border', async () => {
    const kinds = new Set((await readBorders('data')).map(({ properties }) => properties?.kind))
    expect(kinds.has('recognised') && kinds.has('line-of-control')).toBe(true)
    expect(kinds.has('claim')).toBe(false)
  })
})

describe('the disputes of the basemap', () => {
  it('tell of every line that is not recognised and of every disputed area, and of nothing else', async () => {
    const told = new Set((await readDisputes()).map(({ id }) => id))
    const lines = borders.filter(({ properties }) => properties?.kind !== 'recognised')
    const drawn = [...lines, ...areas].map(({ properties }) => properties?.dispute)
    expect([...new Set(drawn)].sort()).toEqual([...told].sort())
    expect(borders.filter(({ properties }) => properties?.kind === 'recognised' && properties.dispute)).toEqual([])
  })

  it('say who administers, who claims, as of when and on what source, and lie in the region', async () => {
    const disputes = await readDisputes()
    expect(disputes.length).toBeGreaterThan(30)
    for (const { administered, claimed, asOf, sources, bounds } of disputes) {
      expect([administered, claimed, asOf].every((text) => /\S/.test(text))).toBe(true)
      expect(sources.length).toBeGreaterThan(0)
      const [west, south, east, north] = bounds
      expect(west >= -25 && south >= 30 && east <= 110 && north <= 78 && west < east && south < north).toBe(true)
    }
  })

  it('leave Crimea and the claimed oblasts to the case', () => {
    const within = areas.filter((area) => holds(area, [34.1, 44.95]) || holds(area, [33.5, 46.9]))
    expect(within).toEqual([])
  })
})

describe('how they are drawn', () => {
  it('has every kind in one look, and none but the recognised solid', () => {
    for (const kind of new Set(borders.map(({ properties }) => properties?.kind))) {
      const looks = borderLooks.filter(({ kinds }) => kinds.includes(kind))
      expect(looks).toHaveLength(1)
      expect(looks[0]?.dashes === undefined).toBe(kind === 'recognised')
    }
  })

  it.each(Object.values(themes))('dashes them on the live map, $name', (theme) => {
    const input = { origin: 'http://localhost', basemapVersion: 'b', caseId: 'c', layers: [], visible: [] }
    const { layers } = buildStyle({ ...input, theme, scale: 1, schematicWords: '' })
    const lines = layers.flatMap((layer) =>
      layer.type === 'line' && layer['source-layer'] === 'borders' ? [[layer.id, layer.paint?.['line-dasharray']]] : [],
    )
    expect(Object.fromEntries(lines)).toEqual({
      'basemap-borders-recognised': undefined,
      'basemap-borders-disputed': [3, 2],
      'basemap-borders-indefinite': [0, 2.2],
      'basemap-borders-claim': [0, 3],
    })
  })

  it('dashes them in the still map and tints disputed areas', async () => {
    const size = { width: 600, height: 400, theme: 'light', layers: [] } as const
    const kashmir = await staticMapSvg({ bounds: [72, 32, 82, 37], ...size })
    expect(kashmir).toContain('stroke-dasharray="3 2"')
    expect(kashmir).toContain(`fill="${themes.light.border}" fill-opacity`)
    const france = await staticMapSvg({ bounds: [0, 44, 6, 48], ...size })
    expect(france).not.toContain('stroke-dasharray')
  })

  it('has the kind and the dispute in the tiles as they are served', async () => {
    const kashmir = gunzipSync((await basemapTile(6, 45, 25)) ?? Buffer.alloc(0)).toString('latin1')
    for (const word of ['line-of-control', 'claim', 'disputed-areas', 'aksai-chin']) expect(kashmir).toContain(word)
    const far = gunzipSync((await basemapTile(2, 2, 1)) ?? Buffer.alloc(0)).toString('latin1')
    expect(far).toContain('line-of-control')
    expect(far).not.toContain('shebaa')
  })
})
