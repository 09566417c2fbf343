import type { Feature } from 'geojson'
import { isolate } from '@/lib/derive/isolate'
import { worldPx } from '@/lib/geo/camera-to-bounds'
import type { Point } from '@/lib/geo/project-mercator'
import type { MapLayer } from '@/lib/map/case-layer'
import { numberOf, textOf } from '@/lib/map/feature-values'
import { marks } from '@/lib/map/marks'
import { readBasemapFile } from './basemap-files'
import { squareOf } from './ground-shapes'
import { type Drawing, escapeXml, type StaticMapOptions } from './svg-path'

export interface SvgLabel {
  at: Point
  text: string
  size: number
  colour: string
  halo: string
  /** Further attributes of the text element, ready to write. */
  style: string
  /** Beside a mark, or centred on the point. */
  beside: boolean
}

type Box = [left: number, top: number, right: number, bottom: number]

/** Mean advance of a letter in both faces, in ems; measuring would need the font. */
const LETTER_EMS = 0.56

/** From the middle of a mark to a label beside it, in ems: clear of a symbol. */
const BESIDE_EMS = 0.95

/** Where a label's text begins, ends or has its middle. */
type Anchor = 'start' | 'end' | 'middle'

/** Beside a mark on its right or, where there is no room, on its left. */
function anchorsOf({ beside }: SvgLabel): readonly Anchor[] {
  return beside ? ['start', 'end'] : ['middle']
}

/** From the point to the text, px: none for a text that stands on it. */
function offsetOf({ size }: SvgLabel, anchor: Anchor): number {
  return { start: 1, end: -1, middle: 0 }[anchor] * size * BESIDE_EMS
}

function boxOf(label: SvgLabel, anchor: Anchor): Box {
  const { at, text, size } = label
  const [x, y] = [at[0] + offsetOf(label, anchor), at[1]]
  const width = Array.from(text).length * size * LETTER_EMS
  const left = x - { start: 0, end: width, middle: width / 2 }[anchor]
  return [left - 2, y - size * 0.8, left + width + 2, y + size * 0.6]
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

function write(label: SvgLabel, anchor: Anchor): string {
  const { at, text, size, colour, halo, style } = label
  const [x, y] = [at[0] + offsetOf(label, anchor), at[1] + size * 0.35]
  return (
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${colour}"` +
    ` stroke="${halo}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${style}>${escapeXml(isolate(text))}</text>`
  )
}

/** Writes the labels that fit on `width` by `height` px without touching one before them; the first take precedence. */
export function placeLabels(labels: readonly SvgLabel[], width: number, height: number): string {
  const taken: Box[] = []
  const written: string[] = []
  const isFree = (box: Box) =>
    box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height && !taken.some((other) => overlaps(box, other))
  for (const label of labels) {
    const anchor = anchorsOf(label).find((each) => isFree(boxOf(label, each)))
    if (anchor === undefined) continue
    taken.push(boxOf(label, anchor))
    written.push(write(label, anchor))
  }
  return `<g paint-order="stroke" stroke-width="3" stroke-linejoin="round">${written.join('')}</g>`
}

/** How a label of the case is written. */
interface LabelLook extends Pick<SvgLabel, 'size' | 'style' | 'beside'> {
  capitals?: true
}

const besideMark: LabelLook = { beside: true, size: 12, style: '' }
const centred: LabelLook = { beside: false, size: 13, style: ' font-weight="600"' }
/** What the live map has the basemap write: here the case does, as it does not know what kind of name it is. */
const spokenName: LabelLook = { beside: false, size: 12, style: ' font-weight="600"' }
const areaName: LabelLook = { beside: false, size: 11, style: ' letter-spacing="1.5"', capitals: true }
const waterName: LabelLook = { beside: false, size: 13, style: ' class="serif" font-style="italic"' }

/** How what stands at a part of a feature is written. */
function lookOf(
  part: string,
  mark: MapLayer['mark'],
  { isSpoken, water }: { isSpoken: boolean; water: boolean },
): LabelLook {
  if (isSpoken) return spokenName
  if (part === 'name' && mark !== 'name') return besideMark
  if (water) return waterName
  if (part === 'name') return areaName
  return part === 'point' ? besideMark : centred
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

/** What the case's marks have written beside them at this scale, the selected first. */
export function caseLabels({ layers, selected = [] }: StaticMapOptions, drawing: Drawing): SvgLabel[] {
  const { theme, project } = drawing
  const labels: SvgLabel[] = []
  const named = new Set<string>()
  const zoom = zoomOf(drawing)
  const legible = layers.filter(({ labelFromZoom = 0 }) => labelFromZoom <= zoom)
  for (const part of ['label', 'name', 'point']) {
    for (const { hue, mark, features } of legible) {
      for (const feature of numbersFirst(features)) {
        const text = marks[mark].label?.(feature) ?? textOf(feature, 'name')
        const water = feature.properties?.water === true
        const place = textOf(feature, 'place')
        if (feature.geometry.type !== 'Point' || textOf(feature, 'part') !== part || text === '' || named.has(place))
          continue
        named.add(place)
        const at = project(feature.geometry.coordinates)
        const isSpoken = feature.properties?.basemap === true || feature.properties?.town === true
        const look = lookOf(part, mark, { isSpoken, water })
        const label = {
          at,
          colour: isSpoken ? theme.ink : theme.hues[hue].text,
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
