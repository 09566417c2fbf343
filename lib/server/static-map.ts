import { worldPx } from '@/lib/geo/camera-to-bounds'
import { fitMercator } from '@/lib/geo/project-mercator'
import { textOf } from '@/lib/map/feature-values'
import type { SvgLook } from '@/lib/map/mark-module'
import { marks } from '@/lib/map/marks'
import { emptyOverlays } from '@/lib/map/overlays'
import { type Theme, themes } from '@/lib/map/theme'
import { drawGround } from './svg-ground'
import { caseLabels, groundLabels, namesOf, placeLabels } from './svg-labels'
import { drawOverlays, overlayLabels } from './svg-overlays'
import { type Drawing, escapeXml, type StaticMapOptions, svgPath } from './svg-path'

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

function drawCase({ layers, selected = [] }: StaticMapOptions, drawing: Drawing): string {
  const look = caseLook(drawing, new Set(selected))
  const groups = layers.map(({ features, ...layer }) => {
    return `<g id="${escapeXml(layer.id)}">${marks[layer.mark].svg(features, { ...look, layer })}</g>`
  })
  return groups.join('')
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

const round = (px: number) => Math.round(px * 100) / 100

/**
 * The case's map as one self-contained SVG, for browsers that cannot draw the live one: the same geography, simplified,
 * without relief and depths, the case's features with their names, and what is drawn over them. A layer is drawn by its mark's
 * module, from the properties of its features. All text is escaped. Throws a RangeError for bounds
 * or a size without extent, and where the basemap's files cannot be read.
 */
export async function staticMapSvg(options: StaticMapOptions): Promise<string> {
  const { overlays = emptyOverlays, scale = 1, names: named = true } = options
  const theme = themes[options.theme]
  // Drawn as on a desk, and scaled as a whole: lines, marks and names grow together.
  const [width, height] = [options.width / scale, options.height / scale]
  const project = fitMercator(options.bounds, width, height)
  const drawing: Drawing = { theme, project, frame: { left: -8, top: -8, right: width + 8, bottom: height + 8 } }
  const [ground, names] = await Promise.all([
    drawGround(options, drawing),
    named ? groundLabels(drawing, namesOf(options)) : [],
  ])
  const labels = named ? [...overlayLabels(overlays, drawing), ...caseLabels(options, drawing), ...names] : []
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${options.width}" height="${options.height}"`,
    ` font-family="${escapeXml(theme.fonts.sans)},'Source Sans 3',sans-serif">`,
    `<defs><style>.serif{font-family:${theme.fonts.serif},Georgia,serif}</style>`,
    hatchings(options, theme),
    `</defs><rect width="100%" height="100%" fill="${theme.land}"/>`,
    `<g stroke-linejoin="round">${ground}</g><g stroke-linejoin="round">${drawCase(options, drawing)}</g>`,
    drawOverlays(overlays, drawing),
    placeLabels(labels, width, height),
    '</svg>',
  ].join('')
}
