import { splitGeometry } from '@/lib/geo/split-geometry'
import { geometryOfMark } from '@/lib/schema/layer'
import type { CaseFiles } from '@/lib/schema/parse-records'
import type { CaseLayer, CaseRecords } from '@/lib/schema/records'
import { findPlaceLines } from './find-place-lines'
import type { Warning } from './warning'

/** Of which a layer may be made instead, by the beginning or the end of a geometry's type. */
const markOf = [
  ['Point', 'symbol'],
  ['LineString', 'line'],
  ['Polygon', 'area'],
] as const

/** What of a place in a collection its layer's mark does not draw, in words; null where it draws all of it. */
function describeUndrawn({ geometry, properties }: CaseLayer['places'][number], { mark }: CaseLayer): string | null {
  const drawn = geometryOfMark[mark]
  if (geometry?.type !== 'GeometryCollection' || drawn === null || properties.drawn !== undefined) return null
  const members = splitGeometry(geometry)
  const left = members.filter(({ type }) => !type.endsWith(drawn))
  if (left.length === 0) return null
  const types = [...new Set(left.map(({ type }) => type))].join(', ')
  const others = markOf.filter(([end]) => left.some(({ type }) => type.endsWith(end))).map(([, use]) => `“${use}”`)
  const what =
    left.length === members.length ? 'nothing' : `only ${members.length - left.length} of ${members.length} members`
  return `a layer of mark “${mark}” draws ${what} of its GeometryCollection and leaves out ${types}: give these a place in a layer of mark ${others.join(' or ')}`
}

/** Tells of places that hold several geometries of which their layer's mark cannot draw each. Never throws. */
export function warnOfUndrawn(files: CaseFiles, { layers }: CaseRecords): Warning[] {
  const found = layers.flatMap((layer) =>
    layer.places.flatMap((place) => {
      const words = describeUndrawn(place, layer)
      return words === null ? [] : [{ id: place.id, layer: layer.id, words: `${place.id}: ${words}` }]
    }),
  )
  const lines = found.length === 0 ? undefined : findPlaceLines(files)
  return found.map(({ id, layer, words }): Warning => {
    return { ...(lines?.get(id) ?? { file: `layers/${layer}.geojson` }), rule: 'undrawn', words }
  })
}
