import { bbox } from '@turf/turf'
import type { MultiPolygon } from 'geojson'
import { toPlaceGeometry } from '@/lib/geo/geometry-parts'
import { labelPoint } from '@/lib/geo/label-point'
import type { CaseLayer } from '@/lib/schema/records'
import type { UnitSource } from './assign-units'
import type { DrawnFeature, DrawnLayer } from './drawn-feature'

/** The part of a unit that has its number: the widest one’s width, degrees. */
function widthOf({ coordinates }: MultiPolygon): number {
  return coordinates.reduce((widest, polygon) => {
    const [west, , east] = bbox({ type: 'Polygon', coordinates: polygon })
    return Math.max(widest, east - west)
  }, 0)
}

/** A choropleth as drawn, with the unit that each of its points lies in, and the outlines of these units; any other layer as it is. */
export function drawUnits(layer: CaseLayer, drawn: DrawnLayer, source: UnitSource): DrawnLayer {
  if (layer.mark !== 'choropleth') return drawn
  const codes = new Set<string>()
  const features = drawn.features.map((feature): DrawnFeature => {
    const { geometry, properties } = feature
    if (geometry.type !== 'Point') return feature
    const [lng = 0, lat = 0] = geometry.coordinates
    const found = source.codesAt([lng, lat])
    const unit = layer.units?.by === 'country' ? found.at(-1) : found[0]
    if (unit === undefined) return feature
    codes.add(unit)
    return { ...feature, properties: { ...properties, unit } }
  })
  const outlines = source.outlinesOf([...codes]).map(({ code, areaKm2, outline }): DrawnFeature => {
    const name = source.nameOf(code) ?? code
    const shape = toPlaceGeometry(outline)
    const middle = shape === null || outline.coordinates.length === 0 ? {} : { middle: labelPoint(shape) }
    const own = { unit: code, areaKm2, widthDegrees: widthOf(outline), ...middle }
    const properties = { place: '', key: `unit ${code}`, layer: layer.id, part: 'unit' as const, name, ...own }
    return { type: 'Feature', geometry: outline, properties }
  })
  return { ...drawn, features: [...features, ...outlines] }
}
