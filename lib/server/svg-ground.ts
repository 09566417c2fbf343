import { keepLatest } from '@/lib/derive/once'
import { type BorderLook, borderLooks } from '@/lib/map/basemap-expressions'
import type { BasemapFileName } from './basemap-files'
import { drawnPoints, type GroundPart, readGround, squareOf } from './ground-shapes'
import { type Drawing, linePath, ringPath, type StaticMapOptions } from './svg-path'

/** Points nearer to each other than this are merged, px: the basemap is background. */
const GROUND_APART = 1.6

/** The `d` of those parts of a file that are wanted. */
async function pathOf(file: BasemapFileName, { project, frame }: Drawing, isWanted: (part: GroundPart) => boolean) {
  const square = squareOf(project)
  const parts = await readGround(file)
  const drawn = parts.filter(isWanted).map((part) => {
    const points = drawnPoints(part, square, frame, GROUND_APART)
    if (points === null) return ''
    return part.isRing ? ringPath(points, frame, GROUND_APART) : linePath(points, frame, GROUND_APART)
  })
  return drawn.join('')
}

async function groundPath(
  file: BasemapFileName,
  attributes: string,
  drawing: Drawing,
  ofCountry: (cc: string) => boolean = () => true,
): Promise<string> {
  const d = await pathOf(file, drawing, ({ cc }) => ofCountry(cc))
  return d === '' ? '' : `<path d="${d}" ${attributes}/>`
}

/** Width of a recognised border, px. */
const BORDER_PX = 1

/** The borders of one look; its dashes are in widths of the line, as on the live map. */
async function borderPath(
  { kinds, width, dashes, cap }: BorderLook,
  colour: string,
  drawing: Drawing,
): Promise<string> {
  const d = await pathOf('borders', drawing, ({ kind }) => kinds.includes(kind))
  if (d === '') return ''
  const px = BORDER_PX * width
  const dash = dashes === undefined ? '' : ` stroke-dasharray="${dashes.map((length) => length * px).join(' ')}"`
  const line = `stroke="${colour}" stroke-width="${px}" stroke-linecap="${cap}"`
  return `<path d="${d}" fill="none" ${line}${dash}/>`
}

/** `whole` with lakes and provinces, which are a blur where there is no room for names; borders are then quieter. */
async function drawGroundAnew(drawing: Drawing, emphasis: readonly string[], whole: boolean): Promise<string> {
  const { theme } = drawing
  const shallow = theme.sea[0]?.[1] ?? theme.land
  const paths = await Promise.all([
    groundPath('countries-detail', `fill="${theme.subjectLand}"`, drawing, (cc) => emphasis.includes(cc)),
    groundPath('disputed-areas', `fill="${theme.border}" fill-opacity="${theme.disputedTint}"`, drawing),
    groundPath('sea', `fill="${shallow}" fill-rule="evenodd"`, drawing),
    groundPath('sea-beyond', `fill="${shallow}" fill-rule="evenodd"`, drawing),
    ...(whole
      ? [
          groundPath('lakes', `fill="${theme.lake}" fill-rule="evenodd"`, drawing),
          groundPath('admin1-lines', `fill="none" stroke="${theme.admin1Line}" stroke-width=".6"`, drawing),
        ]
      : []),
    ...borderLooks.map((look) => borderPath(look, whole ? theme.border : theme.admin1Line, drawing)),
  ])
  return paths.join('')
}

/** Reads what every ground is drawn from, so that nobody who opens a page waits for it. */
export async function prepareGround(): Promise<void> {
  const files = ['sea', 'sea-beyond', 'lakes', 'countries-detail', 'disputed-areas', 'admin1-lines', 'borders'] as const
  await Promise.all(files.map(readGround))
}

/** Grounds drawn lately: in two themes a case has its first view for a few sizes of window, its threads and its insets. */
const KEPT_GROUNDS = 40
const keepGround = keepLatest<string>(KEPT_GROUNDS)

/** The ground of a still map; drawn once for a frame in a theme. */
export function drawGround(
  { bounds, width, height, theme, names = true, emphasis = [] }: StaticMapOptions,
  drawing: Drawing,
): Promise<string> {
  const key = [...bounds, width, height, squareOf(drawing.project).left, theme, names, ...emphasis].join(' ')
  return keepGround(key, () => drawGroundAnew(drawing, emphasis, names))
}
