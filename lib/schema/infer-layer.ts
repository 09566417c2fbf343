import type { Figure } from './figure'
import type { LayerDesign } from './layer'
import type { Place } from './place'
import type { Mark } from './plain-marks'
import { hues, kmPerUnit } from './plain-values'

function sizesOf(places: readonly Place[], figures: readonly Figure[]): Figure[] {
  const ids = new Set(places.flatMap(({ properties }) => properties.sizedBy ?? []))
  return figures.filter(({ id }) => ids.has(id))
}

function inferMark(places: readonly Place[], sizes: readonly Figure[]): Mark {
  const types = new Set(
    places.flatMap(({ geometry }) =>
      geometry?.type === 'GeometryCollection' ? geometry.geometries.map(({ type }) => type) : (geometry?.type ?? []),
    ),
  )
  if (places.length > 0 && places.every(({ properties }) => properties.drawn !== undefined)) return 'name'
  if (types.has('Polygon') || types.has('MultiPolygon')) return 'area'
  if (types.has('LineString') || types.has('MultiLineString'))
    return sizes.some(({ unit }) => !kmPerUnit.has(unit)) ? 'flow' : 'line'
  const isRinged = places.some(({ properties }) => properties.rings !== undefined)
  return isRinged || sizes.length > 0 ? 'rings' : 'symbol'
}

/** What a layer is called that the case does not name: its id in words. */
export function inferName(id: string): string {
  const name = id.replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/**
 * How a layer is drawn of which the case does not say so, by what its places are: with a claim hatched, of a reported
 * length as long as that, drawn after a scheme dashed. Its name is its id in words. `index` is its place among the
 * layers, for a hue that the others do not have.
 */
export function inferLayer(
  id: string,
  places: readonly Place[],
  figures: readonly Figure[],
  index: number,
): LayerDesign {
  const sizes = sizesOf(places, figures)
  const mark = inferMark(places, sizes)
  const isSome = (test: (properties: Place['properties']) => boolean) => places.some((place) => test(place.properties))
  return {
    id,
    name: inferName(id),
    mark,
    hue: hues[index % hues.length] ?? 'slate',
    ...(mark === 'area' && isSome(({ claim }) => claim !== undefined) ? { pattern: 'hatch-45' } : {}),
    ...(mark === 'line' && sizes.length === 0 && isSome(({ schematic }) => schematic === true)
      ? { pattern: 'dashed' }
      : {}),
    ...(mark === 'line' && sizes.length > 0 ? { size: 'length' } : {}),
    ...(mark === 'symbol' ? { symbol: 'dot' } : {}),
    ...(mark === 'name' ? { context: true } : {}),
  }
}
