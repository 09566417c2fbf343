import type { RecordFilter, TimeWindow } from '@/lib/derive/record-filter'
import type { LngLat } from '@/lib/schema/geometry'
import type { LayerId } from '@/lib/schema/layer'
import type { LaidOver } from './drawing-codec'

/** Kinds of record that a view can have in focus; also their keys in the address, in order of precedence. */
export const focusKinds = ['place', 'quotation', 'statement', 'figure', 'speaker', 'event'] as const
export type FocusKind = (typeof focusKinds)[number]

/** What the detail panel shows and the map frames. */
export interface Focus {
  kind: FocusKind
  id: string
}

/** Geographic centre of the whole map element in degrees, and zoom. */
export interface Camera {
  zoom: number
  lat: number
  lng: number
}

/**
 * What is chosen in a view; the camera is the map's own affair, time moves too often to be part of it, and the version is
 * that of the link that led here.
 */
export type Choices = Omit<View, 'map' | 'time' | 'version'>

/** Everything of a view that a link carries. `null` is "not said": the default applies. */
export interface View {
  focus: Focus | null
  /** The part of the case that is open, by its id. */
  page: string | null
  /** The scene of the story that is being told, by its id. */
  scene: string | null
  /** The thread of the story that stands out from the others, by its id. */
  thread: string | null
  /** Null: all of time. */
  time: TimeWindow | null
  filter: RecordFilter
  /** Layers that are switched on, in the table's order. */
  layers: readonly LayerId[] | null
  /** Categories of layers on tiles that are switched off, as `<layer>.<number>`. */
  off: readonly string[]
  /** Whose lines the map has, from where it was said to what it is about: a speaker's id, '' for who said most; null: none. */
  voices: string | null
  /** Points of a measured line; an empty one is a tool without points. */
  measure: readonly LngLat[] | null
  laidOver: LaidOver | null
  map: Camera | null
  theme: 'light' | 'dark' | null
  /** The version of the case that the link was made from; what is browsed has none. */
  version: string | null
}
