import { combine, parseDbf, parseShp } from 'shpjs'
import { ImportFault, type SourceFile } from '../row'
import { unpack } from '../zip/unpack'
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
function plainRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (!(value instanceof Date)) return [key, value]
      const day = `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`
      return [key, Number.isNaN(value.getTime()) ? null : day]
    }),
  )
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
    if (cpg === undefined && dbf !== undefined) found.push(`${short}: no .cpg says how its texts are written`)
    if (dbf !== undefined && !isWhole(dbf))
      throw new ImportFault(`${short}: its .dbf is shorter than it says: it was cut off`)
    try {
      const shapes = parseShp(exactly(shp), prj ?? '')
      const rows =
        dbf === undefined ? undefined : parseDbf(exactly(dbf), exactly(new TextEncoder().encode(cpg ?? 'windows-1252')))
      const made: unknown = combine([shapes, rows?.map(plainRow) ?? shapes.map(() => ({}))])
      return featureTable(name, stems.length > 1 ? short : null, listFeatures(made) ?? [])
    } catch {
      throw new ImportFault(`${short}: its .shp and .dbf do not hold what they should: the file is damaged`)
    }
  })
  if (tables.length === 0) throw new ImportFault('holds no .shp file: zip .shp, .shx, .dbf and .prj together')
  return { name, format: 'shapefile', found, tables }
}
