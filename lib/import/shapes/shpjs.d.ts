declare module 'shpjs' {
  import type { FeatureCollection, Geometry } from 'geojson'

  /** The shapes of a .shp file, from the system that the text of a .prj names. */
  export function parseShp(shp: ArrayBuffer, prj?: string): (Geometry | null)[]
  /** The rows of a .dbf file, their texts in the encoding that a .cpg names. */
  export function parseDbf(dbf: ArrayBuffer, cpg?: ArrayBuffer): Record<string, unknown>[]
  export function combine(parts: [(Geometry | null)[], Record<string, unknown>[]]): FeatureCollection
}
