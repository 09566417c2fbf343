import type { Figure } from './figure'
import { hues } from './hue'
import type { LayerDesign, Mark } from './layer'
import { kmPerUnit } from './length-units'
import type { Place } from './place'

function sizesOf(places: readonly Place[], figures: readonly Figure[]): Figure[] {
  const ids = new Set(places.flatMap(({ properties }) => properties.sizedBy ?? []))
  return figures.filter(({ id }) => ids.has(id))
}

function inferMark(places: readonly Place[], sizes: readonly Figure[]): Mark {
  const types = new Set(places.map(({ geometry }) => geometry.type))
  if (places.length > 0 && places.every(({ properties }) => properties.drawn !== undefined)) return 'name'
  if (types.has('Polygon') || types.has('MultiPolygon')) return 'area'
  if (types.has('LineString') || types.has('MultiLineString'))
    return sizes.some(({ unit }) => !kmPerUnit.has(unit)) ? 'flow' : 'line'
  const isRinged = places.some(({ properties }) => properties.rings !== undefined)
  return isRinged || sizes.length > 0 ? 'rings' : 'symbol'
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
  const name = id.replaceAll('-', ' ')
  return {
    id,
    name: name.charAt(0).toUpperCase() + name.slice(1),
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
