import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'

/** Id of the source that holds the basemap's vector tiles. */
export const BASEMAP_TILES = 'basemap'

/** A value that changes steadily with the zoom between the stops, and stays as it is beyond them. */
export function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()]
}

/** Keeps the features of one rank; lower ranks are the more important. */
export function rankIs(rank: number): FilterSpecification {
  return ['==', ['get', 'rank'], rank]
}
