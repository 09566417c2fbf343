import { type Flavor, namedFlavor, layers as protomapsLayers } from '@protomaps/basemaps'
import type { LayerSpecification } from 'maplibre-gl'
import { STREET_TILES } from './street-tiles'
import type { Theme } from './theme'

/** From here on the street map lies over the map of the world, which is stretched there. */
export const STREET_FROM = 9

/** What the street map's style is: its ground lies below the borders' labels and the case, its names among the basemap's. */
export interface StreetLayers {
  ground: LayerSpecification[]
  labels: LayerSpecification[]
}

/** Colours between two of the theme, in hex: `share` of the second. */
export function between(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** The colours of the theme for what the schema has; the case's marks keep all hues for themselves. */
function flavorOf(theme: Theme): Flavor {
  const { land, border, ice, label, halo } = theme
  const [[, water] = [0, land]] = theme.sea
  const tint = (share: number) => between(land, border, share)
  // On light paper a street is lighter than the ground, in the dark too: there it takes more to be seen.
  const [casing, road] = theme.name === 'dark' ? [tint(0.12), tint(0.34)] : [tint(0.22), theme.subjectLand]
  const green = between(land, water, 0.35)
  const base = namedFlavor(theme.name)
  const named: Record<string, string> = {}
  for (const key of Object.keys(base)) {
    if (/casing/.test(key)) named[key] = casing
    else if (/^(?:tunnel|bridges|other|minor|link|major|highway)/.test(key)) named[key] = road
    else if (/^(?:park|wood|scrub|zoo)/.test(key)) named[key] = green
    else if (/^(?:hospital|industrial|school|pedestrian|sand|beach|aerodrome|military)$/.test(key))
      named[key] = tint(0.05)
    else if (/_label_halo$/.test(key)) named[key] = halo
    else if (/_label(?:_minor|_major)?$/.test(key)) named[key] = label.city
  }
  return {
    ...base,
    ...named,
    background: land,
    earth: land,
    water,
    glacier: ice,
    buildings: tint(0.14),
    pier: tint(0.1),
    runway: tint(0.12),
    railway: tint(0.4),
    ocean_label: label.sea,
    subplace_label: label.admin1,
    roads_label_minor_halo: halo,
    roads_label_major_halo: halo,
    landcover: {
      barren: land,
      farmland: land,
      forest: green,
      glacier: ice,
      grassland: land,
      scrub: green,
      urban_area: tint(0.05),
    },
  }
}

/**
 * Of the schema's layers those that are left out: borders and the names of countries, which are the basemap's, since they say
 * whose a land is; towns of which the basemap has the larger; and what needs pictures that this map does not have.
 */
const leftOut =
  /^(?:background|boundaries|boundaries_country|places_country|places_region|roads_oneway|roads_shields|pois|water_label_ocean)$/

/** Towns that the basemap does not name. */
const isSmall = ['all', ['==', 'kind', 'locality'], ['in', 'kind_detail', 'village', 'hamlet', 'isolated_dwelling']]

/** The layers of the Protomaps schema in the theme's colours and fonts, in the reader's language. */
export function streetLayers(theme: Theme, language: string): StreetLayers {
  const all = protomapsLayers(STREET_TILES, flavorOf(theme), { lang: language }) as LayerSpecification[]
  const own = all
    .filter(({ id }) => !leftOut.test(id))
    .map((layer) => {
      const minzoom = Math.max(STREET_FROM, layer.minzoom ?? 0)
      const id = `${STREET_TILES}-${layer.id}`
      if (layer.type !== 'symbol') return Object.assign({}, layer, { id, minzoom })
      const { 'icon-image': _icon, 'icon-size': _size, ...layout } = layer.layout ?? {}
      const name = ['coalesce', ['get', `name:${language}`], ['get', 'name']]
      const field = layer.id === 'address_label' ? layout['text-field'] : name
      return Object.assign({}, layer, {
        id,
        minzoom,
        ...(layer.id === 'places_locality' && { filter: isSmall }),
        layout: { ...layout, 'text-font': [theme.fonts.sans], 'text-field': field },
      })
    })
  return {
    ground: own.filter(({ type }) => type !== 'symbol') as LayerSpecification[],
    labels: own.filter(({ type }) => type === 'symbol') as LayerSpecification[],
  }
}
