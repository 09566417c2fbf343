import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FeatureCollection } from 'geojson'
import { isObject } from '@/lib/schema/plain-values'

/**
 * Files of the basemap that are read beside its archives: `data/basemap/<name>.geojson`, and those compressed in `sources`
 * there. `data/SOURCES.md` says what each is made from.
 */
export const basemapFileNames = [
  'borders',
  'disputed-areas',
  'country-names',
  'sea-names',
  'island-names',
  'land-names',
] as const
const sourceFileNames = ['sea', 'cities'] as const

export type BasemapFileName = (typeof basemapFileNames)[number] | (typeof sourceFileNames)[number]

const unpack = promisify(gunzip)

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

function isPacked(name: BasemapFileName): boolean {
  return sourceFileNames.some((packed) => packed === name)
}

/** Reads one of the basemap's files. Throws where it is missing or is no FeatureCollection. */
export async function readBasemapFile(name: BasemapFileName): Promise<FeatureCollection> {
  const file = isPacked(name) ? `sources/${name}.geojson.gz` : `${name}.geojson`
  const bytes = await readFile(basemapPath(file))
  const value: unknown = JSON.parse((isPacked(name) ? await unpack(bytes) : bytes).toString('utf8'))
  if (!isFeatureCollection(value)) throw new TypeError(`data/basemap/${file} is not a FeatureCollection`)
  return value
}
