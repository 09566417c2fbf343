import { feature as topoFeature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { limits } from '@/lib/limits'
import { isObject } from '@/lib/schema/plain-values'
import { ImportFault, type ImportInput, type ReadOptions, type RowFault, type SourceFile, type SourceRow } from '../row'
import { decodeText, findEncoding } from '../text/decode-text'
import { featureRow, featureTable, plainRow } from './feature-rows'
import { columnsOf } from './flatten'
import { parseJson } from './read-json'

/** WGS 84, by name or number, and the systems of continents that lie within two metres of it. */
const plainSystems = /CRS:?84|WGS ?84|\b(?:4326|4979|4258|4269|4283|4617)$/i

/** A coordinate system other than WGS 84 that a file names, as GeoJSON before RFC 7946 could. */
export function refuseSystem(value: Record<string, unknown>): void {
  const { properties } = isObject(value.crs) ? value.crs : {}
  const { name, code } = isObject(properties) ? properties : {}
  const named = name ?? (code === undefined ? undefined : `EPSG:${code}`)
  if (typeof named === 'string' && !plainSystems.test(named.trim()))
    throw new ImportFault(`has its positions in ${named.slice(0, 80)}: save it in WGS 84 (EPSG:4326)`)
}

/** The features of a GeoJSON value, of whatever kind it is; null where it is none. */
export function listFeatures(value: unknown): readonly unknown[] | null {
  if (!isObject(value)) return null
  if (Array.isArray(value.features)) return value.features
  return value.type === 'Feature' || Array.isArray(value.coordinates) || Array.isArray(value.geometries)
    ? [value]
    : null
}

/** A GeoJSON file as a table of its features. */
export function readGeojson(name: string, value: Record<string, unknown>, found: readonly string[]): SourceFile {
  refuseSystem(value)
  const features = listFeatures(value)
  if (features === null) throw new ImportFault('has no list of features')
  return { name, format: 'geojson', found, tables: [featureTable(name, null, features)] }
}

/** Whether a value has what a topology has; that its arcs are right shows when they are followed. */
function isTopology(value: unknown): value is Topology {
  return isObject(value) && isObject(value.objects) && Array.isArray(value.arcs)
}

function isTopologyObject(value: unknown): value is GeometryCollection {
  return isObject(value) && typeof value.type === 'string'
}

/** Positions of all shapes when they are written out: arcs are shared, so that a small file can stand for a great many. */
function countUnfolded({ objects, arcs }: Topology): number {
  let count = 0
  const left: unknown[] = Object.values(objects)
  while (left.length > 0 && count <= limits.import.unfoldedPositions) {
    const next = left.pop()
    if (typeof next === 'number') count += arcs[next < 0 ? ~next : next]?.length ?? 0
    else if (Array.isArray(next)) for (const each of next) left.push(each)
    else if (isObject(next)) left.push(next.arcs, next.geometries)
  }
  return count
}

/** A TopoJSON file as a table for each of its objects. Throws an ImportFault. */
export function readTopojson(name: string, value: Record<string, unknown>, found: readonly string[]): SourceFile {
  const topology: unknown = value
  if (!isTopology(topology)) throw new ImportFault('is no TopoJSON: it lacks objects or arcs')
  if (countUnfolded(topology) > limits.import.unfoldedPositions)
    throw new ImportFault(
      `has shapes of more than ${limits.import.unfoldedPositions / 1e6} million positions, since they use the same arcs: split it`,
    )
  const entries = Object.entries(topology.objects)
  const tables = entries.map(([key, object]) => {
    const sheet = entries.length > 1 ? key : null
    try {
      if (!isTopologyObject(object)) throw new Error('no object')
      const made: unknown = topoFeature(topology, object)
      return featureTable(name, sheet, listFeatures(made) ?? [])
    } catch {
      throw new ImportFault(`its object “${key}” names arcs that are not there: the file is damaged`)
    }
  })
  return { name, format: 'topojson', found, tables }
}

/** A line as a row: a feature, or an object with its values, whose position is in one of them. */
function rowOf(value: unknown, file: string, row: number): SourceRow | RowFault {
  const isPlain = isObject(value) && value.type !== 'Feature' && !('coordinates' in value) && !('geometries' in value)
  return isPlain ? plainRow(value, file, row) : featureRow(value, file, null, row)
}

const isRecordSeparator = (text: string) => text.replaceAll('\u001e', '').trim()

async function* readLines(input: ImportInput, options: ReadOptions): AsyncGenerator<(SourceRow | RowFault)[]> {
  const { encoding } = await findEncoding(input, options)
  let [rest, row] = ['', 0]
  const read = (lines: readonly string[]): (SourceRow | RowFault)[] =>
    lines.flatMap((written) => {
      row++
      const line = isRecordSeparator(written).replace(/,$/, '')
      if (line === '') return []
      try {
        const value = parseJson(line)
        const features = isObject(value) && value.type === 'FeatureCollection' ? (listFeatures(value) ?? []) : [value]
        return features.map((feature) => rowOf(feature, input.name, row))
      } catch (error) {
        const reason = error instanceof ImportFault ? error.message : 'is not JSON'
        return [
          { file: input.name, sheet: null, row, column: null, value: line.slice(0, 60), reason: `the line ${reason}` },
        ]
      }
    })
  for await (const piece of decodeText(input, encoding, () => undefined)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > limits.import.lineCharacters)
      throw new ImportFault(
        `has a line of more than ${limits.import.lineCharacters / 1e6} million characters: it has no feature on each line`,
      )
    yield read(lines)
  }
  yield read([rest])
}

/** GeoJSON with one feature a line, of any size. */
export async function readGeojsonLines(input: ImportInput, options: ReadOptions): Promise<SourceFile> {
  const first: SourceRow[] = []
  for await (const rows of readLines(input, options)) {
    for (const row of rows) if (!('reason' in row)) first.push(row)
    if (first.length > 200) break
  }
  return {
    name: input.name,
    format: 'geojson-lines',
    found: ['one feature or object a line'],
    tables: [{ sheet: null, columns: columnsOf(first), rows: () => readLines(input, options) }],
  }
}
