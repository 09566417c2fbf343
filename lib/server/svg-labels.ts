import type { Feature } from 'geojson'
import { worldPx } from '@/lib/geo/camera-to-bounds'
import { countryAnchors } from '@/lib/map/basemap-labels'
import { FADED, type MapLayer } from '@/lib/map/case-layer'
import { numberOf, textOf } from '@/lib/map/feature-values'
import { marks } from '@/lib/map/marks'
import type { Theme } from '@/lib/map/theme'
import { readBasemapFile } from './basemap-files'
import { squareOf } from './ground-shapes'
import { besideMark, oneLine, onPoint, type SvgLabel } from './place-labels'
import { noteLabels } from './svg-notes'
import type { Drawing, StaticMapOptions } from './svg-path'
import type { TextRun } from './svg-text'

/** How a label is written. */
interface LabelLook extends Pick<TextRun, 'face' | 'size' | 'spacing'> {
  capitals?: true
  /** From the middle of a mark to the text beside it, ems; without it the text stands on its point. */
  besideEm?: number
}

const besideSymbol: LabelLook = { face: 'sans', size: 12, besideEm: 0.95 }
const centred: LabelLook = { face: 'sansSemibold', size: 13 }
const townName: LabelLook = { face: 'sansSemibold', size: 12, besideEm: 0.55 }
const areaName: LabelLook = { face: 'sans', size: 11, spacing: 0.14, capitals: true }
const spokenAreaName: LabelLook = { ...areaName, face: 'sansSemibold' }
const waterName: LabelLook = { face: 'serifItalic', size: 13.5, spacing: 0.03 }

interface LabelColours {
  colour: string
  halo: string
  dot?: string
}

function labelOf(at: SvgLabel['at'], name: string, look: LabelLook, { colour, ...colours }: LabelColours): SvgLabel {
  const { face, size, spacing = 0, capitals, besideEm } = look
  const text = capitals ? name.toUpperCase() : name
  return {
    at,
    wordings: oneLine({ text, face, size, colour, spacing }),
    anchors: besideEm === undefined ? onPoint : besideMark(besideEm),
    emPx: size,
    ...colours,
  }
}

/** How much larger than its name the quotation mark before a count is. */
const QUOTE_SCALE = 1.3

/** A name with how many quotations were said there behind an opening quotation mark; where there is no room, without. */
function withCount(label: SvgLabel, count: number | undefined): SvgLabel {
  const run = label.wordings[0]?.[0]?.[0]
  if (count === undefined || run === undefined) return label
  const { size, colour } = run
  const mark: TextRun = { text: '\u00a0“', face: 'serifSemibold', size: size * QUOTE_SCALE, colour }
  const number: TextRun = { text: String(count), face: 'sans', size, colour }
  return { ...label, wordings: [[[run, mark, number]], ...label.wordings] }
}

/** How many quotations were said at the places that are a name of the ground's own, by that name. */
function countsOf({ spoken = [] }: StaticMapOptions): ReadonlyMap<string, number> {
  return new Map(spoken.flatMap(({ name, quotations }) => (quotations > 0 ? [[name, quotations]] : [])))
}

/** How what stands at a part of a feature is written. */
function lookOf(
  part: string,
  mark: MapLayer['mark'],
  { isTown, water }: { isTown: boolean; water: boolean },
): LabelLook {
  if (isTown) return townName
  if (part === 'name' && mark !== 'name') return besideSymbol
  if (water) return waterName
  if (part === 'name') return areaName
  return part === 'point' ? besideSymbol : centred
}

/** The live map's zoom at the scale of a drawing. */
function zoomOf({ project }: Drawing): number {
  return Math.log2(squareOf(project).side / worldPx)
}

/** A number that a mark shows comes before the names of others. */
function numbersFirst(features: readonly Feature[]): Feature[] {
  const hasNumber = (feature: Feature) => textOf(feature, 'caption') !== ''
  return [...features.filter(hasNumber), ...features.filter((feature) => !hasNumber(feature))]
}

/** The names of countries and seas that the ground has, which stand where it has them. */
interface GroundNames {
  countries: readonly Feature[]
  seas: readonly Feature[]
}

async function readGroundNames(): Promise<GroundNames> {
  const files = await Promise.all([readBasemapFile('country-names'), readBasemapFile('sea-names')])
  const [countries = [], seas = []] = files.map(({ features }) =>
    features.filter(
      (feature) =>
        feature.geometry.type === 'Point' && numberOf(feature, 'rank', 9) <= 2 && textOf(feature, 'at') !== 'far',
    ),
  )
  return { countries, seas }
}

