import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { laidOverMarks } from './overlays/laid-over'
import { measureMarks } from './overlays/measure'
import { voiceMarks } from './overlays/voices'
import type { Theme } from './theme'

/**
 * What is drawn over the case on a reader's wish, from bottom to top: the shape laid over another place, the lines from
 * where it was said to what it is about, the measured line. Made in the browser; each is a source of its own.
 */
export const overlayIds = ['laid-over', 'voices', 'measure'] as const
export type OverlayId = (typeof overlayIds)[number]

const marks: Record<OverlayId, (theme: Theme) => LayerSpecification[]> = {
  'laid-over': laidOverMarks,
  voices: voiceMarks,
  measure: measureMarks,
}

export const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The sources of the overlays, all empty. */
export function overlaySources() {
  return Object.fromEntries(overlayIds.map((id) => [id, { type: 'geojson' as const, data: emptyCollection }]))
}

/** The style layers of the overlays. */
export function overlayLayers(theme: Theme): LayerSpecification[] {
  return overlayIds.flatMap((id) => marks[id](theme))
}
