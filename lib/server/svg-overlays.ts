import type { Feature, Position } from 'geojson'
import { clipLineToFrame, type Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import { textOf } from '@/lib/map/feature-values'
import { voicesHue } from '@/lib/map/mark-image'
import type { Overlays } from '@/lib/map/overlays'
import type { Theme } from '@/lib/map/theme'
import { oneLine, onPoint, type SvgLabel } from './place-labels'
import { type Project, svgPath } from './svg-path'

interface Drawing {
  theme: Theme
  project: Project
  frame: Rectangle
}

/** Points nearer to each other than this are merged, px. */
const APART = 0.5
/** Between the arrows on a line of voices, and how long each is, px. */
const ARROWS = { every: 110, length: 9 } as const

function pathOf(feature: Feature, { project, frame }: Drawing): string {
  return svgPath(feature.geometry, project, frame, APART)
}

/** A line twice, broad in the halo's colour and narrow over it, so that it is seen on any ground; `dashes` as in SVG. */
function onCasing(d: string, casing: string, casingWidth: number, colour: string, width: number, dashes = ''): string {
  const line = (stroke: string, px: number, more: string) =>
    `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${px}"${more}/>`
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`
  return d === '' ? '' : line(casing, casingWidth, '') + line(colour, width, dashed)
}

/** Small triangles that point along a line, so that its direction is seen where its ends are not. */
function arrowsAlong(line: readonly Point[]): string {
  let toGo = ARROWS.every / 2
  let drawn = ''
  for (const [index, [bx, by]] of line.entries()) {
    const [ax, ay] = line[index - 1] ?? [bx, by]
    const length = Math.hypot(bx - ax, by - ay)
    const [ux, uy] = length === 0 ? [0, 0] : [(bx - ax) / length, (by - ay) / length]
    for (; toGo <= length && length > 0; toGo += ARROWS.every) {
      const [tipX, tipY] = [ax + ux * toGo, ay + uy * toGo]
      const [backX, backY] = [tipX - ux * ARROWS.length, tipY - uy * ARROWS.length]
      const [sideX, sideY] = [-uy * ARROWS.length * 0.4, ux * ARROWS.length * 0.4]
      const corners = [
        [tipX, tipY],
        [backX + sideX, backY + sideY],
        [backX - sideX, backY - sideY],
      ] as const
      drawn += `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}z`
    }
    toGo -= length
  }
  return drawn
}

function drawVoice(feature: Feature, drawing: Drawing): string {
  const { theme, project, frame } = drawing
  if (feature.geometry.type !== 'LineString') return ''
  const [casing, width] = feature.properties?.focused === true ? [5.5, 2.75] : [3, 1.25]
  const line = feature.geometry.coordinates.map((position: Position) => project(position))
  const arrows = clipLineToFrame(line, frame).map(arrowsAlong).join('')
  const dashes = feature.properties?.fromSeat === true ? `${4 * width} ${3 * width}` : ''
  return (
    onCasing(pathOf(feature, drawing), theme.halo, casing, theme.hues[voicesHue].mark, width, dashes) +
    (arrows === '' ? '' : `<path d="${arrows}" fill="${theme.hues[voicesHue].mark}"/>`)
  )
}

function drawShape(feature: Feature, drawing: Drawing): string {
  const { focus, focusHalo } = drawing.theme
  const part = textOf(feature, 'part')
  const d = part === 'name' ? '' : pathOf(feature, drawing)
  if (d === '') return ''
  const fill = part === 'area' ? `<path d="${d}" fill="${focus}" fill-opacity=".16" fill-rule="evenodd"/>` : ''
  return fill + onCasing(d, focusHalo, 5.5, focus, part === 'line' ? 4 : 2.4)
}

function drawMeasured(feature: Feature, drawing: Drawing): string {
  const { focus, focusHalo } = drawing.theme
  const part = textOf(feature, 'part')
  if (part === 'line') return onCasing(pathOf(feature, drawing), focusHalo, 5, focus, 2.2)
  if (part === 'area')
    return `<path d="${pathOf(feature, drawing)}" fill="${focus}" fill-opacity=".12" fill-rule="evenodd"/>`
  if (part !== 'point' || feature.geometry.type !== 'Point') return ''
  const [x, y] = drawing.project(feature.geometry.coordinates)
  // On a feature of the case the point is filled; where the pointer happened to be it is open.
  const [inner, edge, r] = feature.properties?.snapped === true ? [focus, focusHalo, 6.5] : [focusHalo, focus, 5]
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r}" fill="${inner}" stroke="${edge}" stroke-width="2.2"/>`
}

function group(id: string, marks: readonly string[]): string {
  const drawn = marks.join('')
  return drawn === '' ? '' : `<g id="${id}" stroke-linejoin="round" stroke-linecap="round">${drawn}</g>`
}

/**
 * What is drawn over the case on the reader's wish, as the live map draws it (`lib/map/overlays`): the lines of voices,
 * then the laid-over shape, the unit that is asked for, the measured line.
 */
export function drawOverlays(overlays: Overlays, drawing: Drawing): string {
  return [
    group(
      'voices',
      overlays.voices.features.map((feature) => drawVoice(feature, drawing)),
    ),
    group(
      'laid-over',
      overlays['laid-over'].features.map((feature) => drawShape(feature, drawing)),
    ),
    group(
      'unit',
      overlays.unit.features.map((feature) => drawMeasured(feature, drawing)),
    ),
    group(
      'measure',
      overlays.measure.features.map((feature) => drawMeasured(feature, drawing)),
    ),
  ].join('')
}

/** The name of the laid-over shape and the numbers of the measured line. */
export function overlayLabels(overlays: Overlays, { theme, project }: Drawing): SvgLabel[] {
  return [...overlays['laid-over'].features, ...overlays.measure.features].flatMap((feature): SvgLabel[] => {
    const text = textOf(feature, 'text')
    if (feature.geometry.type !== 'Point' || text === '') return []
    const [x, y] = project(feature.geometry.coordinates)
    // A length stands above its line, a name in the middle of its shape.
    const at: Point = textOf(feature, 'part') === 'label' ? [x, y - 12] : [x, y]
    const run = { text, face: 'sansSemibold', size: 14, colour: theme.focus } as const
    return [{ at, wordings: oneLine(run), anchors: onPoint, emPx: run.size, halo: theme.focusHalo }]
  })
}
