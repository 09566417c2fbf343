import type {
  GeoJSONSource,
  MapGeoJSONFeature,
  Map as MapLibreMap,
  MapMouseEvent,
  MapTouchEvent,
  PointLike,
} from 'maplibre-gl'
import type { ToolPoint } from '@/lib/client/tool-store'
import { disputeLayers } from '@/lib/map/basemap-style'
import { isLayerSource, layerSource } from '@/lib/map/case-layer'
import { NOTES } from '@/lib/map/notes'
import { voicePickLayer } from '@/lib/map/overlays/voices'
import { spokenLayers } from '@/lib/map/spoken-names'
import { isTiled, TILED_POINTS } from '@/lib/map/tiled-layers'
import { TILED_SHAPES } from '@/lib/map/tiled-shapes'
import type { DesiredMap, MapEvents } from './map-contract'

/** How near a pointer must come to a mark, px: a finger is less exact than a mouse. */
const REACH = { mouse: 4, touch: 14 } as const
/** A pointer that only passes by repaints nothing: it must rest this long before its place lights up. */
const HOVER_REST_MS = 80
/** How much nearer a click on a hexagon comes, and one on a circle of a layer of tiles: its cell is then the screen's. */
const ZOOMS_NEARER = 2

/** Tells what a mouse or a finger does on the map: lights up, picks, or leads the tool that is in hand. */
export class MapPointer {
  readonly #map: MapLibreMap
  readonly #events: MapEvents
  readonly #drawn: () => DesiredMap | null
  #resting: ReturnType<typeof setTimeout> | undefined

  /** `drawn` gives what the map shows, or null while its graphics context is lost. */
  constructor(map: MapLibreMap, events: MapEvents, drawn: () => DesiredMap | null) {
    this.#map = map
    this.#events = events
    this.#drawn = drawn
    this.#listen()
  }

