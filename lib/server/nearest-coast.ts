import type { Feature, Position } from 'geojson'
import { once } from '@/lib/derive/once'
import { nearestOnLines } from '@/lib/geo/along-line'
import { angleBetween, combine, dot, toVector, type Vector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { readBasemapFile } from './basemap-files'
import { countryAt } from './country-at'

/** The nearest coast of a sea: where, how far along a great circle, and whose it is, where that is known. */
export interface NearestCoast {
  point: LngLat
  distanceKm: number
  country: string | null
}

/** Where the sea's rings follow the edge of the world, which is no coast. Degrees. */
const EDGE_LNG = 180
const EDGE_LAT = 89.9

/** Positions of a stretch of coast, and the cap of the sphere that holds it: most are passed over by the cap alone. */
interface Stretch {
  positions: Float64Array
  middle: Vector
  /** Radians. */
  radius: number
}

/** Edges of a stretch: few enough to lie close together, enough to make looking at caps worth while. */
const STRETCH_EDGES = 48

function isEdge([lngA = 0, latA = 0]: Position, [lngB = 0, latB = 0]: Position): boolean {
  const alongSide = lngA === lngB && Math.abs(lngA) === EDGE_LNG
  return alongSide || (latA === latB && Math.abs(latA) > EDGE_LAT)
}

function stretchOf(positions: readonly Position[]): Stretch {
  const flat = new Float64Array(positions.length * 2)
  for (const [at, [lng = 0, lat = 0]] of positions.entries()) {
    flat[at * 2] = lng
    flat[at * 2 + 1] = lat
  }
  const vectors = positions.map(([lng = 0, lat = 0]) => toVector([lng, lat]))
  const sum = vectors.reduce<Vector>((total, vector) => combine(total, 1, vector, 1), [0, 0, 0])
  const size = Math.sqrt(dot(sum, sum)) || 1
  const middle = combine(sum, 1 / size, sum, 0)
  const radius = vectors.reduce((most, vector) => Math.max(most, angleBetween(middle, vector)), 0)
  return { positions: flat, middle, radius }
}

/** The stretches of a ring of sea that are coast. */
function coastOf(ring: readonly Position[]): Stretch[] {
  const stretches: Position[][] = [[]]
  for (const [index, position] of ring.entries()) {
    const before = ring[index - 1]
    const current = stretches.at(-1)
    if (before !== undefined && isEdge(before, position)) stretches.push([position])
    else if (current !== undefined && current.length > STRETCH_EDGES) stretches.push([before ?? position, position])
    else current?.push(position)
  }
  return stretches.filter(({ length }) => length > 1).map(stretchOf)
}

function ringsOf({ geometry }: Feature): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

const coast = once(async () => {
  const { features } = await readBasemapFile('sea')
  return features.flatMap((feature) => ringsOf(feature).flatMap(coastOf))
})

function vectorsOf({ positions }: Stretch): Vector[] {
  return Array.from({ length: positions.length / 2 }, (_, at) =>
    toVector([positions[at * 2] ?? 0, positions[at * 2 + 1] ?? 0]),
  )
}

async function nearestStretches(at: LngLat): Promise<Vector[][]> {
  const stretches = await coast()
  const from = toVector(at)
  const middles = stretches.map(({ middle }) => angleBetween(from, middle))
  const within = stretches.reduce(
    (least, { radius }, index) => Math.min(least, (middles[index] ?? 0) + radius),
    Number.POSITIVE_INFINITY,
  )
  return stretches.filter(({ radius }, index) => (middles[index] ?? 0) - radius <= within).map(vectorsOf)
}

/**
 * The coast nearest to a position, along a great circle and exact on the basemap's coastline; that is generalised by
 * about 200 m. Lakes have no coast here; the Caspian has. Throws where the basemap's files cannot be read or have no
 * coast.
 */
export async function nearestCoast(at: LngLat): Promise<NearestCoast> {
  const nearest = nearestOnLines(at, await nearestStretches(at))
  if (nearest === null) throw new Error('the basemap has no coast')
  return { ...nearest, country: await countryAt(nearest.point) }
}
