import type { Feature } from 'geojson'
import type { Frame } from '@/lib/geo/clip-to-frame'
import { fitMercator } from '@/lib/geo/project-mercator'
import { type BorderLook, borderLooks } from '@/lib/map/border-looks'
import type { MapLayer } from '@/lib/map/case-layer'
import { emptyOverlays, type Overlays } from '@/lib/map/overlays'
import { type Theme, type ThemeName, themes } from '@/lib/map/theme'
import type { Hue } from '@/lib/schema/hue'
import { type BasemapFileName, readBasemapFile } from './basemap-files'
import { numberOf, textOf } from './feature-values'
import { placeLabels, type SvgLabel } from './svg-labels'
import { drawOverlays, overlayLabels } from './svg-overlays'
import { escapeXml, type Project, svgPath } from './svg-path'

export interface StaticMapOptions {
  /** `[west, south, east, north]` in degrees; shown whole, in the middle. */
  bounds: readonly [number, number, number, number]
  /** Of the drawing, px. */
  width: number
  height: number
  theme: ThemeName
  /** The case's drawn features by layer, in drawing order. */
  layers: readonly (MapLayer & { features: readonly Feature[] })[]
  /** Ids of the places to mark as selected. */
  selected?: readonly string[]
  /** ISO 3166-1 codes of the countries that stand out from the others. */
  emphasis?: readonly string[]
  /** What is drawn over the case on the reader's wish. */
  overlays?: Overlays
}

interface Drawing {
  theme: Theme
  project: Project
  frame: Frame
}

/** Points nearer to each other than this are merged, px: the basemap is background, the case is not. */
const GROUND_APART = 1.6
const CASE_APART = 0.5

async function groundPath(
  file: BasemapFileName,
  attributes: string,
  drawing: Drawing,
  ofCountry: (cc: string) => boolean = () => true,
): Promise<string> {
  const { features } = await readBasemapFile(file)
  const kept = features.filter((feature) => ofCountry(textOf(feature, 'cc')))
  const d = kept.map(({ geometry }) => svgPath(geometry, drawing.project, drawing.frame, GROUND_APART)).join('')
  return d === '' ? '' : `<path d="${d}" ${attributes}/>`
}

/** Width of a recognised border, px. */
const BORDER_PX = 1

/** The borders of one look; its dashes are in widths of the line, as on the live map. */
async function borderPath({ kinds, width, dashes, cap }: BorderLook, drawing: Drawing): Promise<string> {
  const { features } = await readBasemapFile('borders')
  const ofKind = features.filter((border) => kinds.includes(textOf(border, 'kind')))
  const d = ofKind.map(({ geometry }) => svgPath(geometry, drawing.project, drawing.frame, GROUND_APART)).join('')
  if (d === '') return ''
  const px = BORDER_PX * width
  const dash = dashes === undefined ? '' : ` stroke-dasharray="${dashes.map((length) => length * px).join(' ')}"`
  const line = `stroke="${drawing.theme.border}" stroke-width="${px}" stroke-linecap="${cap}"`
  return `<path d="${d}" fill="none" ${line}${dash}/>`
}

async function drawGroundAnew(drawing: Drawing, emphasis: readonly string[]): Promise<string> {
  const { theme } = drawing
  const shallow = theme.sea[0]?.[1] ?? theme.land
  const paths = await Promise.all([
    groundPath('countries-detail', `fill="${theme.subjectLand}"`, drawing, (cc) => emphasis.includes(cc)),
    groundPath('disputed-areas', `fill="${theme.border}" fill-opacity="${theme.disputedTint}"`, drawing),
    groundPath('sea', `fill="${shallow}" fill-rule="evenodd"`, drawing),
    groundPath('sea-beyond', `fill="${shallow}" fill-rule="evenodd"`, drawing),
    groundPath('lakes', `fill="${theme.lake}" fill-rule="evenodd"`, drawing),
    groundPath('admin1-lines', `fill="none" stroke="${theme.admin1Line}" stroke-width=".6"`, drawing),
    ...borderLooks.map((look) => borderPath(look, drawing)),
  ])
  return paths.join('')
}

