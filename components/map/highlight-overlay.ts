import type { Feature } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { affineOf, unprojectMercator } from '@/lib/geo/project-mercator'
import { layerSource, type MapLayer, zoomsFarther } from '@/lib/map/case-layer'
import { textOf } from '@/lib/map/feature-values'
import { type Box, drawHighlight, type HighlightDrawing, type HighlightedLayer, leaveOut } from '@/lib/map/highlight'
import { spokenLayers } from '@/lib/map/spoken-names'
import type { LayerData } from './layer-data'
import type { DesiredMap } from './map-contract'
import { writtenNames } from './written-names'

const SVG = 'http://www.w3.org/2000/svg'

type Wanted = Pick<DesiredMap, 'style' | 'selected' | 'hovered' | 'hidden'>

interface Found {
  layers: HighlightedLayer[]
  /** Resolves when what is still missing may be there. */
  missing: Promise<unknown> | null
}

/**
 * What is a name of the basemap's own is where that is written, which is not where the case has it. Where there is no room
 * for it nothing is marked: a ring in the middle of a country would name a spot.
 */
function atItsName(map: MapLibreMap, feature: Feature): Feature[] {
  if (feature.properties?.basemap !== true) return [feature]
  const layers = spokenLayers.filter((id) => map.getLayer(id) !== undefined)
  const names = layers.length === 0 ? [] : map.queryRenderedFeatures({ layers: [...layers] })
  const written = names.find(({ properties }) => properties.name === textOf(feature, 'name'))
  if (written === undefined) return []
  const properties = { ...feature.properties, writtenBy: written.layer.id }
  return [{ ...feature, geometry: written.geometry, properties }]
}

/** The features of what is wanted, of the layers that are shown; those that are hidden are not among them. */
function findFeatures(map: MapLibreMap, { style, selected, hovered, hidden }: Wanted, data: LayerData): Found {
  const places = hovered === null ? selected : [...selected, hovered]
  if (places.length === 0) return { layers: [], missing: null }
  const gone = new Set(hidden.map(({ id }) => id))
  const isShown = (feature: Feature) => !gone.has(textOf(feature, 'key'))
  const isSelected = new Set(selected.map(({ id }) => id))
  const missing: Promise<unknown>[] = []
  const find = (layer: MapLayer): HighlightedLayer[] => {
    const own = places.filter((place) => place.layer === layer.id)
    const source = style.sources[layerSource(layer.id)]
    if (own.length === 0 || source?.type !== 'geojson' || typeof source.data !== 'string') return []
    const byPlace = data.byPlace(layerSource(layer.id), source.data)
    if (byPlace instanceof Promise) {
      missing.push(byPlace)
      return []
    }
    const featuresOf = (ids: readonly string[]) =>
      ids.flatMap((id) => byPlace.get(id)?.filter(isShown) ?? []).flatMap((feature) => atItsName(map, feature))
    const ids = [...new Set(own.map(({ id }) => id))]
    return [
      {
        layer,
        selected: featuresOf(ids.filter((id) => isSelected.has(id))),
        hovered: featuresOf(ids.filter((id) => !isSelected.has(id))),
      },
    ]
  }
  const layers = style.metadata.visible.flatMap(find)
  return { layers, missing: missing.length === 0 ? null : Promise.all(missing) }
}

function drawOver(map: MapLibreMap, layers: readonly HighlightedLayer[], { style }: Wanted): HighlightDrawing {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const { theme, scale } = style.metadata
  const camera = affineOf((unit) => {
    const { x, y } = map.project(unprojectMercator(unit))
    return [x, y]
  })
  return drawHighlight(layers, { theme, scale, zoom: map.getZoom() - zoomsFarther(scale), camera, width, height })
}

/** The names under a highlight, px. */
function namesUnder(map: MapLibreMap, { style }: Wanted, { x, y, width, height }: Box) {
  return writtenNames(map, style, { left: x, top: y, right: x + width, bottom: y + height })
}

/** A highlight as an SVG of its own, as large as the map, once every layer's features are there; `null` where nothing is highlighted. */
export async function highlightSvg(map: MapLibreMap, wanted: Wanted, data: LayerData): Promise<string | null> {
  await findFeatures(map, wanted, data).missing
  const { layers } = findFeatures(map, wanted, data)
  if (layers.length === 0) return null
  const { box, ground, marks } = drawOver(map, layers, wanted)
  const { clientWidth, clientHeight } = map.getContainer()
  const size = `viewBox="0 0 ${clientWidth} ${clientHeight}" width="${clientWidth}" height="${clientHeight}"`
  return (
    `<svg xmlns="${SVG}" ${size} fill-rule="evenodd" stroke-linejoin="round">` +
    `<mask id="names" maskUnits="userSpaceOnUse" x="0" y="0" width="100%" height="100%">${leaveOut(namesUnder(map, wanted, box), box)}</mask>` +
    `<g mask="url(#names)"><g transform="${ground.transform}">${ground.markup}</g></g><g transform="${marks.transform}">${marks.markup}</g></svg>`
  )
}

