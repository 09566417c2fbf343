import { keepLatest } from '@/lib/derive/once'
import { type BorderLook, borderLooks } from '@/lib/map/basemap-expressions'
import { textOf } from '@/lib/map/feature-values'
import { type BasemapFileName, readBasemapFile } from './basemap-files'
import { type Drawing, type StaticMapOptions, svgPath } from './svg-path'

/** Points nearer to each other than this are merged, px: the basemap is background. */
const GROUND_APART = 1.6

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
const keepGround = keepLatest<string>(KEPT_GROUNDS)

/** The ground of a still map; drawn once for a frame in a theme. */
export function drawGround(
  { bounds, width, height, theme, emphasis = [] }: StaticMapOptions,
  drawing: Drawing,
): Promise<string> {
  const key = [...bounds, width, height, theme, ...emphasis].join(' ')
  return keepGround(key, () => drawGroundAnew(drawing, emphasis))
}
