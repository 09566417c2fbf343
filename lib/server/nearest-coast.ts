import { booleanPointInPolygon } from '@turf/turf'
import type { Feature, Position } from 'geojson'
import { once } from '@/lib/derive/once'
import { nearestOnLines } from '@/lib/geo/along-line'
import { toVector, type Vector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { type BasemapFileName, readBasemapFile } from './basemap-files'

/** The nearest coast of a sea: where, how far along a great circle, and whose it is, where that is known. */
export interface NearestCoast {
  point: LngLat
  distanceKm: number
  country: string | null
}

/** Edges of the files' own rectangles: a side of the page and no coast. Degrees. */
const frames: Partial<Record<BasemapFileName, { lngs: readonly number[]; lats: readonly number[] }>> = {
  sea: { lngs: [-25, 110], lats: [30, 78] },
  'sea-beyond': { lngs: [-180, 180, -24.97, 109.97], lats: [85.06, -85.06, 30.03, 77.97] },
}

/** The countries' outlines are drawn more coarsely than the coast: farther than this, a coast is none of theirs. */
const COUNTRY_REACH_KM = 8

function toLine(positions: readonly Position[]): Vector[] {
  return positions.map(([lng = 0, lat = 0]) => toVector([lng, lat]))
}

function ringsOf({ geometry }: Feature): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

/** The stretches of a ring of sea that are coast. */
function coastOf(ring: Position[], name: BasemapFileName): Vector[][] {
  const { lngs = [], lats = [] } = frames[name] ?? {}
  const isFrame = (a: Position, b: Position) =>
    (a[0] === b[0] && lngs.includes(a[0] ?? 0)) || (a[1] === b[1] && lats.includes(a[1] ?? 0))
  const stretches: Position[][] = [[]]
  for (const [index, position] of ring.entries()) {
    const before = ring[index - 1]
    if (before !== undefined && isFrame(before, position)) stretches.push([])
    stretches.at(-1)?.push(position)
  }
  return stretches.filter((stretch) => stretch.length > 1).map(toLine)
}

async function readCoast(): Promise<Vector[][]> {
  const names = ['sea', 'sea-beyond'] as const
  const files = await Promise.all(names.map(async (name) => ({ name, file: await readBasemapFile(name) })))
  return files.flatMap(({ name, file }) =>
    file.features.flatMap((feature) => ringsOf(feature).flatMap((ring) => coastOf(ring, name))),
  )
}

async function readLands(): Promise<{ name: string; outline: Vector[][]; feature: Feature }[]> {
  const { features } = await readBasemapFile('countries')
  return features.map((feature) => ({
    name: String(feature.properties?.name),
    outline: ringsOf(feature).map(toLine),
    feature,
  }))
}

const coast = once(readCoast)
const lands = once(readLands)

async function countryAt(point: LngLat): Promise<string | null> {
  let nearest: { name: string; distanceKm: number } | null = null
  for (const { name, outline, feature } of await lands()) {
    const { geometry } = feature
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
    if (booleanPointInPolygon(point, geometry)) return name
    const distanceKm = nearestOnLines(point, outline)?.distanceKm ?? Number.POSITIVE_INFINITY
    if (distanceKm < (nearest?.distanceKm ?? COUNTRY_REACH_KM)) nearest = { name, distanceKm }
  }
  return nearest?.name ?? null
}

/**
 * The coast nearest to a position, along a great circle and exact on the basemap's coastline; that is generalised by
 * 200 m, beyond the region of the case by some km. Lakes have no coast here; the Caspian has. Throws where the
 * basemap's files cannot be read or have no coast.
 */
export async function nearestCoast(at: LngLat): Promise<NearestCoast> {
  const nearest = nearestOnLines(at, await coast())
  if (nearest === null) throw new Error('the basemap has no coast')
  return { ...nearest, country: await countryAt(nearest.point) }
}
