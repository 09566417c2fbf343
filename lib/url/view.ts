import type { LayerId } from '@/lib/map/layer-table'

/** Kinds of record that a view can have in focus; also their keys in the address, in order of precedence. */
export const focusKinds = ['place', 'quotation', 'figure', 'speaker', 'event'] as const
type FocusKind = (typeof focusKinds)[number]

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

/** What is chosen in a view; the camera is the map's own affair. */
export type Choices = Omit<View, 'map'>

/** Everything of a view that a link carries. `null` is "not said": the default applies. */
export interface View {
  focus: Focus | null
  /** Layers that are switched on, in the table's order. */
  layers: readonly LayerId[] | null
  map: Camera | null
  theme: 'light' | 'dark' | null
}
