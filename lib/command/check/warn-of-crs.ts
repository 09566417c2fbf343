import { isObject } from '@/lib/schema/is-object'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { scanJson } from '@/lib/schema/scan-json'
import type { Warning } from './warning'

/** What a `crs` member calls its system: `urn:ogc:def:crs:EPSG::3857`. */
function nameOf(text: string): string | null {
  try {
    const root: unknown = JSON.parse(text)
    const crs = isObject(root) ? root.crs : undefined
    const properties = isObject(crs) ? crs.properties : undefined
    return isObject(properties) && typeof properties.name === 'string' ? properties.name.slice(0, 80) : null
  } catch {
    return null
  }
}

/** Tells of layers that name a coordinate reference system: RFC 7946 has none, and theirs is not looked at. Never throws. */
export function warnOfCrs(files: CaseFiles): Warning[] {
  return [...files].flatMap(([file, text]): Warning[] => {
    if (typeof text !== 'string' || !file.endsWith('.geojson')) return []
    const tokens = scanJson(text)
    if (!Array.isArray(tokens)) return []
    const at = tokens.findIndex(
      ({ kind, value, depth }, index) =>
        kind === 'string' && value === 'crs' && depth === 1 && tokens[index + 1]?.kind === ':',
    )
    const token = tokens[at]
    if (token === undefined) return []
    const name = nameOf(text)
    const isWgs84 = name !== null && /CRS:?84|:4326$/i.test(name)
    const words = isWgs84
      ? 'may be left out: GeoJSON is always in WGS 84, [longitude, latitude] in degrees'
      : 'is not read: every position is taken for WGS 84, [longitude, latitude] in degrees, as [32.6, 46.6]. Convert the file to it and leave this out'
    return [
      { file, line: token.line, rule: 'crs', words: `the member “crs”${name === null ? '' : ` (${name})`} ${words}` },
    ]
  })
}
