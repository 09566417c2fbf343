import type { MarkRef } from '@/lib/derive/marks-in-time'
import { type Bounds, boundsToCamera, type Frame, type FrameCamera, largestWithin } from '@/lib/geo/camera-to-bounds'
import type { Point } from '@/lib/geo/project-mercator'
import type { Overlays } from '@/lib/map/overlays'
import type { Camera } from '@/lib/url/view'
import { zoomLimits } from '@/lib/url/view-codec'
import { FailedTiles } from './failed-tiles'
import { freePadding, isInSight } from './free-padding'
import type { GrowingMarks } from './growing-marks'
import { LabelBlocks } from './label-blocks'
import { LateHighlight } from './late-highlight'
import { ClusterData, LayerData } from './layer-data'
import { MapLibreMap, ScaleControl } from './library'
import { type DesiredMap, type MapEvents, type MapOptions, readerOptions } from './map-contract'
import { MapPointer } from './map-pointer'
import { OverlaySources, PlaceStates, releaseLostStyles, showPictures, withOverlays } from './map-state'
import { addMarkImages } from './mark-images'
import { followPixelRatio } from './pixel-ratio'
import { TiledQueries, type TileQueries } from './tiled-queries'

const FLIGHT_MS = 900
const PAN_STEP_PX = 160

/** The one that changes the map: it compares what is wanted with what is there. Throws where WebGL 2 is missing. */
export class MapAdapter {
  readonly #map: MapLibreMap
  readonly #container: HTMLElement
  readonly #states: PlaceStates
  readonly #over: OverlaySources
  readonly #clusters: ClusterData
  readonly #tiled: TiledQueries
  readonly #highlight: LateHighlight
  readonly #growing: GrowingMarks | null
  readonly #pointer: MapPointer
  readonly #blocks: LabelBlocks
  readonly #events: MapEvents
  readonly #options: MapOptions
  #wanted: DesiredMap
  #style: DesiredMap['style']
  #lost = false

