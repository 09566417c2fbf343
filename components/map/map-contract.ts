import type { ToolPoint } from '@/lib/client/tool-store'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { CaseMapStyle } from '@/lib/map/build-style'
import type { Overlays } from '@/lib/map/overlays'
import type { LayerId } from '@/lib/schema/layer'
import type { Camera } from '@/lib/url/view'
import type { GrowingMarks } from './growing-marks'
import type { TileQueries } from './tiled-queries'

/** A place as the map knows it. */
export type PlaceRef = Pick<LinkedPlace, 'id' | 'layer'>

/** What the page wants to see on the map. */
export interface DesiredMap {
  style: CaseMapStyle
  /** The focus and what it is about. */
  selected: readonly PlaceRef[]
  hovered: PlaceRef | null
  /** Marks that are not to be seen now: filtered out, or of another time. */
  hidden: readonly MarkRef[]
  /** Marks that draw themselves when they come to be seen: all of them that the map shows. */
  growing?: readonly MarkRef[]
  /** What is drawn over the case; the same object for as long as it is the same. */
  overlays: Overlays
  /** What is asked of the layers whose places are on tiles. */
  tiled?: TileQueries
  /** With a tool in hand a click or a drag goes to it and picks no place. */
  toolInHand: boolean
}

/** Rows of a layer of tiles, by the number of the first. */
export interface PickedRows {
  layer: LayerId
  first: number
  count: number
}

/** A unit of a choropleth. */
export interface PickedUnit {
  layer: LayerId
  code: string
  name: string
  areaKm2: number
  /** What its places add up to, as drawn; without it, nobody gives their numbers. */
  number?: number | undefined
}

/** `loading` until the first idle; `lost` while the graphics context is gone. */
export type MapState = 'loading' | 'ready' | 'lost'

export interface MapEvents {
  onState(state: MapState): void
  /**
   * Places under a click or tap, topmost first, and the quotations of the line that is there where no place is; where
   * neither is, the disputed borders and areas of the basemap. All empty for a click on nothing. Position in px within
   * the map.
   */
  onPick(places: string[], point: { x: number; y: number }, quotations: string[], disputes: string[]): void
  /** Rows of a layer of tiles under a click, which follow one another: one, or those of a circle that no zoom parts. */
  onRows?(rows: PickedRows, point: { x: number; y: number }): void
  /** A unit of a choropleth under a click. */
  onUnit?(unit: PickedUnit, point: { x: number; y: number }): void
  /** Layers on tiles of which some cannot be had now; none when all are there again. */
  onTilesFailed?(layers: readonly LayerId[]): void
  onHover(place: string | null): void
  /** True where the tool takes hold: the map then stays where it is until `up`. */
  onTool(point: ToolPoint): boolean
  /** The camera has come to rest. */
  onCamera(camera: Camera): void
  /** The camera leaves where it was; `byHand` where a person moves it. */
  onLeave(byHand: boolean): void
  /** The map was turned; degrees clockwise from north. */
  onTurn(bearing: number): void
}

/** What differs between a reader's map and a wall's. */
export interface MapOptions {
  /** The map's own keys, wheel and double click; dragging and pinching are always there. */
  keysAndWheel: boolean
  /** On another's page: the wheel zooms with Ctrl or ⌘ and two fingers drag, so that whoever scrolls by is not caught. */
  cooperative?: boolean
  /** How near framing bounds may bring the camera. */
  frameZoomLimit: number
  /** Null where the page draws one of its own. */
  scaleBar: { corner: 'bottom-left'; widthPx: number } | null
  /** Whether the earth goes on beyond its edges: what is framed beside a wide panel may lie at one of them. */
  worldCopies?: boolean
  /** What has marks draw themselves, where the map has any that do. */
  growing?: typeof GrowingMarks
}

/** A reader's map. */
export const readerOptions: MapOptions = {
  keysAndWheel: true,
  frameZoomLimit: 8.5,
  scaleBar: { corner: 'bottom-left', widthPx: 120 },
}

/** A map within another's page. */
export const embeddedOptions: MapOptions = { ...readerOptions, cooperative: true }
