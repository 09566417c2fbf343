import type { Geometry } from 'geojson'
import { combine, parseDbf, parseShp } from 'shpjs'
import { ImportFault, type SourceFile } from '../row'
import { toWindows1252 } from '../text/text-decoder'
import { unpack } from '../zip/unpack'
import { dbfEncoding } from './dbf-encoding'
import { featureTable } from './feature-rows'
import { listFeatures } from './read-features'

const PARTS = /\.(shp|dbf|prj|cpg)$/i

function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : new TextDecoder().decode(bytes))

/** Whether a .dbf is as long as it says: one that says too much would be read for hours. */
function isWhole(dbf: Uint8Array): boolean {
  if (dbf.length < 32) return false
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const [records, header, length] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  return length > 0 && header >= 33 && header + records * length <= dbf.length + length
}

const two = (number: number) => String(number).padStart(2, '0')

/** A day comes as midnight of this machine's own clock. */
function plainRow(row: Record<string, unknown>, label: string | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (typeof value === 'string' && label === 'windows-1252') return [key, toWindows1252(value)]
      if (!(value instanceof Date)) return [key, value]
      const day = `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`
      return [key, Number.isNaN(value.getTime()) ? null : day]
    }),
  )
}

/** Whether positions came out as they went in, though a projection is named: one that is unknown is passed over without a word. */
function isIgnored(shp: Uint8Array, prj: string, shapes: readonly (Geometry | null)[]): boolean {
  if (!/^\s*PROJ/i.test(prj)) return false
  const at = shapes.findIndex((shape) => shape !== null)
  return at >= 0 && JSON.stringify(parseShp(exactly(shp))[at]) === JSON.stringify(shapes[at])
}

/** Reads a zipped Shapefile, each in it a table; positions come to WGS 84 as its .prj says. Throws an ImportFault. */
export function readShapefile(name: string, bytes: Uint8Array): SourceFile {
  const files = new Map([...unpack(bytes, (each) => PARTS.test(each) && !each.startsWith('__MACOSX/'))])
  const stems = [...files.keys()].filter((each) => /\.shp$/i.test(each)).map((each) => each.slice(0, -'.shp'.length))
  const found: string[] = []
  const tables = stems.map((stem) => {
    const part = (end: string) =>
      [...files].find(([each]) => each.toLowerCase() === `${stem}.${end}`.toLowerCase())?.[1]
    const [shp, dbf, prj, cpg] = [part('shp'), part('dbf'), text(part('prj')), text(part('cpg'))]
    const short = stem.split('/').at(-1) ?? stem
    if (shp === undefined) throw new ImportFault('holds no .shp file')
    if (prj === undefined) found.push(`${short}: no .prj says in which system its positions are: read as WGS 84`)
    if (dbf === undefined) found.push(`${short}: no .dbf: its shapes have no columns`)
    const encoding = dbf === undefined ? null : dbfEncoding(dbf, cpg)
    if (encoding !== null && encoding.how !== null) found.push(`${short}: ${encoding.how}`)
    if (dbf !== undefined && !isWhole(dbf))
      throw new ImportFault(`${short}: its .dbf is shorter than it says: it was cut off`)
    try {
      const shapes = parseShp(exactly(shp), prj ?? '')
      if (prj !== undefined && isIgnored(shp, prj, shapes))
        throw new ImportFault(
          `${short}: its .prj names a system that is not known here (${prj.trim().slice(0, 60)}…): save it in WGS 84 (EPSG:4326)`,
        )
      const rows =
        dbf === undefined
          ? undefined
          : parseDbf(exactly(dbf), exactly(new TextEncoder().encode(encoding?.label ?? 'utf-8')))
      const made: unknown = combine([
        shapes,
        rows?.map((row) => plainRow(row, encoding?.label)) ?? shapes.map(() => ({})),
      ])
      return featureTable(name, stems.length > 1 ? short : null, listFeatures(made) ?? [])
    } catch (error) {
      if (error instanceof ImportFault) throw error
      throw new ImportFault(`${short}: its .shp and .dbf do not hold what they should: the file is damaged`)
    }
  })
  if (tables.length === 0) throw new ImportFault('holds no .shp file: zip .shp, .shx, .dbf and .prj together')
  return { name, format: 'shapefile', found, tables }
}
