import { worldPx } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { fitMercator } from '@/lib/geo/project-mercator'
import { FADED } from '@/lib/map/case-layer'
import { textOf } from '@/lib/map/feature-values'
import { insetCover, type PlacedInset, placeInsets } from '@/lib/map/inset-frames'
import type { SvgLook } from '@/lib/map/mark-module'
import { marks } from '@/lib/map/marks'
import { emptyOverlays } from '@/lib/map/overlays'
import { type Theme, themes } from '@/lib/map/theme'
import { loadOutlines, type OutlineText } from './font-outlines'
import { squareOf } from './ground-shapes'
import { placeLabels, wordsOf } from './place-labels'
import { drawGround } from './svg-ground'
import { drawInset } from './svg-insets'
import { mapLabels } from './svg-labels'
import { drawOverlays, overlayLabels } from './svg-overlays'
import { type Drawing, escapeXml, type StaticMapOptions, svgPath } from './svg-path'
import { drawPictures } from './svg-pictures'
import { runWidth, writeRun } from './svg-text'

/** Points of the case nearer to each other than this are merged, px. */
const CASE_APART = 0.5

function caseLook({ theme, project, frame }: Drawing, selected: ReadonlySet<string>): Omit<SvgLook, 'layer'> {
  const [west, east] = [project([-180, 0]), project([180, 0])]
  return {
    theme,
    zoom: Math.log2((east[0] - west[0]) / worldPx),
    isSelected: (feature) => selected.has(textOf(feature, 'place')),
    path: (geometry, everyVertex = false) => svgPath(geometry, project, frame, everyVertex ? 0 : CASE_APART),
    at: (position) => {
      const [x, y] = project(position)
      return x < frame.left || x > frame.right || y < frame.top || y > frame.bottom ? null : [x, y]
    },
  }
}

/** From the middle of a line to the foot of its digits, ems. */
const DIGIT_EM = 0.33

function drawCase(
  { layers, selected = [], faded = [] }: StaticMapOptions,
  worlds: readonly Drawing[],
  outline: OutlineText,
): string {
  const looks = worlds.map(
    (drawing): Omit<SvgLook, 'layer'> => ({
      ...caseLook(drawing, new Set(selected)),
      writeNumber(number, [x, y], size, colour) {
        const run = { text: String(number), face: 'sansSemibold', size, colour } as const
        return writeRun(run, [x - runWidth(run, outline) / 2, y + size * DIGIT_EM], outline)
      },
    }),
  )
  const groups = layers.map(({ features, ...layer }) => {
    const opacity = faded.includes(layer.id) ? ` opacity="${FADED}"` : ''
    const drawn = looks.map((look) => marks[layer.mark].svg(features, { ...look, layer }))
    return `<g id="${escapeXml(layer.id)}"${opacity}>${drawn.join('')}</g>`
  })
  return groups.join('')
}

/** The drawing, and it again for each world beside that reaches into the frame: over the antimeridian the next one begins. */
function listWorlds(drawing: Drawing): Drawing[] {
  const { project, frame } = drawing
  return [0, -360, 360].flatMap((turn) => {
    const [[left], [right]] = [project([turn - 180, 0]), project([turn + 180, 0])]
    if (right <= frame.left || left >= frame.right) return []
    return { ...drawing, project: ([lng = 0, lat = 0]) => project([lng + turn, lat]) }
  })
}

function hatchPattern(id: string, angle: number, colour: string, opacity: number): string {
  return (
    `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})">` +
    `<path d="M3 0v6" stroke="${colour}" stroke-width="1.8" stroke-opacity="${opacity}"/></pattern>`
  )
}

/** The hatchings that the marks of the case are filled with, in their hues. */
function hatchings({ layers }: StaticMapOptions, { hues }: Theme): string {
  const wanted = layers.flatMap((layer) => marks[layer.mark].images?.(layer) ?? [])
  const patterns = wanted.flatMap(({ shape, hue }): [string, string][] => {
    if (shape !== 'hatch-45' && shape !== 'hatch-135') return []
    const [angle, opacity] = shape === 'hatch-45' ? [45, 1] : [135, 0.5]
    return [[`${shape}-${hue}`, hatchPattern(`${shape}-${hue}`, angle, hues[hue].mark, opacity)]]
  })
  return [...new Map(patterns).values()].join('')
}