/** Grounds drawn lately; a case is shown within one frame in two themes, so a few suffice. */
const KEPT_GROUNDS = 8
const grounds = new Map<string, Promise<string>>()

function drawGround(
  { bounds, width, height, theme, emphasis = [] }: StaticMapOptions,
  drawing: Drawing,
): Promise<string> {
  const key = [...bounds, width, height, theme, ...emphasis].join(' ')
  const kept = grounds.get(key)
  if (kept !== undefined) return kept
  const ground = drawGroundAnew(drawing, emphasis).catch((error: unknown) => {
    grounds.delete(key)
    throw error
  })
  grounds.set(key, ground)
  const oldest = grounds.keys().next()
  if (grounds.size > KEPT_GROUNDS && !oldest.done) grounds.delete(oldest.value)
  return ground
}

/** How an area is filled, and how thick its edge is. */
function fillOf({ hue, pattern = 'fill' }: MapLayer, isPrecedent: boolean, colour: string): string {
  if (pattern === 'outline') return 'fill="none"'
  if (pattern === 'hatch-45' || pattern === 'hatch-135')
    return `fill="url(#${isPrecedent ? 'hatch-135' : pattern}-${hue})"`
  return `fill="${colour}" fill-opacity=".32"`
}

function dashesOf({ pattern, size }: MapLayer, { properties }: Feature): string {
  if (properties?.doubtful === true) return ' stroke-dasharray="4 2.4"'
  const isDashed = pattern === 'dashed' || (size !== 'length' && properties?.schematic === true)
  return isDashed ? ' stroke-dasharray="7 2.4"' : ''
}

function drawFeature(feature: Feature, layer: MapLayer, selected: boolean, drawing: Drawing): string {
  const { theme, project, frame } = drawing
  const colour = theme.hues[layer.hue].mark
  if (feature.geometry.type === 'Point') {
    if (['label', 'name'].includes(textOf(feature, 'part'))) return ''
    const [x, y] = project(feature.geometry.coordinates)
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) return ''
    const edge = selected ? theme.focus : theme.halo
    const circle = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${selected ? 6 : 4}"`
    return `<circle ${circle} fill="${colour}" stroke="${edge}" stroke-width="1.5"/>`
  }
  const d = svgPath(feature.geometry, project, frame, CASE_APART)
  if (d === '') return ''
  const part = textOf(feature, 'part')
  const edge = selected ? theme.focus : colour
  if (part === 'area') {
    const fill = fillOf(layer, feature.properties?.precedent === true, colour)
    return `<path d="${d}" ${fill} stroke="${edge}" stroke-width="${selected ? 2 : 1.2}"/>`
  }
  if (part === 'accuracy')
    return `<path d="${d}" fill="none" stroke="${edge}" stroke-width=".8" stroke-dasharray="2 2"/>`
  if (part === 'ring')
    return `<path d="${d}" fill="${colour}" fill-opacity=".08" stroke="${edge}" stroke-dasharray="3 2"/>`
  const along = numberOf(feature, 'along', 0.5)
  const width = part === 'arc' ? 1.2 + 2.4 * along : 2.2
  // As on the live map: a tail that fades, and what is in doubt dashed.
  const fading = part === 'arc' ? ` stroke-opacity="${(0.1 + 0.9 * along).toFixed(2)}"` : ''
  const dashes = part === 'line' ? dashesOf(layer, feature) : ''
  return `<path d="${d}" fill="none" stroke="${edge}" stroke-width="${width.toFixed(1)}"${fading}${dashes}/>`
}

function drawCase({ layers, selected = [] }: StaticMapOptions, drawing: Drawing): string {
  const groups = layers.map(({ features, ...layer }) => {
    const marks = features.map((feature) =>
      drawFeature(feature, layer, selected.includes(textOf(feature, 'place') ?? ''), drawing),
    )
    return `<g id="${escapeXml(layer.id)}">${marks.join('')}</g>`
  })
  return groups.join('')
}

