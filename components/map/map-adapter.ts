import {
  Map as MapLibreMap,
  type MapMouseEvent,
  type PointLike,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import { isLayerId } from '@/lib/map/layer-table'
import type { Camera } from '@/lib/url/view'
import { zoomLimits } from '@/lib/url/view-codec'
import { freePadding } from './free-padding'
import { addMarkImages } from './mark-images'
import { PlaceStates } from './place-states'

setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).toString())

/** A place as the map knows it: the layer is the source that it is drawn from. */
export interface PlaceRef {
  id: string
  layer: string
}

/** What the page wants to see on the map. */
export interface WantedMap {
  style: StyleSpecification
  /** The focus and what it is about. */
  selected: readonly PlaceRef[]
  hovered: PlaceRef | null
}

/** `loading` until the first idle; `lost` while the graphics context is gone. */
export type MapState = 'loading' | 'ready' | 'lost'

export interface MapEvents {
  onState(state: MapState): void
  /** Places under a click or tap, topmost first; empty for a click on nothing. Position in px within the map. */
  onPick(places: string[], point: { x: number; y: number }): void
  onHover(place: string | null): void
  onCamera(camera: Camera): void
}

/** [west, south, east, north] in degrees. */
export type Bounds = readonly [number, number, number, number]

/** How near a pointer must come to a mark, px: a finger is less exact than a mouse. */
const REACH = { mouse: 4, touch: 14 } as const
const FLIGHT_MS = 900
const PAN_STEP_PX = 160
const FRAME_ZOOM_LIMIT = 8.5

/** The one that changes the map: it compares what is wanted with what is there. Throws where WebGL 2 is missing. */
export class MapAdapter {
  readonly #map: MapLibreMap
  readonly #container: HTMLElement
  readonly #states: PlaceStates
  readonly #events: MapEvents
  #wanted: WantedMap
  #lost = false

  constructor(container: HTMLElement, wanted: WantedMap, start: Camera | Bounds, events: MapEvents, label: string) {
    this.#container = container
    this.#wanted = wanted
    this.#events = events
    this.#map = new MapLibreMap({
      container,
      style: wanted.style,
      minZoom: zoomLimits.min,
      maxZoom: zoomLimits.max,
      maxPitch: 0,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: 0,
      locale: { 'Map.Title': label },
      ...this.#startOptions(start),
    })
    this.#states = new PlaceStates(this.#map)
    this.#map.getCanvas().setAttribute('role', 'application')
    this.#map.touchZoomRotate.disableRotation()
    this.#map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left')
    this.#listen()
  }

  #startOptions(start: Camera | Bounds) {
    if ('zoom' in start) return { center: [start.lng, start.lat] as [number, number], zoom: start.zoom }
    return { bounds: toLngLatBounds(start), fitBoundsOptions: { padding: freePadding(this.#container) } }
  }

  #listen(): void {
    const map = this.#map
    map.on('style.load', () => addMarkImages(map))
    map.once('idle', () => {
      this.#states.apply(this.#wanted)
      this.#events.onState('ready')
    })
    map.on('webglcontextlost', () => {
      this.#lost = true
      this.#events.onState('lost')
    })
    map.on('webglcontextrestored', () => {
      this.#lost = false
      this.#states.forget()
      // What was asked for meanwhile was not passed on: a lost map drops it without a word.
      map.setStyle(this.#wanted.style, { diff: true })
      map.once('idle', () => {
        this.#states.apply(this.#wanted)
        this.#events.onState('ready')
      })
    })
    map.on('click', (event) => this.#pick(event))
    map.on('mousemove', (event) => this.#events.onHover(this.#placesAt(event.point, REACH.mouse)[0] ?? null))
    map.on('mouseout', () => this.#events.onHover(null))
    map.on('moveend', () => this.#events.onCamera(this.camera()))
  }

  #pick(event: MapMouseEvent): void {
    const touch = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === 'touch'
    this.#events.onPick(this.#placesAt(event.point, touch ? REACH.touch : REACH.mouse), event.point)
  }

  #placesAt({ x, y }: { x: number; y: number }, reach: number): string[] {
    if (this.#lost) return []
    const box: [PointLike, PointLike] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]
    const layers = this.#wanted.style.layers.filter((layer) => 'source' in layer && isLayerId(layer.source))
    const features = this.#map.queryRenderedFeatures(box, { layers: layers.map((layer) => layer.id) })
    return [...new Set(features.map((feature) => String(feature.properties.place)))]
  }

  /** Makes the map show what is wanted, with the fewest changes to what is there. */
  want(wanted: WantedMap): void {
    const before = this.#wanted
    this.#wanted = wanted
    if (this.#lost) return
    if (wanted.style !== before.style) this.#map.setStyle(wanted.style, { diff: true })
    this.#states.apply(wanted)
    this.#map.getCanvas().style.cursor = wanted.hovered === null ? '' : 'pointer'
  }

  /** Geographic centre of the whole map element, and zoom. */
  camera(): Camera {
    const { lng, lat } = this.#map.getCenter()
    return { lng, lat, zoom: this.#map.getZoom() }
  }

  goTo({ lng, lat, zoom }: Camera): void {
    this.#map.easeTo({ center: [lng, lat], zoom, duration: FLIGHT_MS })
  }

  /** Brings `bounds` into the part of the map that no panel covers. With `gently`, stays where it is if they are there. */
  frame(bounds: Bounds, gently: boolean): void {
    if (gently && this.#inSight(bounds)) return
    const padding = freePadding(this.#container)
    const maxZoom = gently ? Math.min(this.#map.getZoom(), FRAME_ZOOM_LIMIT) : FRAME_ZOOM_LIMIT
    this.#map.fitBounds(toLngLatBounds(bounds), { padding, maxZoom, duration: FLIGHT_MS })
  }

  #inSight([west, south, east, north]: Bounds): boolean {
    const padding = freePadding(this.#container)
    const topLeft = this.#map.project([west, north])
    const bottomRight = this.#map.project([east, south])
    const { clientWidth, clientHeight } = this.#container
    return (
      topLeft.x >= padding.left &&
      topLeft.y >= padding.top &&
      bottomRight.x <= clientWidth - padding.right &&
      bottomRight.y <= clientHeight - padding.bottom
    )
  }

  /** Position of the middle of `bounds` on screen, px within the map. */
  pointOf([west, south, east, north]: Bounds): { x: number; y: number } {
    return this.#map.project([(west + east) / 2, (south + north) / 2])
  }

  pan(stepsRight: number, stepsDown: number): void {
    this.#map.panBy([stepsRight * PAN_STEP_PX, stepsDown * PAN_STEP_PX])
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: FLIGHT_MS / 3 })
  }

  turnNorthUp(): void {
    this.#map.resetNorth()
  }

  destroy(): void {
    this.#map.remove()
  }
}

function toLngLatBounds([west, south, east, north]: Bounds): [[number, number], [number, number]] {
  return [
    [west, south],
    [east, north],
  ]
}