/** Where a mark of the case is that no name may cover. */
function keptClear({ layers }: StaticMapOptions, drawing: Drawing): Rectangle[] {
  const look = caseLook(drawing, new Set())
  return layers.flatMap(({ features, ...layer }) => marks[layer.mark].keptClear?.(features, { ...look, layer }) ?? [])
}

/** What stands on a map that is drawn as on a desk, without the SVG around it. Nothing under an inset has a name. */
async function drawMap(options: StaticMapOptions, placed: readonly PlacedInset[], drawing: Drawing): Promise<string> {
  const { overlays = emptyOverlays, names: named = true } = options
  const worlds = listWorlds(drawing)
  const [grounds, names] = await Promise.all([
    Promise.all(worlds.map((world) => drawGround(options, world))),
    Promise.all(named ? worlds.map((world) => mapLabels(options, world)) : []),
  ])
  const labels = named ? [...worlds.flatMap((world) => overlayLabels(overlays, world)), ...names.flat()] : []
  const clear = named ? worlds.flatMap((world) => keptClear(options, world)) : []
  const covered = named ? [...placed.flatMap(insetCover), ...clear] : []
  const outline = await loadOutlines(wordsOf(labels))
  return [
    `<rect width="100%" height="100%" fill="${drawing.theme.land}"/>`,
    `<g stroke-linejoin="round">${grounds.map(({ areas }) => areas).join('')}</g>${drawPictures(options, worlds)}`,
    `<g stroke-linejoin="round">${grounds.map(({ lines }) => lines).join('')}</g><g stroke-linejoin="round">${drawCase(options, worlds, outline)}</g>`,
    ...worlds.map((world) => drawOverlays(overlays, world)),
    labels.length === 0 ? '' : placeLabels(labels, options, covered, outline),
  ].join('')
}

function drawingOf({ bounds, width, height, theme }: StaticMapOptions): Drawing {
  const frame = { left: -8, top: -8, right: width + 8, bottom: height + 8 }
  return { theme: themes[theme], project: fitMercator(bounds, width, height), frame }
}

async function drawInsets(options: StaticMapOptions, placed: readonly PlacedInset[]): Promise<string> {
  const { insets, ...rest } = options
  if (insets === undefined) return ''
  const drawn = placed.map(async (each) => {
    const own = { ...rest, ...each.frame.map, bounds: each.inset.bounds }
    const drawing = drawingOf(own)
    const map = await drawMap(own, [], drawing)
    const outline = await loadOutlines([each.inset.title, insets.length(1)])
    const look = { theme: drawing.theme, outline, say: insets.length }
    return drawInset(each, map, squareOf(drawing.project).side, look)
  })
  return (await Promise.all(drawn)).join('')
}

/**
 * The case's map as one self-contained SVG: for the first sight of the page, for browsers that cannot draw the live one,
 * and for paper. The same geography, simplified, without relief and depths, the case's pictures below its borders, the case's features with their names, what is
 * drawn over them, and the case's insets. A layer is drawn by its mark's module, from the properties of its features. All
 * text is escaped. Throws a RangeError for bounds or a size without extent, and where the basemap's files cannot be read.
 */
export async function staticMapSvg(wanted: StaticMapOptions): Promise<string> {
  // Drawn as on a desk, and scaled as a whole: lines, marks and names grow together.
  const { scale = 1 } = wanted
  const [width, height] = [wanted.width, wanted.height].map((px) => Math.round((px / scale) * 100) / 100)
  const options = { ...wanted, width: width ?? 0, height: height ?? 0 }
  const drawing = drawingOf(options)
  const { theme } = drawing
  const placed = placeInsets(options.insets?.shown ?? [], options, drawing.project)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${wanted.width}" height="${wanted.height}"`,
    ` font-family="sans-serif">`,
    `<defs>${hatchings(options, theme)}</defs>`,
    options.insets?.alone === true ? '' : await drawMap(options, placed, drawing),
    await drawInsets(options, placed),
    '</svg>',
  ].join('')
}
