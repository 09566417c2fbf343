import { convertFilter } from '@maplibre/maplibre-gl-style-spec'
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { between, STREET_FROM, type StreetLayers } from './street-style'
import { STREET_TILES } from './street-tiles'
import { type NamedLayer, type StyleSubject, subjectOf } from './style-subject'
import type { Theme } from './theme'

/** A layer of a style that somebody else has made, of the kinds that are drawn; what its properties are, nobody has looked at yet. */
export interface ForeignLayer extends NamedLayer {
  type: 'fill' | 'line' | 'symbol'
  source: string
  'source-layer': string
  minzoom?: number | undefined
  maxzoom?: number | undefined
  layout: Readonly<Record<string, unknown>>
  paint: Readonly<Record<string, unknown>>
}

/** The layer that our server adds to the tiles of a style whose land is what it does not draw. */
export const LAND_LAYER = 'caseboard-land'

/** What of a layer stays as it is: how wide, how dense and where. Colours and fonts are the theme's; pictures it has none. */
const kept: Readonly<Record<ForeignLayer['type'], { layout: RegExp; paint: RegExp }>> = {
  fill: { layout: /^fill-sort-key$/, paint: /^fill-(?:opacity|antialias|translate)$/ },
  line: {
    layout: /^line-(?:cap|join|miter-limit|round-limit|sort-key)$/,
    paint: /^line-(?:width|gap-width|offset|opacity|dasharray|blur)$/,
  },
  symbol: {
    layout:
      /^(?:symbol-(?:placement|spacing|sort-key|avoid-edges)|text-(?:size|max-width|anchor|offset|justify|transform|letter-spacing|padding|max-angle|line-height|rotation-alignment|variable-anchor|radial-offset))$/,
    paint: /^text-opacity$/,
  },
}

function keep(properties: Readonly<Record<string, unknown>>, names: RegExp): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.test(name)))
}

const isCasing = (id: string) => /cas(?:e|ing)|outline|border/i.test(id)

/** The theme's colour for what a layer draws. The case's marks keep all hues for themselves. */
function colourOf(subject: StyleSubject, { id, type }: NamedLayer, theme: Theme): string {
  const { land, border, ice, lake, river } = theme
  const tint = (share: number) => between(land, border, share)
  const isLine = type === 'line'
  // On light paper a street is lighter than the ground, in the dark too: there it takes more to be seen.
  const [casing, road] = theme.name === 'dark' ? [tint(0.12), tint(0.34)] : [tint(0.22), theme.subjectLand]
  const colours: Readonly<Record<StyleSubject, string>> = {
    land,
    water: isLine ? river : lake,
    ice,
    green: between(land, lake, 0.35),
    'built-up': tint(0.05),
    building: tint(isLine ? 0.24 : 0.14),
    road: isCasing(id) ? casing : road,
    rail: tint(0.4),
    runway: tint(0.12),
    boundary: border,
    place: tint(0.05),
    other: tint(isLine ? 0.12 : 0.03),
  }
  return colours[subject]
}

const property = (name: string): ExpressionSpecification => ['get', name]

/** Towns and quarters that the basemap does not name, as the three schemas call them. */
const smallPlaces = ['village', 'hamlet', 'isolated_dwelling', 'suburb', 'quarter', 'neighbourhood']
const small: ExpressionSpecification = [
  'any',
  ...['class', 'kind', 'kind_detail'].map(
    (name): ExpressionSpecification => ['in', property(name), ['literal', smallPlaces]],
  ),
]

/** Boundaries within a country's parts: those of countries and of their parts are the basemap's, since they say whose a land is. */
const local: ExpressionSpecification = [
  '>=',
  ['to-number', ['coalesce', property('admin_level'), property('kind_detail')], 0],
  5,
]

function withFilter(filter: unknown, more: ExpressionSpecification): ExpressionSpecification {
  if (filter === undefined) return more
  return ['all', convertFilter(filter as FilterSpecification) as ExpressionSpecification, more]
}

/** What a label says: a name in the reader's language, where it is one. */
function textIn(field: unknown, language: string): unknown {
  if (!/"name|\{name/.test(JSON.stringify(field))) return field
  return ['coalesce', property(`name:${language}`), property(`name_${language}`), property('name')]
}

function themeSymbol(layer: ForeignLayer, subject: StyleSubject, theme: Theme, language: string) {
  const { label, halo, fonts } = theme
  const colour = subject === 'water' ? label.sea : subject === 'place' ? label.admin1 : label.city
  return {
    layout: {
      ...keep(layer.layout, kept.symbol.layout),
      'text-field': textIn(layer.layout['text-field'], language),
      'text-font': [fonts.sans],
    },
    paint: {
      ...keep(layer.paint, kept.symbol.paint),
      'text-color': colour,
      'text-halo-color': subject === 'water' ? label.seaHalo : halo,
      'text-halo-width': 1.2,
    },
  }
}

/** One layer in the theme's colours and fonts, from where the basemap ends on. */
export function themeLayer(layer: ForeignLayer, theme: Theme, language: string): LayerSpecification {
  const subject = subjectOf(layer)
  const { id, type, source, minzoom = 0, maxzoom, filter } = layer
  const more = subject === 'boundary' ? local : subject === 'place' && type === 'symbol' ? small : null
  const own =
    type === 'symbol'
      ? themeSymbol(layer, subject, theme, language)
      : {
          layout: keep(layer.layout, kept[type].layout),
          paint: { ...keep(layer.paint, kept[type].paint), [`${type}-color`]: colourOf(subject, layer, theme) },
        }
  const narrowed = more === null ? filter : withFilter(filter, more)
  return {
    ...{ id: `${STREET_TILES}-${id}`, type, source, 'source-layer': layer['source-layer'] },
    minzoom: Math.max(STREET_FROM, minzoom),
    ...(maxzoom === undefined ? {} : { maxzoom }),
    ...(narrowed === undefined ? {} : { filter: narrowed }),
    ...own,
  } as LayerSpecification
}

/** The land under a style that paints it as its background, on its own tiles: where there is none of these, the basemap stays. */
function landLayer(theme: Theme, source: string): LayerSpecification {
  return {
    ...{ id: `${STREET_TILES}-${LAND_LAYER}`, type: 'fill', source, 'source-layer': LAND_LAYER, minzoom: STREET_FROM },
    paint: { 'fill-color': theme.land, 'fill-antialias': false },
  }
}

/** A style's layers in the theme's colours and fonts, in the reader's language; `landSource` where its land is its background. */
export function themedLayers(
  layers: readonly ForeignLayer[],
  landSource: string | null,
  theme: Theme,
  language: string,
): StreetLayers {
  const themed = layers.map((layer) => themeLayer(layer, theme, language))
  return {
    ground: [
      ...(landSource === null ? [] : [landLayer(theme, landSource)]),
      ...themed.filter(({ type }) => type !== 'symbol'),
    ],
    labels: themed.filter(({ type }) => type === 'symbol'),
  }
}
