import { area as measureArea, simplify } from '@turf/turf'
import type { MultiPolygon, Position } from 'geojson'
import { merge } from 'topojson-client'
import type {
  Polygon as ArcPolygon,
  MultiPolygon as ArcPolygons,
  GeometryCollection,
  GeometryObject,
  Topology,
} from 'topojson-specification'
import type { Area } from './areas'

/** How far a line may be from where it was, degrees: each is tried where the one before leaves too many positions. */
const TOLERANCES = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const
/** Ten metres. */
const DIGITS = 4

type UnitShape = (ArcPolygon<Area> | ArcPolygons<Area>) & { properties: Area }

function isShape(geometry: GeometryObject<Area>): geometry is UnitShape {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
}

/** The parts of the world's countries as a topology has them, whose one object has areas that carry `id` and `cc`. */
function shapesOf(topology: Topology): UnitShape[] {
  const [parts] = Object.values(topology.objects) as GeometryCollection<Area>[]
  return (parts?.geometries ?? []).filter(isShape)
}

/** A topology's arcs as positions, each when it is first asked for. */
function arcReader({ arcs, transform }: Topology): (index: number) => Position[] {
  const read = new Map<number, Position[]>()
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] }
  return (index) => {
    const known = read.get(index)
    if (known !== undefined) return known
    let [x, y] = [0, 0]
    const line = (arcs[index] ?? []).map(([dx = 0, dy = 0]) => {
      if (transform === undefined) return [dx, dy]
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
    read.set(index, line)
    return line
  }
}

function arcsOf(shapes: readonly UnitShape[]): Set<number> {
  const all = shapes.flatMap((shape) => (shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat())).flat()
  return new Set(all.map((arc) => (arc < 0 ? ~arc : arc)))
}

/** Whether a ring still encloses anything: what is simplified away comes as one point, several times. */
function isArea(ring: readonly Position[]): boolean {
  return new Set(ring.map(([lng, lat]) => `${lng} ${lat}`)).size > 2
}

/** To ten metres, with the rings that are still areas; a polygon goes with its outer one. */
function tidy({ coordinates }: MultiPolygon): Position[][][] {
  const round = (part: number) => Number(part.toFixed(DIGITS))
  return coordinates.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => [round(lng), round(lat)]))
    return outer !== undefined && isArea(outer) ? [[outer, ...holes.filter(isArea)]] : []
  })
}

const countPositions = (polygons: readonly Position[][][]) =>
  polygons.reduce((sum, rings) => sum + rings.reduce((length, ring) => length + ring.length, 0), 0)

/** Of more polygons than there is room for, those of the most positions. */
function largest(polygons: Position[][][], most: number): Position[][][] {
  let left = most
  return polygons
    .toSorted((one, other) => countPositions([other]) - countPositions([one]))
    .filter((polygon, index) => {
      const count = countPositions([polygon])
      // What counts is drawn: the largest stays, however little room there is.
      if (count > left && index > 0) return false
      left -= count
      return true
    })
}

/** The outline of a part of a country, or of a country, whose code its parts have as `cc`. */
export interface UnitOutline {
  readonly code: string
  /** In English, of a part; without one where the data has none. */
  readonly name?: string
  /** The code of the country that it is or is a part of. */
  readonly country: string
  /** Measured on the sphere, before it was simplified; lines are straight on a plate carrée, as borders along parallels are. */
  readonly areaKm2: number
  readonly outline: MultiPolygon
}

/** A unit as it is answered. */
export interface Unit extends Pick<UnitOutline, 'code' | 'areaKm2' | 'outline'> {
  name: string
  /** The name of the country that it is a part of. */
  country?: string
}

interface Meant extends Pick<UnitOutline, 'code' | 'name' | 'country'> {
  readonly own: UnitShape[]
}

const toOutline = (coordinates: Position[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates })

function unitOf(code: string, shapes: readonly UnitShape[]): Meant[] {
  const own = shapes.filter(({ properties: { id, cc } }) => id === code || cc === code)
  const [first] = own
  if (first === undefined) return []
  const { cc: country, id, name } = first.properties
  return [{ code, country, own, ...(id === code && name !== undefined ? { name } : {}) }]
}

/** The topology's arcs of these units, with lines that are at most `tolerance` degrees from where they were. */
function simplifyArcs(readArc: (index: number) => Position[], used: ReadonlySet<number>, tolerance: number): Topology {
  const arcs: Position[][] = []
  for (const index of used) {
    const coordinates = readArc(index)
    arcs[index] =
      tolerance === 0 ? coordinates : simplify({ type: 'LineString', coordinates }, { tolerance }).coordinates
  }
  return { type: 'Topology', objects: {}, arcs }
}

/**
 * The outlines of units, each without the borders within it, in all of at most `most` positions: simplified as little as
 * needed, and shared borders alike on both sides. They end at 180° where a unit lies across it. What there is no such unit
 * of is left out.
 */
export function outlineUnits(topology: Topology, codes: readonly string[], most: number): UnitOutline[] {
  const shapes = shapesOf(topology)
  const units = codes.flatMap((code) => unitOf(code, shapes))
  const readArc = arcReader(topology)
  const used = arcsOf(units.flatMap(({ own }) => own))
  const exact = units.map(({ own }) => tidy(merge(simplifyArcs(readArc, used, 0), own)))
  const count = (drawn: readonly Position[][][][]) => drawn.reduce((sum, each) => sum + countPositions(each), 0)
  let drawn = exact
  for (const tolerance of TOLERANCES) {
    if (count(drawn) <= most) break
    const simpler = simplifyArcs(readArc, used, tolerance)
    // What would be simplified away as a whole stays as it is: a unit that is a small island.
    drawn = units.map(({ own }, index) => {
      const polygons = tidy(merge(simpler, own))
      return polygons.length === 0 ? (exact[index] ?? []) : polygons
    })
  }
  const room = count(drawn) <= most ? most : Math.floor(most / drawn.length)
  return units.map(({ own: _, ...unit }, index) => ({
    ...unit,
    areaKm2: measureArea(toOutline(exact[index] ?? [])) / 1e6,
    outline: toOutline(largest(drawn[index] ?? [], room)),
  }))
}