  constructor(
    container: HTMLElement,
    wanted: DesiredMap,
    start: Camera | Bounds,
    events: MapEvents,
    label: string,
    options = readerOptions,
  ) {
    this.#options = options
    this.#container = container
    this.#wanted = wanted
    this.#style = wanted.style
    this.#events = events
    this.#map = new MapLibreMap({
      container,
      style: withOverlays(wanted),
      minZoom: zoomLimits.min,
      maxZoom: wanted.style.metadata.lastZoom,
      maxPitch: 0,
      renderWorldCopies: options.worldCopies ?? false,
      attributionControl: false,
      fadeDuration: 0,
      keyboard: options.keysAndWheel,
      scrollZoom: options.keysAndWheel,
      doubleClickZoom: options.keysAndWheel,
      boxZoom: options.keysAndWheel,
      cooperativeGestures: options.cooperative ?? false,
      locale: { 'Map.Title': label },
      ...this.#startOptions(start),
    })
    this.#states = new PlaceStates(this.#map)
    this.#over = new OverlaySources(this.#map, wanted.overlays)
    const data = new LayerData()
    this.#clusters = new ClusterData(this.#map, data)
    this.#tiled = new TiledQueries(this.#map)
    this.#highlight = new LateHighlight(this.#map, data)
    const { growing: Growing, scaleBar } = options
    this.#growing = Growing === undefined ? null : new Growing(this.#map, data, () => this.#highlightStanding())
    this.#pointer = new MapPointer(this.#map, events, () => (this.#lost ? null : this.#wanted))
    this.#blocks = new LabelBlocks(this.#map, container)
    this.#map.getCanvas().setAttribute('role', 'application')
    this.#map.touchZoomRotate.disableRotation()
    releaseLostStyles(this.#map)
    if (scaleBar !== null)
      this.#map.addControl(new ScaleControl({ unit: 'metric', maxWidth: scaleBar.widthPx }), scaleBar.corner)
    new FailedTiles(this.#map, (layers) => events.onTilesFailed?.(layers))
    this.#listen()
  }

  #startOptions(start: Camera | Bounds) {
    if ('zoom' in start) return { center: [start.lng, start.lat] as [number, number], zoom: start.zoom }
    const fitBoundsOptions = { padding: freePadding(this.#container), maxZoom: this.#options.frameZoomLimit }
    return { bounds: toLngLatBounds(start), fitBoundsOptions }
  }

  #listen(): void {
    const map = this.#map
    map.on('style.load', () => {
      addMarkImages(map, this.#wanted.style)
      // A style that is new has no states yet; set before there are tiles, they hold for the first that is drawn.
      this.#states.forget()
      this.#clusters.forget()
      this.#tiled.forget()
      this.#growing?.forget()
      this.#applyStates()
      this.#over.draw(this.#wanted.overlays)
      this.#blocks.lay(true)
    })
    map.once('idle', () => this.#events.onState('ready'))
    map.once(
      'remove',
      followPixelRatio(() => map.resize()),
    )
    map.on('webglcontextlost', () => {
      this.#lost = true
      this.#highlight.show(null)
      this.#events.onState('lost')
    })
    map.on('webglcontextrestored', () => {
      this.#lost = false
      map.once('idle', () => {
        // What was asked for meanwhile was not passed on: a lost map drops it without a word.
        this.#show()
        this.#applyStates()
        this.#events.onState('ready')
      })
    })
    map.on('movestart', (event) => this.#events.onLeave(event.originalEvent !== undefined))
    map.on('moveend', () => this.#events.onCamera(this.camera()))
    map.on('rotate', () => this.#events.onTurn(map.getBearing()))
  }

  /** Makes the map show what is wanted, with the fewest changes to what is there. */
  want(wanted: DesiredMap): void {
    this.#wanted = wanted
    if (this.#lost) return
    this.#show()
    this.#applyStates()
    // A second click is the tool's too.
    if (wanted.toolInHand || !this.#options.keysAndWheel) this.#map.doubleClickZoom.disable()
    else this.#map.doubleClickZoom.enable()
    this.#map.getCanvas().style.cursor = wanted.toolInHand ? 'crosshair' : wanted.hovered === null ? '' : 'pointer'
  }

  #highlightStanding(): void {
    const { selected } = this.#wanted
    this.#highlight.show({ ...this.#wanted, selected: this.#growing?.standing(selected) ?? selected })
  }

  #applyStates(): void {
    this.#growing?.show(this.#style, this.#wanted.growing ?? [])
    this.#highlightStanding()
    this.#states.hide(this.#wanted.hidden)
    showPictures(this.#map, this.#style, this.#wanted.hidden)
    void this.#clusters.show(this.#style, this.#wanted)
    this.#showTiled()
  }

  #showTiled(): void {
    const { tiled } = this.#wanted
    if (tiled !== undefined) this.#tiled.show(this.#style, tiled)
  }

  #show(): void {
    const { style, overlays } = this.#wanted
    if (style === this.#style) {
      this.#over.draw(overlays)
      return
    }
    this.#style = style
    this.#over.cameWith(overlays)
    addMarkImages(this.#map, style)
    this.#map.setMaxZoom(style.metadata.lastZoom)
    this.#map.setStyle(this.#blocks.kept(withOverlays(this.#wanted)), { diff: true })
    this.#clusters.forget()
    this.#tiled.forget()
  }

  /**
   * Shows another moment: hides these places and no others, and draws over what is. The map draws it in its next frame,
   * so whoever asks within an animation frame sees it a frame later than the lists.
   */
  follow(hidden: readonly MarkRef[], overlays: Overlays, tiled?: TileQueries): void {
    this.#wanted = { ...this.#wanted, hidden, overlays, ...(tiled === undefined ? {} : { tiled }) }
    if (this.#lost) return
    this.#over.draw(overlays)
    this.#highlightStanding()
    this.#states.hide(hidden)
    showPictures(this.#map, this.#style, hidden)
    void this.#clusters.show(this.#style, this.#wanted)
    this.#showTiled()
  }

  /** Geographic centre of the whole map element, and zoom. */
  camera(): Camera {
    const { lng, lat } = this.#map.getCenter()
    return { lng, lat, zoom: this.#map.getZoom() }
  }

  /** The part of the map that no panel covers, [west, south, east, north] in degrees. */
  bounds(): Bounds {
    const { left, right, top, bottom } = freePadding(this.#container, 0)
    const { clientWidth, clientHeight } = this.#container
    const upperLeft = this.#map.unproject([left, top])
    const lowerRight = this.#map.unproject([clientWidth - right, clientHeight - bottom])
    return [upperLeft.lng, lowerRight.lat, lowerRight.lng, upperLeft.lat]
  }

  /**
   * Calls `draw` now, in every frame in which the map moves, and when its element has another size: with where a place,
   * `[lng, lat]` in degrees, is on it, and with its size, px. Answers how to stop that.
   */
  watch(draw: (project: (place: readonly [number, number]) => Point, size: Frame) => void) {
    const project = ([lng, lat]: readonly [number, number]): Point => {
      const { x, y } = this.#map.project([lng, lat])
      return [x, y]
    }
    const tell = () => {
      const { clientWidth: width, clientHeight: height } = this.#container
      draw(project, { width, height })
    }
    this.#map.on('move', tell)
    this.#map.on('resize', tell)
    tell()
    return () => {
      this.#map.off('move', tell)
      this.#map.off('resize', tell)
    }
  }

  goTo({ lng, lat, zoom }: Camera): void {
    this.#map.easeTo({ center: [lng, lat], zoom, duration: FLIGHT_MS })
  }

  /**
   * Brings `bounds` into the part of the map that no panel covers; says whether the map moves. With `gently` it stays
   * where it is if they are there, and never comes nearer.
   */
  frame(bounds: Bounds, gently: boolean): boolean {
    if (gently && isInSight(this.#map, this.#container, bounds)) return false
    const padding = freePadding(this.#container)
    const { frameZoomLimit } = this.#options
    const maxZoom = gently ? Math.min(this.#map.getZoom(), frameZoomLimit) : frameZoomLimit
    this.#map.fitBounds(toLngLatBounds(bounds), { padding, maxZoom, duration: FLIGHT_MS })
    return true
  }

  /**
   * Brings `bounds` into the part of the map that no panel covers, within `durationMs`: in an arc, or `straight` there,
   * as for a hand that leads it.
   */
  show(bounds: Bounds, durationMs: number, straight = false): void {
    const padding = freePadding(this.#container)
    const maxZoom = this.#options.frameZoomLimit
    this.#map.fitBounds(toLngLatBounds(bounds), { padding, maxZoom, duration: durationMs, linear: straight })
  }

  /** The camera with which a map of `frame`'s size shows what the part that no panel covers shows: the inverse of `show`. */
  cameraOf(frame: Frame): FrameCamera {
    const { left, right, top, bottom } = freePadding(this.#container)
    const { clientWidth, clientHeight } = this.#container
    const free = { width: clientWidth - left - right, height: clientHeight - top - bottom }
    const { width, height } = largestWithin(frame, free)
    const [x, y] = [left + free.width / 2, top + free.height / 2]
    const upperLeft = this.#map.unproject([x - width / 2, y - height / 2])
    const lowerRight = this.#map.unproject([x + width / 2, y + height / 2])
    return boundsToCamera([upperLeft.lng, lowerRight.lat, lowerRight.lng, upperLeft.lat], frame)
  }

  /** To be called when the element has another size: the map would notice only later. */
  resize(): void {
    this.#map.resize()
  }

  /** Keeps labels off what lies over the map: to be called when something else does. */
  keepLabelsOff(): void {
    this.#blocks.laySoon()
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
    this.#pointer.forget()
    this.#blocks.forget()
    this.#map.remove()
  }
}

function toLngLatBounds([west, south, east, north]: Bounds): [[number, number], [number, number]] {
  return [
    [west, south],
    [east, north],
  ]
}
