import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Feature, FeatureCollection } from 'geojson'
import { Compression, TileType } from 'pmtiles'
import { Areas } from '@/lib/gazetteer/areas'
import { type BasemapLayer, basemapLayers } from './basemap/basemap-layers'
import { cutRelief } from './basemap/cut-relief'
import { type CutLayer, cutTiles, MAX_ZOOM } from './basemap/cut-tiles'
import { makeGazetteer, type PlaceSource } from './basemap/make-gazetteer'
import { TileCollection, writePmtiles } from './basemap/write-pmtiles'

/**
 * `npm run basemap` makes the basemap in `data/basemap` from the files there and in `sources`: `world.pmtiles` (vector tiles)
 * in some minutes, `relief.pmtiles` (pictures) and `gazetteer.gz` (places by name) in some seconds. Named behind it, as in
 * `npm run basemap gazetteer`, only those.
 */

const folder = path.join(process.cwd(), 'data', 'basemap')

/** Of the cities of this rank and the more important ones the local name is written too. */
const LAST_LOCAL_RANK = 1

/** Features of a file: plain where somebody is to read it, compressed where it is large. */
async function readFeatures(name: string): Promise<Feature[]> {
  const text = await readFile(path.join(folder, `${name}.geojson`), 'utf8').catch(async () =>
    gunzipSync(await readFile(path.join(folder, 'sources', `${name}.geojson.gz`))).toString('utf8'),
  )
  const { features }: FeatureCollection = JSON.parse(text)
  return features
}

/** Shown while it goes on, where somebody sees it. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}`)
}

/** Cities with what they are called where they are, the best known of a name. Throws where one of the names is of no city. */
async function readCities(): Promise<Feature[]> {
  const local = new Map<string, string>(
    Object.entries(JSON.parse(await readFile(path.join(folder, 'local-names.json'), 'utf8'))),
  )
  const cities = (await readFeatures('cities')).map((city) => {
    const name = String(city.properties?.name)
    const own = Number(city.properties?.rank) > LAST_LOCAL_RANK ? undefined : local.get(name)
    local.delete(own === undefined ? '' : name)
    return own === undefined ? city : { ...city, properties: { ...city.properties, local: own } }
  })
  if (local.size > 0) throw new Error(`local-names.json names no such city: ${[...local.keys()].join(', ')}`)
  return cities
}

async function makeWorld(): Promise<Buffer> {
  const table: Record<string, BasemapLayer> = basemapLayers
  const layers: CutLayer[] = []
  for (const [name, layer] of Object.entries(table)) {
    const features = await (name === 'cities' ? readCities() : readFeatures(name))
    layers.push({ name, ...layer, features })
  }
  const tiles = new TileCollection()
  const take = (z: number, x: number, y: number, tile: Buffer) => tiles.add(z, x, y, tile)
  await cutTiles(layers, take, (done, of) => tell(`${done} of ${of} squares of the world`))
  return writePmtiles(tiles, {
    tileType: TileType.Mvt,
    tileCompression: Compression.Gzip,
    minZoom: 0,
    maxZoom: MAX_ZOOM,
    metadata: {
      name: 'Caseboard basemap',
      attribution: 'Natural Earth · GeoNames (CC BY 4.0) · NOAA',
      vector_layers: layers.map(({ name }) => ({ id: name, fields: {} })),
    },
  })
}

async function makeRelief(): Promise<Buffer> {
  const tiles = new TileCollection()
  const picture = await readFile(path.join(folder, 'sources', 'relief.webp'))
  const maxZoom = await cutRelief(picture, (z, x, y, tile) => tiles.add(z, x, y, tile))
  const metadata = { name: 'Caseboard relief', attribution: 'Natural Earth' }
  return writePmtiles(tiles, {
    tileType: TileType.Webp,
    tileCompression: Compression.None,
    minZoom: 0,
    maxZoom,
    metadata,
  })
}

async function readSource(file: string): Promise<string> {
  return gunzipSync(await readFile(path.join(folder, 'sources', file))).toString('utf8')
}

async function makeNames(): Promise<Buffer> {
  const lines = (await readSource('places.ndjson.gz')).trim().split('\n')
  const places = lines.map((line): PlaceSource => JSON.parse(line))
  const areas = new Areas(JSON.parse(await readSource('admin1.topojson.gz')))
  return gzipSync(makeGazetteer(places, areas), { level: 9 })
}

const made = {
  'gazetteer.gz': makeNames,
  'relief.pmtiles': makeRelief,
  'world.pmtiles': makeWorld,
} as const

const wanted = process.argv.slice(2)
for (const [file, make] of Object.entries(made)) {
  if (wanted.length > 0 && !wanted.some((name) => file.startsWith(name))) continue
  const bytes = await make()
  await writeFile(path.join(folder, file), bytes)
  console.log(`\n${file}: ${(bytes.length / 1e6).toFixed(1)} MB`)
}
