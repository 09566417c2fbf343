import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import type { WrittenNote } from '@/lib/derive/linked-case'
import type { LayerId } from '@/lib/schema/layer'
import { addressBelow } from '@/lib/url/base-path'
import { layerAddress } from '@/lib/url/layer-address'
import { LAST_STREET_ZOOM } from './basemap-expressions'
import { basemapGround, basemapLabels, basemapSources } from './basemap-style'
import { FADED, layerSource, type MapLayer, nameLater } from './case-layer'
import { blockLayer, blockSource } from './label-blocks'
import { type MarkImage, markImage, townImage, voicesHue } from './mark-image'
import type { WantedImage } from './mark-module'
import { marks } from './marks'
import { NOTES, notedPlaces, noteFeatures, noteLayers } from './notes'
import { overlayLayers, overlaySources } from './overlays'
import { lastPictureZoom, pictureSources } from './pictures'
import { scaleSize, scaleStyle } from './scale-style'
import type { SpokenName } from './spoken-names'
import type { StreetLayers } from './street-style'
import { streetSourceId } from './street-tiles'
import { type Theme, themes } from './theme'
import { drawTiled, isTiled, tiledSource } from './tiled-layers'

/** The paint properties that make a mark invisible, by the kind of layer. */
const opacities: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
  // What weighs nothing is not there; the opacity is of the whole.
  heatmap: ['heatmap-weight'],
  raster: ['raster-opacity'],
}

/** Layers whose marks and words cover the ground less. */
function fadeLayers(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer) => {
    const paint: Record<string, unknown> = { ...layer.paint }
    const names = layer.type === 'heatmap' ? ['heatmap-opacity'] : (opacities[layer.type] ?? [])
    for (const name of names) paint[name] = scaleSize(paint[name] ?? 1, FADED)
    return Object.assign({}, layer, { paint })
  })
}

/**
 * A value that is 0 for what is hidden. Zoom may only stand at the head of an expression, so an interpolation or a step
 * has its outputs wrapped rather than itself.
 */
function zeroWhenHidden(value: unknown): unknown {
  const byZoom = Array.isArray(value) && JSON.stringify(value).includes('["zoom"]')
  if (!byZoom) return ['case', ['boolean', ['feature-state', 'hidden'], false], 0, value]
  const first = value[0] === 'step' ? 2 : 4
  return value.map((part: unknown, at: number) => (at >= first && (at - first) % 2 === 0 ? zeroWhenHidden(part) : part))
}

/**
 * Layers of which a place disappears by the feature state `hidden`: a repaint, where a filter would have the source cut
 * anew. What is hidden still keeps its place from other labels.
 */
function hideByState(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer) => {
    const paint: Record<string, unknown> = { ...layer.paint }
    for (const name of opacities[layer.type] ?? []) paint[name] = zeroWhenHidden(paint[name] ?? 1)
    return Object.assign({}, layer, { paint })
  })
}

/** Every image that the marks of a case's layers and the basemap's towns need, in all themes. */
function listMarkImages(layers: readonly MapLayer[]): MarkImage[] {
  const wanted: WantedImage[] = [
    { shape: 'arrow', hue: voicesHue },
    ...layers.flatMap((layer) => marks[layer.mark].images?.(layer) ?? []),
  ]
  const images = Object.values<Theme>(themes).flatMap((theme) =>
    wanted.map(({ shape, hue, hollow = false }): MarkImage => {
      return { id: markImage(shape, hue, theme, hollow), shape, hollow, ink: theme.hues[hue].mark, halo: theme.halo }
    }),
  )
  const towns = Object.values<Theme>(themes).flatMap((theme) =>
    [true, false].map((capital) => townImage(theme, capital)),
  )
  return [...new Map([...towns, ...images].map((image) => [image.id, image])).values()]
}

/** The street map over the map of the world, as the server answers it. */
export interface StreetMap extends StreetLayers {
  version: string
  /** Of its tiles, by the number of their source; `bounds` as [west, south, east, north] in degrees. */
  sources: readonly { minZoom: number; maxZoom: number; bounds: [number, number, number, number] }[]
  attribution: string
}

function streetSources({ origin, street }: StyleInput): Record<string, VectorSourceSpecification> {
  const sources = street?.sources.map(({ minZoom: minzoom, maxZoom: maxzoom, bounds }, index) => {
    const address = addressBelow(`/basemap/street/{z}/{x}/{y}?v=${street.version}`)
    const tiles = [origin + address + (index === 0 ? '' : `&of=${index}`)]
    return [streetSourceId(index), { type: 'vector' as const, tiles, minzoom, maxzoom, bounds }]
  })
  return Object.fromEntries(sources ?? [])
}

/** What the style of a case's map depends on. */
export interface StyleInput {
  /** Of the page; sources need whole addresses, since they are fetched by a worker. */
  origin: string
  basemapVersion: string
  caseId: string
  /** In the editor: which case as it would be. */
  preview?: string | undefined
  /** From bottom to top. */
  layers: readonly (MapLayer & { version: string })[]
  visible: readonly LayerId[]
  theme: Theme
  /** How much larger than on a desk everything is drawn. */
  scale: number
  /** How "schematic" is said in the interface's language. */
  schematicWords: string
  /** ISO 3166-1 codes of the countries that stand out from the others. */
  emphasis?: readonly string[]
  /** Layers that stand back, for others to stand out. */
  faded?: readonly LayerId[]
  /** What is written beside the case's marks. */
  notes?: readonly WrittenNote[]
  /** Names of countries, their parts and seas that the case writes itself, and the basemap then does not. */
  namedByCase?: readonly string[]
  /** Names that the basemap has itself, and of which the case speaks. */
  spoken?: readonly SpokenName[]
  /** In which the basemap writes its names, where it has them: the reader's, as ISO 639-1 has it. */
  language?: string
  /** What lies over the map of the world from near. */
  street?: StreetMap | null
  /** That may come yet. */
  isStreetDue?: boolean
}

