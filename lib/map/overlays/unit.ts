import type { FeatureCollection, MultiPolygon } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { outlineLines } from '@/lib/geo/outline-lines'
import type { Theme } from '../theme'
import { enclosedMarks } from './measure'

/** Style layers of the source `unit`: an outline as that of an area which is drawn. */
export function unitMarks(theme: Theme): LayerSpecification[] {
  return enclosedMarks('unit', theme)
}

/** The outline of a country or a part of one: parts `area` and `line`. */
export function drawUnitOutline(outline: MultiPolygon): FeatureCollection {
  const coordinates = outline.coordinates.flatMap(outlineLines)
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: outline, properties: { part: 'area' } },
      { type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties: { part: 'line' } },
    ],
  }
}