  /** Ends what waits: to be called before the map is removed. */
  forget(): void {
    clearTimeout(this.#resting)
  }

  #listen(): void {
    const map = this.#map
    map.on('click', (event) => (this.#toolInHand ? this.#tool('click', event) : this.#pick(event)))
    map.on('mousedown', (event) => this.#grasp(event))
    map.on('touchstart', (event) => this.#grasp(event))
    map.on('mousemove', (event) => {
      if (this.#toolInHand) this.#tool('move', event)
      else this.#hoverSoon(() => this.#placesAt(event.point, REACH.mouse)[0] ?? null)
    })
    map.on('touchmove', (event) => this.#toolInHand && this.#tool('move', event))
    map.on('mouseup', (event) => this.#release(event))
    map.on('touchend', (event) => this.#release(event))
    map.on('mouseout', () => this.#hoverSoon(() => null))
  }

  get #toolInHand(): boolean {
    return this.#drawn()?.toolInHand ?? false
  }

  #tool(phase: ToolPoint['phase'], { lngLat: { lng, lat } }: MapMouseEvent | MapTouchEvent): boolean {
    return this.#events.onTool({ phase, at: [lng, lat], zoom: this.#map.getZoom() })
  }

  #grasp(event: MapMouseEvent | MapTouchEvent): void {
    if (this.#toolInHand && this.#tool('down', event)) this.#map.dragPan.disable()
  }

  #release(event: MapMouseEvent | MapTouchEvent): void {
    if (this.#toolInHand) this.#tool('up', event)
    this.#map.dragPan.enable()
  }

  #hoverSoon(find: () => string | null): void {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#events.onHover(find()), HOVER_REST_MS)
  }

  #pick(event: MapMouseEvent): void {
    clearTimeout(this.#resting)
    const finger = window.matchMedia('(pointer: coarse)').matches
    const reach = finger ? REACH.touch : REACH.mouse
    const places = this.#placesAt(event.point, reach)
    const near = places.length === 0 ? this.#caseFeaturesAt(event.point, reach) : []
    const under = places.length === 0 ? this.#caseFeaturesAt(event.point, 0) : []
    const cell = under.find(isCell)
    // The topmost comes first: what lies under a cell is not what is clicked.
    const mark = near.findIndex((feature) => isCluster(feature) || (isOnTile(feature) && isNoArea(feature)))
    const isUnderCell = cell !== undefined && near.findIndex(isCell) < mark
    const found = isUnderCell ? undefined : near[mark]
    if (found !== undefined) {
      if (isCluster(found)) void this.#open(found)
      else this.#openTiled(found, event.point)
      return
    }
    const quotations = places.length === 0 ? this.#quotationsAt(event.point, reach) : []
    if (cell !== undefined && quotations.length === 0) {
      if (typeof cell.properties.unit === 'string') this.#openUnit(cell, event.point)
      else this.#comeNearer(event.lngLat, this.#map.getMaxZoom())
      return
    }
    const isFree = places.length === 0 && quotations.length === 0
    const area = isFree ? under.find(isOnTile) : undefined
    if (area !== undefined) {
      this.#openTiled(area, event.point)
      return
    }
    // What is of the case goes before what is of the ground that it lies on.
    this.#events.onPick(places, event.point, quotations, isFree ? this.#disputesAt(event.point, reach) : [])
  }

  /** The disputes that lines and areas of the basemap here belong to: lines first, which are the harder to hit. */
  #disputesAt(point: { x: number; y: number }, reach: number): string[] {
    if (this.#drawn() === null) return []
    const layers = disputeLayers.filter((id) => this.#map.getLayer(id) !== undefined)
    const features = this.#map.queryRenderedFeatures(around(point, reach), { layers })
    const ofLines = features.filter(({ layer }) => layer.type === 'line')
    // An area is what lies under the click itself, not what is near it.
    const ofAreas = this.#map
      .queryRenderedFeatures([point.x, point.y], { layers })
      .filter((f) => f.layer.type === 'fill')
    return [
      ...new Set(
        [...ofLines, ...ofAreas].flatMap(({ properties: { dispute } }) => (typeof dispute === 'string' ? dispute : [])),
      ),
    ]
  }

  /** The quotations of the line from where it was said that is drawn here. */
  #quotationsAt(point: { x: number; y: number }, reach: number): string[] {
    if (this.#drawn() === null || this.#map.getLayer(voicePickLayer) === undefined) return []
    const [line] = this.#map.queryRenderedFeatures(around(point, reach), { layers: [voicePickLayer] })
    return line === undefined ? [] : String(line.properties.quotations).split(' ')
  }

  /** Brings the map so near that a circle that stands for several points falls apart. */
  async #open({ source, geometry, properties }: MapGeoJSONFeature): Promise<void> {
    const clusters = this.#map.getSource<GeoJSONSource>(source)
    if (clusters === undefined || geometry.type !== 'Point') return
    try {
      const zoom = await clusters.getClusterExpansionZoom(Number(properties.cluster_id))
      const [lng = 0, lat = 0] = geometry.coordinates
      this.#map.easeTo({ center: [lng, lat], zoom })
    } catch {
      // Its source has other data by now: what was clicked is no more.
    }
  }

  /** Comes nearer to a circle that falls apart there; of one that does not, and of all else, tells the rows. */
  #openTiled({ source, geometry, properties: { row, n } }: MapGeoJSONFeature, point: { x: number; y: number }): void {
    const layer = this.#drawn()
      ?.style.metadata.visible.filter(isTiled)
      .find(({ id }) => layerSource(id) === source)
    if (layer === undefined) return
    const zoom = this.#map.getZoom()
    const nearest = Math.min(layer.tiles.maxZoom, this.#map.getMaxZoom())
    if (n !== undefined && geometry.type === 'Point' && zoom < nearest) {
      const [lng = 0, lat = 0] = geometry.coordinates
      this.#comeNearer({ lng, lat }, nearest)
      return
    }
    this.#events.onRows?.({ layer: layer.id, first: Number(row), count: Number(n ?? 1) }, point)
  }

  #openUnit(
    { properties: { layer, unit, name, areaKm2, number } }: MapGeoJSONFeature,
    point: { x: number; y: number },
  ): void {
    const picked = { layer: String(layer), code: String(unit), name: String(name), areaKm2: Number(areaKm2) }
    const own = typeof number === 'number' ? { number } : {}
    this.#events.onUnit?.({ ...picked, ...own }, point)
  }

  #comeNearer(center: { lng: number; lat: number }, nearest: number): void {
    this.#map.easeTo({ center, zoom: Math.min(nearest, Math.floor(this.#map.getZoom()) + ZOOMS_NEARER) })
  }

  #caseFeaturesAt(point: { x: number; y: number }, reach: number): MapGeoJSONFeature[] {
    const drawn = this.#drawn()
    if (drawn === null) return []
    const layers = drawn.style.layers.filter(
      (layer) =>
        'source' in layer &&
        (layer.source === NOTES || isLayerSource(layer.source)) &&
        layer.layout?.visibility !== 'none',
    )
    return this.#map.queryRenderedFeatures(around(point, reach), { layers: layers.map((layer) => layer.id) })
  }

  #placesAt(point: { x: number; y: number }, reach: number): string[] {
    const hidden = new Set(this.#drawn()?.hidden.map(({ id }) => id))
    const near = this.#caseFeaturesAt(point, reach)
    // Areas under a hexagon are not seen as such: the topmost comes first.
    const cell = near.findIndex(isCell)
    const seen = (cell === -1 ? near : near.filter(({ layer }, at) => at < cell || layer.type !== 'fill')).filter(
      // A density is of all of them: what lies under it is chosen from near, where it is seen.
      (feature) =>
        !isCluster(feature) &&
        !isCell(feature) &&
        !isOnTile(feature) &&
        feature.layer.type !== 'heatmap' &&
        !hidden.has(String(feature.properties.key)),
    )
    const marked = seen.map(({ properties }) => String(properties.place))
    return [...new Set([...marked, ...this.#namesAt(point, reach).filter((place) => !hidden.has(place))])]
  }

  /** The places of the case whose names the basemap writes here. */
  #namesAt(point: { x: number; y: number }, reach: number): string[] {
    const spoken = this.#drawn()?.style.metadata.spoken ?? []
    const layers = spoken.length === 0 ? [] : spokenLayers.filter((id) => this.#map.getLayer(id) !== undefined)
    if (layers.length === 0) return []
    const names = this.#map.queryRenderedFeatures(around(point, reach), { layers })
    return names.flatMap(({ properties }) => spoken.find(({ name }) => name === properties.name)?.place ?? [])
  }
}

/** Whether a feature is on one of the tiles of a layer, and so none of the case's places. */
function isOnTile({ sourceLayer }: MapGeoJSONFeature): boolean {
  return sourceLayer === TILED_POINTS || sourceLayer === TILED_SHAPES
}

/** An area is what lies under the click itself, and under everything else that does. */
function isNoArea({ layer }: MapGeoJSONFeature): boolean {
  return layer.type !== 'fill'
}

/** Whether a feature stands for several points of its source. */
function isCluster({ properties }: MapGeoJSONFeature): boolean {
  return properties.cluster === true
}

/** Whether a feature is a hexagon or a unit that several points may lie in, or its number. */
function isCell({ properties }: MapGeoJSONFeature): boolean {
  return properties.cell === true
}

/** The square within `reach` px of a point. */
function around({ x, y }: { x: number; y: number }, reach: number): [PointLike, PointLike] {
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]
}