function withVisibility(layers: LayerSpecification[], visible: boolean): LayerSpecification[] {
  if (visible) return layers
  return layers.map((layer) => {
    const hidden = { ...layer, layout: { ...layer.layout, visibility: 'none' } }
    return hidden as LayerSpecification
  })
}

function caseSource(
  { origin, caseId, preview }: StyleInput,
  layer: MapLayer & { version: string },
): SourceSpecification {
  if (isTiled(layer)) return tiledSource(origin, caseId, layer)
  const data = origin + layerAddress({ id: caseId, preview }, layer)
  return { type: 'geojson', data, promoteId: 'key', tolerance: 0.2, ...marks[layer.mark].source }
}

/** A style with the images that its layers need, and what is drawn over the map in the same look. */
export interface CaseMapStyle extends StyleSpecification {
  metadata: {
    images: MarkImage[]
    /** The visible layers of the case, from bottom to top. */
    visible: MapLayer[]
    theme: Theme
    scale: number
    /** The names of the basemap that are places of the case. */
    spoken: readonly SpokenName[]
    /** How near the map comes. */
    lastZoom: number
  }
}

/** Layers that write no name at these places; a mark that has a text beside it stays. */
function withoutNames(layers: readonly LayerSpecification[], places: readonly string[]): LayerSpecification[] {
  if (places.length === 0) return [...layers]
  const isOther = ['!', ['in', ['get', 'place'], ['literal', [...places]]]]
  return layers.map((layer) => {
    if (layer.type !== 'symbol' || layer.filter === undefined) return layer
    if (layer.layout?.['text-field'] === undefined || layer.layout['icon-image'] !== undefined) return layer
    return Object.assign({}, layer, { filter: ['all', layer.filter, isOther] })
  })
}

/** The whole map as a style: the quiet basemap, the case over its ground, the case's marks over its labels. */
export function buildStyle(input: StyleInput): CaseMapStyle {
  const { notes = [], faded = [] } = input
  const noted = notedPlaces(notes)
  const drawn = input.layers.map((layer) => {
    const drawing = isTiled(layer)
      ? drawTiled(layer, input.theme)
      : marks[layer.mark].style(layer, input.theme, { schematic: input.schematicWords })
    const visible = input.visible.includes(layer.id)
    const unnamed = nameLater(withoutNames(drawing.marks, noted), input.scale)
    const isFaded = faded.includes(layer.id)
    const asShown = (own: readonly LayerSpecification[]) => {
      const standing = isFaded ? fadeLayers(own) : [...own]
      // Of a layer of tiles no place is hidden by itself.
      return withVisibility(isTiled(layer) ? standing : hideByState(standing), visible)
    }
    const under = drawing.under ?? []
    return {
      // A picture has no state of its own by which it could be hidden.
      under: withVisibility(isFaded ? fadeLayers(under) : under, visible),
      ground: asShown(nameLater(drawing.ground, input.scale)),
      marks: asShown(unnamed),
      obstacles: asShown(nameLater(drawing.obstacles ?? [], input.scale)),
    }
  })
  const overlays = overlayLayers(input.theme)
  const { theme, scale, namedByCase: except = [], spoken = [], language = 'en', emphasis = [] } = input
  const labels = { theme, except, spoken, scale, language, emphasis }
  return {
    version: 8,
    metadata: {
      images: listMarkImages(input.layers),
      visible: input.layers.filter(({ id }) => input.visible.includes(id)),
      theme: input.theme,
      scale: input.scale,
      spoken: input.spoken ?? [],
      // A link that leads down to the street stays there while the street map is on its way.
      lastZoom: input.street == null && !input.isStreetDue ? lastPictureZoom(input.layers) : LAST_STREET_ZOOM,
    },
    sources: {
      ...basemapSources(input.origin, input.basemapVersion),
      ...streetSources(input),
      ...pictureSources(input.origin, input.caseId, input.layers),
      ...Object.fromEntries(input.layers.map((layer) => [layerSource(layer.id), caseSource(input, layer)])),
      [NOTES]: { type: 'geojson', data: noteFeatures(notes, input.visible, faded), promoteId: 'key' },
      ...overlaySources(),
      ...blockSource(),
    },
    layers: scaleStyle(
      [
        ...basemapGround(
          input.theme,
          input.emphasis ?? [],
          input.street?.ground,
          drawn.flatMap(({ under }) => under),
        ),
        ...drawn.flatMap(({ ground }) => ground),
        ...overlays.ground,
        ...(input.street?.labels ?? []),
        ...basemapLabels(labels),
        ...drawn.flatMap((layer) => layer.marks),
        ...hideByState(noteLayers(input.theme, input.scale)),
        ...drawn.flatMap(({ obstacles }) => obstacles),
        ...overlays.marks,
        blockLayer,
      ],
      input.scale,
    ),
  }
}