/** To find out where the names stand takes the map longer than to draw a highlight: what was clicked is on screen first. */
const REST_MS = 500

/** How many masks the page has; each has an id of its own. */
let masks = 0

/**
 * What is selected and hovered, as an SVG over the map's canvas: where the processor draws the map a repaint of it takes
 * a quarter of a second, and whatever is clicked meanwhile waits. It moves with the camera, in the map's own frames.
 */
export class HighlightOverlay {
  readonly #map: MapLibreMap
  readonly #data: LayerData
  readonly #svg = document.createElementNS(SVG, 'svg')
  readonly #groups = { ground: document.createElementNS(SVG, 'g'), marks: document.createElementNS(SVG, 'g') }
  readonly #markup = { ground: '', marks: '' }
  /** Around what lies on the ground, which the names are left out of. */
  readonly #masked = document.createElementNS(SVG, 'g')
  readonly #mask = document.createElementNS(SVG, 'mask')
  #resting: ReturnType<typeof setTimeout> | undefined
  #box: Box = { x: 0, y: 0, width: 0, height: 0 }
  #wanted: Wanted | null = null
  #layers: readonly HighlightedLayer[] = []

  constructor(map: MapLibreMap, data: LayerData) {
    this.#map = map
    this.#data = data
    this.#svg.setAttribute('aria-hidden', 'true')
    this.#svg.setAttribute('fill-rule', 'evenodd')
    this.#svg.setAttribute('stroke-linejoin', 'round')
    Object.assign(this.#svg.style, {
      position: 'absolute',
      overflow: 'hidden',
      pointerEvents: 'none',
      display: 'none',
    })
    this.#mask.id = `names-${++masks}`
    this.#mask.setAttribute('maskUnits', 'userSpaceOnUse')
    this.#masked.append(this.#groups.ground)
    this.#svg.append(this.#mask, this.#masked, this.#groups.marks)
    map.getCanvasContainer().append(this.#svg)
    map.on('move', () => this.#draw())
    map.on('resize', () => this.#draw())
    // The basemap writes a name elsewhere at another zoom.
    map.on('idle', () => this.#wanted !== null && this.#find())
  }

  /** `null` for nothing, as while the map itself shows nothing. */
  show(wanted: Wanted | null): void {
    const there = this.#wanted
    this.#wanted = wanted
    const isSame =
      wanted?.style === there?.style &&
      wanted?.selected === there?.selected &&
      wanted?.hovered === there?.hovered &&
      wanted?.hidden === there?.hidden
    if (!isSame) this.#find()
  }

  #find(): void {
    const wanted = this.#wanted
    const { layers, missing } =
      wanted === null ? { layers: [], missing: null } : findFeatures(this.#map, wanted, this.#data)
    this.#layers = layers
    this.#draw()
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#leaveNames(), REST_MS)
    // What could not be had is not asked for in a circle, but the next time that something else is wanted.
    void missing?.then((found: unknown) => {
      const isThere = !Array.isArray(found) || !found.includes(null)
      if (isThere && this.#wanted === wanted) this.#find()
    })
  }

  #draw(): void {
    const isEmpty = this.#layers.every(({ selected, hovered }) => selected.length + hovered.length === 0)
    // An SVG that is shown, though empty, is one more layer to put together in every frame of the map.
    this.#svg.style.display = isEmpty ? 'none' : ''
    if (isEmpty || this.#wanted === null) return
    const drawing = drawOver(this.#map, this.#layers, this.#wanted)
    // No larger than what it shows: each frame of the page puts all of it together anew.
    const { x, y, width, height } = drawing.box
    this.#svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`)
    Object.assign(this.#svg.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
    const isElsewhere =
      drawing.ground.transform !== this.#groups.ground.getAttribute('transform') ||
      drawing.ground.markup !== this.#markup.ground ||
      (['x', 'y', 'width', 'height'] as const).some((name) => drawing.box[name] !== this.#box[name])
    if (isElsewhere) this.#masked.removeAttribute('mask')
    this.#box = drawing.box
    for (const name of ['ground', 'marks'] as const) {
      const { markup, transform } = drawing[name]
      this.#groups[name].setAttribute('transform', transform)
      if (markup === this.#markup[name]) continue
      this.#markup[name] = markup
      // Made of numbers, the theme's colours and the symbols' own paths: no text of the case is in it.
      this.#groups[name].innerHTML = markup
    }
  }

  /** Only while the map rests, since names do not move as the ground does. */
  #leaveNames(): void {
    const isSeen = this.#svg.style.display !== 'none' && this.#markup.ground !== ''
    // What is only hovered is gone soon.
    const isSelected = this.#layers.some(({ selected }) => selected.length > 0)
    if (this.#wanted === null || !isSeen || !isSelected || this.#map.isMoving()) return
    for (const name of ['x', 'y', 'width', 'height'] as const) this.#mask.setAttribute(name, `${this.#box[name]}`)
    // Made of numbers alone.
    this.#mask.innerHTML = leaveOut(namesUnder(this.#map, this.#wanted, this.#box), this.#box)
    this.#masked.setAttribute('mask', `url(#${this.#mask.id})`)
  }
}
