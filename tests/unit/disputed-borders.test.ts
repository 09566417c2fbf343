import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { booleanPointInPolygon, coordAll } from '@turf/turf'
import type { Feature, FeatureCollection, Position } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { borderLooks } from '@/lib/map/basemap-expressions'
import { buildStyle } from '@/lib/map/build-style'
import { themes } from '@/lib/map/theme'
import { basemapTile } from '@/lib/server/basemap-archive'
import { readBasemapFile } from '@/lib/server/basemap-files'
import { countryAt } from '@/lib/server/country-at'
import { readBorders, readDisputes } from '@/lib/server/read-borders'
import { staticMapSvg } from '@/lib/server/static-map'

let borders: Feature[]
let areas: Feature[]

beforeAll(async () => {
  const files = await Promise.all((['borders', 'disputed-areas'] as const).map(readBasemapFile))
  ;[borders = [], areas = []] = files.map(({ features }) => features)
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
    ['Laayoune', -13.2, 27.15, 'Western Sahara'],
    ['Hargeisa', 44.06, 9.56, 'Somalia'],
    ['Taipei', 121.5, 25.05, 'Taiwan'],
    ['Georgetown’s hinterland', -60.5, 5.5, 'Guyana'],
  ])('have %s where the United Nations have it, or who administers it', async (_, lng, lat, country) => {
    expect(await countryAt([lng, lat])).toBe(country)
  })

  it.each([
    ['the Siachen Glacier', 77.17, 35.36],
    ['Bir Tawil', 33.75, 21.88],
    ['the middle of an ocean', -30, 30],
  ])('have %s in none', async (_, lng, lat) => {
    expect(await countryAt([lng, lat])).toBeNull()
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

  it('meet the coast and the outlines of countries vertex by vertex, so that no second line shows beside them', async () => {
    const packed = await readFile('data/basemap/sources/countries.geojson.gz')
    const countries: FeatureCollection = JSON.parse(gunzipSync(packed).toString('utf8'))
    const outline = new Set<string>()
    for (const { geometry } of countries.features) for (const at of coordAll(geometry)) outline.add(at.join())
    const between = borders.filter(({ properties }) => /^[A-Z]{2}-[A-Z]{2}$/.test(String(properties?.id)))
    expect(between.length).toBeGreaterThan(250)
    const strayed = between.filter((border) =>
      linesOf(border).some((line) => line.some((at) => !outline.has(at.join()))),
    )
    expect(strayed.map(({ properties }) => properties?.id)).toEqual([])
  })

  it('meet what the committed case has of Ukraine vertex by vertex', async () => {
    const oblasts: FeatureCollection = JSON.parse(
      await readFile('data/cases/2022-10-annexation/layers/annexed-oblasts.geojson', 'utf8'),
    )
    const outline = new Set(oblasts.features.flatMap(({ geometry }) => coordAll(geometry).map((at) => at.join())))
    const [line] = borders.filter(({ properties }) => properties?.id === 'RU-UA').flatMap(linesOf)
    const along = line?.filter((at) => outline.has(at.join())) ?? []
    const from = line?.findIndex((at) => outline.has(at.join())) ?? -1
    const to = line?.findLastIndex((at) => outline.has(at.join())) ?? -1
    expect(along.length).toBeGreaterThan(50)
    expect(along).toEqual(line?.slice(from, to + 1))
  })

  it('leave claims out where a crossing looks for its border', async () => {
    const kinds = new Set((await readBorders('data')).map(({ properties }) => properties?.kind))
    expect(kinds.has('recognised') && kinds.has('line-of-control')).toBe(true)
    expect(kinds.has('claim')).toBe(false)
  })
})

describe('the disputes of the basemap', () => {
  it('tell of lines that are not recognised and of disputed areas, of those alone that have a source', async () => {
    const told = new Set((await readDisputes()).map(({ id }) => id))
    const lines = borders.filter(({ properties }) => properties?.kind !== 'recognised')
    const drawn = [...lines, ...areas].flatMap(({ properties }) => properties?.dispute ?? [])
    expect([...new Set(drawn)].sort()).toEqual([...told].sort())
    expect(borders.filter(({ properties }) => properties?.kind === 'recognised' && properties.dispute)).toEqual([])
  })

  it('say who administers, who claims, as of when and on what source, and where they lie', async () => {
    const disputes = await readDisputes()
    expect(disputes.length).toBeGreaterThan(30)
    for (const { administered, claimed, asOf, sources, bounds } of disputes) {
      expect([administered, claimed, asOf].every((text) => /\S/.test(text))).toBe(true)
      expect(sources.length).toBeGreaterThan(0)
      const [west, south, east, north] = bounds
      expect(west >= -180 && south >= -90 && east <= 180 && north <= 90 && west < east && south < north).toBe(true)
    }
  })

  it('have lines and areas of every kind elsewhere as well, dashed and tinted where nothing is told', () => {
    const untold = [...borders, ...areas].filter(({ properties }) => properties?.dispute === undefined)
    const ids = untold.map(({ properties }) => properties?.id)
    for (const id of ['KP-KR', 'EH:wall', 'x-spratly', 'fk-falklands']) expect(ids).toContain(id)
    expect(kindOf('KP-KR')).toBe('line-of-control')
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