/** How a label of the case is written. */
interface LabelLook extends Pick<SvgLabel, 'size' | 'style' | 'beside'> {
  capitals?: true
}

const besideMark: LabelLook = { beside: true, size: 12, style: '' }
const centred: LabelLook = { beside: false, size: 13, style: ' class="serif"' }
const areaName: LabelLook = { beside: false, size: 11, style: ' letter-spacing="1.5"', capitals: true }
const waterName: LabelLook = { beside: false, size: 13, style: ' class="serif" font-style="italic"' }

function caseLabels({ layers, selected = [] }: StaticMapOptions, { theme, project }: Drawing): SvgLabel[] {
  const labels: SvgLabel[] = []
  const named = new Set<string>()
  for (const part of ['label', 'name', 'point']) {
    for (const { hue, features } of layers) {
      for (const feature of features) {
        const name = textOf(feature, 'name')
        const water = feature.properties?.water === true
        const place = textOf(feature, 'place')
        if (feature.geometry.type !== 'Point' || textOf(feature, 'part') !== part || name === '' || named.has(place))
          continue
        named.add(place)
        const at = project(feature.geometry.coordinates)
        const [caption, detail] = [textOf(feature, 'caption'), textOf(feature, 'detail')]
        // A number is written with its days and its maker; what is only a name as the ground's own names are.
        const counted = part === 'label' && caption !== ''
        const text = counted ? [caption, detail].filter((each) => each !== '').join(' · ') : name
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
function namesOf({ layers }: StaticMapOptions): ReadonlySet<string> {
  const features = layers.flatMap((layer) => layer.features)
  return new Set(
    features.filter((feature) => textOf(feature, 'part') === 'name').map((feature) => textOf(feature, 'name')),
  )
}

async function groundLabels({ theme, project }: Drawing, except: ReadonlySet<string>): Promise<SvgLabel[]> {
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

function hatchPattern(id: string, angle: number, colour: string, opacity: number): string {
  return (
    `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})">` +
    `<path d="M3 0v6" stroke="${colour}" stroke-width="1.8" stroke-opacity="${opacity}"/></pattern>`
  )
}

/** The hues that an area is hatched in. */
function hatchedHues({ layers }: StaticMapOptions): Hue[] {
  return [...new Set(layers.filter(({ pattern }) => pattern?.startsWith('hatch')).map(({ hue }) => hue))]
}

/**
 * The case's map as one self-contained SVG, for browsers that cannot draw the live one: the same geography, simplified,
 * without relief and depths, the case's features with their names, and what is drawn over them. A feature is drawn by its properties `part`,
 * `place`, `name`, `along` and `precedent`, its look by its layer. All text is escaped. Throws a RangeError for bounds
 * or a size without extent, and where the basemap's files cannot be read.
 */
export async function staticMapSvg(options: StaticMapOptions): Promise<string> {
  const { width, height, overlays = emptyOverlays } = options
  const theme = themes[options.theme]
  const project = fitMercator(options.bounds, width, height)
  const drawing: Drawing = { theme, project, frame: { left: -8, top: -8, right: width + 8, bottom: height + 8 } }
  const [ground, names] = await Promise.all([drawGround(options, drawing), groundLabels(drawing, namesOf(options))])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="${escapeXml(theme.fonts.sans)},'Source Sans 3',sans-serif">`,
    `<defs><style>.serif{font-family:${theme.fonts.serif},Georgia,serif}</style>`,
    ...hatchedHues(options).flatMap((hue) => [
      hatchPattern(`hatch-45-${hue}`, 45, theme.hues[hue].mark, 1),
      hatchPattern(`hatch-135-${hue}`, 135, theme.hues[hue].mark, 0.5),
    ]),
    `</defs><rect width="${width}" height="${height}" fill="${theme.land}"/>`,
    `<g stroke-linejoin="round">${ground}</g><g stroke-linejoin="round">${drawCase(options, drawing)}</g>`,
    drawOverlays(overlays, drawing),
    placeLabels([...overlayLabels(overlays, drawing), ...caseLabels(options, drawing), ...names], width, height),
    '</svg>',
  ].join('')
}
