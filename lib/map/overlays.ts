import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { broughtMarks } from './overlays/brought'
import { laidOverMarks } from './overlays/laid-over'
import { measureMarks } from './overlays/measure'
import { unitMarks } from './overlays/unit'
import { voiceMarks } from './overlays/voices'
import type { Theme } from './theme'

/**
 * What is drawn over the case on a reader's wish, from bottom to top: data of the reader's own, the shape laid over another
 * place, the lines from where it was said to what it is about, the country or part of one that is asked for, the measured line.
 * Made in the browser; each is a source of its own.
 */
export const overlayIds = ['brought', 'laid-over', 'voices', 'unit', 'measure'] as const
export type OverlayId = (typeof overlayIds)[number]

/** The lines of the voices lie under the names: they end where names stand, and would strike them through. */
const grounds: readonly ((theme: Theme) => LayerSpecification[])[] = [voiceMarks]
const marks: readonly ((theme: Theme) => LayerSpecification[])[] = [
  broughtMarks,
  laidOverMarks,
  unitMarks,
  measureMarks,
]

export const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** What each overlay draws. */
export type Overlays = Readonly<Record<OverlayId, FeatureCollection>>

export const emptyOverlays: Overlays = {
  brought: emptyCollection,
  'laid-over': emptyCollection,
  voices: emptyCollection,
  unit: emptyCollection,
  measure: emptyCollection,
}

/** Which overlays draw anything, and the name of the laid-over shape, as it is written in it; null for none. */
export interface DrawnOverlays {
  ids: readonly OverlayId[]
  laidOver: string | null
}

/** What a legend and a note have to say of overlays. */
export function describeOverlays(overlays: Overlays): DrawnOverlays {
  const name: unknown = overlays['laid-over'].features.find((each) => each.properties?.part === 'name')?.properties
    ?.text
  return {
    ids: overlayIds.filter((id) => overlays[id].features.length > 0),
    laidOver: typeof name === 'string' ? name : null,
  }
}

/** The sources of the overlays, all empty. */
export function overlaySources() {
  return Object.fromEntries(overlayIds.map((id) => [id, { type: 'geojson' as const, data: emptyCollection }]))
}

/** The style layers of the overlays: `ground` lies under all names, `marks` over everything. */
export function overlayLayers(theme: Theme): { ground: LayerSpecification[]; marks: LayerSpecification[] } {
  return { ground: grounds.flatMap((make) => make(theme)), marks: marks.flatMap((make) => make(theme)) }
}
