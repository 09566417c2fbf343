import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FeatureCollection } from 'geojson'
import { once } from '@/lib/derive/once'
import { isObject } from '@/lib/schema/plain-values'

/** The basemap's geometry files, `data/basemap/<name>.geojson`; `data/SOURCES.md` says what each is made from. */
export const basemapFileNames = [
  'sea',
  'sea-beyond',
  'bathymetry',
  'countries-detail',
  'lakes',
  'rivers',
  'borders',
  'disputed-areas',
  'admin1-lines',
  'cities',
  'sea-names',
  'island-names',
  'country-names',
  'admin1-labels',
  'countries',
] as const

export type BasemapFileName = (typeof basemapFileNames)[number]

/** Where a file of the basemap stands. */
export function basemapPath(file: string): string {
  return path.join(process.cwd(), 'data', 'basemap', file)
}

function isFeatureCollection(value: unknown): value is FeatureCollection {
  if (!isObject(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features)) return false
  return value.features.every(
    (feature: unknown) =>
      isObject(feature) &&
      feature.type === 'Feature' &&
      isObject(feature.properties) &&
      isObject(feature.geometry) &&
      Array.isArray(feature.geometry.coordinates),
  )
}

/** Reads one of the basemap's files. Throws where it is missing or is no FeatureCollection. */
export async function readBasemapFile(name: BasemapFileName): Promise<FeatureCollection> {
  const value: unknown = JSON.parse(await readFile(basemapPath(`${name}.geojson`), 'utf8'))
  if (!isFeatureCollection(value)) throw new TypeError(`data/basemap/${name}.geojson is not a FeatureCollection`)
  return value
}

/** The shaded relief, a WebP in Web Mercator. Read once. Throws where the file is missing. */
export const readRelief = once(() => readFile(basemapPath('relief.webp')))

/** Raised when tiles are cut differently from the same files, so that no cache keeps the old ones. */
const CUT = '3'

/** Twelve hex digits that change when any tile or the relief does; goes into their addresses. Computed once. */
export const basemapVersion = once(async () => {
  const hash = createHash('sha256').update(CUT)
  for (const name of basemapFileNames) hash.update(await readFile(basemapPath(`${name}.geojson`)))
  hash.update(await readRelief())
  return hash.digest('hex').slice(0, 12)
})