/** Names that the basemap has itself and of which the case speaks. */
function spokenNames({ layers }: StaticMapOptions): ReadonlySet<string> {
  const spoken = layers.flatMap(({ features }) => features.filter(({ properties }) => properties?.basemap === true))
  return new Set(spoken.map((feature) => textOf(feature, 'name')))
}

/** What the case's marks have written beside them at this scale, the selected first. */
function caseLabels(
  options: StaticMapOptions,
  { theme, project }: Drawing,
  zoom: number,
  groundHas: ReadonlySet<string>,
): SvgLabel[] {
  const { layers, selected = [], faded = [], notes = [] } = options
  const counts = countsOf(options)
  const labels: SvgLabel[] = []
  const named = new Set<string>()
  const noted = new Set(notes.map(({ mark }) => mark))
  const legible = layers.filter(({ mark, labelFromZoom = marks[mark].labelFromZoom ?? 0 }) => labelFromZoom <= zoom)
  for (const part of ['label', 'name', 'point']) {
    for (const { id, hue, mark, features } of legible) {
      for (const feature of numbersFirst(features)) {
        const text = marks[mark].label?.(feature) ?? textOf(feature, 'name')
        const water = feature.properties?.water === true
        const place = textOf(feature, 'place')
        if (feature.geometry.type !== 'Point' || textOf(feature, 'part') !== part || text === '' || named.has(place))
          continue
        // A note says it instead; the text of a symbol stays with it.
        if (noted.has(place) && mark !== 'symbol') continue
        const isSpoken = feature.properties?.basemap === true
        if (isSpoken && groundHas.has(textOf(feature, 'name'))) continue
        named.add(place)
        const isTown = isSpoken || feature.properties?.town === true
        const colours = { colour: isTown ? theme.ink : theme.hues[hue].text, halo: theme.halo }
        const drawn = labelOf(project(feature.geometry.coordinates), text, lookOf(part, mark, { isTown, water }), {
          ...colours,
          ...(isTown ? { dot: theme.ink } : {}),
        })
        const { labelAnchors } = marks[mark]
        const label = {
          ...(isSpoken ? withCount(drawn, counts.get(textOf(feature, 'name'))) : drawn),
          ...(labelAnchors !== undefined && { anchors: labelAnchors }),
          ...(faded.includes(id) && { opacity: FADED }),
        }
        if (selected.includes(place)) labels.unshift(label)
        else labels.push(label)
      }
    }
  }
  return labels
}

/** Names that the case writes itself: the ground does not write them again. */
function namesOf({ layers }: StaticMapOptions): ReadonlySet<string> {
  const features = layers.flatMap((layer) => layer.features)
  return new Set(
    features
      .filter((feature) => textOf(feature, 'part') === 'name' && feature.properties?.basemap !== true)
      .map((feature) => textOf(feature, 'name')),
  )
}

/** The names of countries and seas, those that the case speaks of in ink and first. */
function groundLabels(
  { countries, seas }: GroundNames,
  { project }: Drawing,
  theme: Theme,
  options: StaticMapOptions,
): SvgLabel[] {
  const [spoken, except, counts] = [spokenNames(options), namesOf(options), countsOf(options)]
  const { country, sea, seaHalo } = theme.label
  const write = (features: readonly Feature[], colours: LabelColours, look: LabelLook, spokenLook: LabelLook) =>
    features.flatMap((feature) => {
      const name = textOf(feature, 'name')
      if (feature.geometry.type !== 'Point' || except.has(name)) return []
      const isSpoken = spoken.has(name)
      const colour = isSpoken ? theme.ink : colours.colour
      const at = project(feature.geometry.coordinates)
      const label = {
        ...labelOf(at, name, isSpoken ? spokenLook : look, { ...colours, colour }),
        ...(look === areaName && !isSpoken && { anchors: countryAnchors }),
      }
      return [{ isSpoken, label: isSpoken ? withCount(label, counts.get(name)) : label }]
    })
  const all = [
    ...write(countries, { colour: country, halo: theme.halo }, areaName, spokenAreaName),
    ...write(seas, { colour: sea, halo: seaHalo }, waterName, waterName),
  ]
  return [...all.filter(({ isSpoken }) => isSpoken), ...all.filter(({ isSpoken }) => !isSpoken)].map(
    ({ label }) => label,
  )
}

/** Everything that is written on the map, the most important first: notes, the case's marks, the ground's names. */
export async function mapLabels(options: StaticMapOptions, drawing: Drawing): Promise<SvgLabel[]> {
  const ground = await readGroundNames()
  const groundHas = new Set([...ground.countries, ...ground.seas].map((feature) => textOf(feature, 'name')))
  const zoom = zoomOf(drawing)
  return [
    ...noteLabels(options, drawing, zoom),
    ...caseLabels(options, drawing, zoom, groundHas),
    ...groundLabels(ground, drawing, drawing.theme, options),
  ]
}
