import type { Feature } from 'geojson'
import type { Frame } from '@/lib/geo/clip-to-frame'
import type { MapLayer } from '@/lib/map/case-layer'
import type { Overlays } from '@/lib/map/overlays'
import type { Theme, ThemeName } from '@/lib/map/theme'
import type { Project } from './svg-path'

export interface StaticMapOptions {
  /** `[west, south, east, north]` in degrees; shown whole, in the middle. */
  bounds: readonly [number, number, number, number]
  /** Of the drawing, px. */
  width: number
  height: number
  theme: ThemeName
  /** The case's drawn features by layer, in drawing order. */
  layers: readonly (MapLayer & { features: readonly Feature[] })[]
  /** Ids of the places to mark as selected. */
  selected?: readonly string[]
  /** ISO 3166-1 codes of the countries that stand out from the others. */
  emphasis?: readonly string[]
  /** What is drawn over the case on the reader's wish. */
  overlays?: Overlays
}

/** What everything on a still map is drawn with. */
export interface Drawing {
  theme: Theme
  project: Project
  frame: Frame
}
