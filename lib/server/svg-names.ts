import type { Feature } from 'geojson'
import { numberOf, textOf } from '@/lib/map/feature-values'
import { marks } from '@/lib/map/marks'
import { readBasemapFile } from './basemap-files'
import type { Drawing, StaticMapOptions } from './svg-drawing'
import type { SvgLabel } from './svg-labels'

/** How a label of the case is written. */
interface LabelLook extends Pick<SvgLabel, 'size' | 'style' | 'beside'> {
  capitals?: true
}

const besideMark: LabelLook = { beside: true, size: 12, style: '' }
const centred: LabelLook = { beside: false, size: 13, style: ' class="serif"' }
const areaName: LabelLook = { beside: false, size: 11, style: ' letter-spacing="1.5"', capitals: true }
const waterName: LabelLook = { beside: false, size: 13, style: ' class="serif" font-style="italic"' }

/** What the case's marks have written beside them, the selected first. */
export function caseLabels({ layers, selected = [] }: StaticMapOptions, { theme, project }: Drawing): SvgLabel[] {
  const labels: SvgLabel[] = []
  const named = new Set<string>()
  for (const part of ['label', 'name', 'point']) {
    for (const { hue, mark, features } of layers) {
      for (const feature of features) {
        const text = marks[mark].label?.(feature) ?? textOf(feature, 'name')
        const water = feature.properties?.water === true
        const place = textOf(feature, 'place')
        if (feature.geometry.type !== 'Point' || textOf(feature, 'part') !== part || text === '' || named.has(place))
          continue
        named.add(place)
        const at = project(feature.geometry.coordinates)
        const look = part === 'name' && !water ? areaName : water ? waterName : part === 'point' ? besideMark : centred
        const label = {
          at,
          colour: theme.hues[hue].text,
          halo: theme.halo,
          ...look,
          text: look.capitals ? text.toUpperCase() : text,
        }
        if (selected.includes(place ?? '')) labels.unshift(label)
        else labels.push(label)
      }
    }
  }
  return labels
}

/** Names that the case writes itself: the ground does not write them again. */
export function namesOf({ layers }: StaticMapOptions): ReadonlySet<string> {
  const features = layers.flatMap((layer) => layer.features)
  return new Set(
    features.filter((feature) => textOf(feature, 'part') === 'name').map((feature) => textOf(feature, 'name')),
  )
}

/** The names of countries and seas. */
export async function groundLabels({ theme, project }: Drawing, except: ReadonlySet<string>): Promise<SvgLabel[]> {
  const [countries, seas] = await Promise.all([readBasemapFile('country-names'), readBasemapFile('sea-names')])
  const write = (features: Feature[], look: Pick<SvgLabel, 'colour' | 'halo' | 'size' | 'style'>, capitals: boolean) =>
    features.flatMap((feature): SvgLabel[] => {
      if (feature.geometry.type !== 'Point' || numberOf(feature, 'rank', 9) > 2) return []
      if (feature.properties?.at === 'far') return []
      const name = textOf(feature, 'name')
      if (except.has(name)) return []
      const at = project(feature.geometry.coordinates)
      return [{ at, text: capitals ? name.toUpperCase() : name, beside: false, ...look }]
    })
  const { country, sea, seaHalo } = theme.label
  return [
    ...write(countries.features, { colour: country, halo: theme.halo, size: 11, style: ' letter-spacing="1.5"' }, true),
    ...write(
      seas.features,
      { colour: sea, halo: seaHalo, size: 13, style: ' class="serif" font-style="italic"' },
      false,
    ),
  ]
}
