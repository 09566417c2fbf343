import { isolate } from '@/lib/derive/isolate'
import { type LegendRow, legendColour } from '@/lib/map/legend-marks'
import { type MarkStroke, markField } from '@/lib/map/mark-image'
import type { Theme } from '@/lib/map/theme'
import { type Box, type MeasureText, type PictureFont, type PicturePlan, pictureType } from './plan-picture'

const families: Record<'serif' | 'sans', (theme: Theme) => string> = {
  serif: ({ fonts }) => `${fonts.serif}, Georgia, serif`,
  sans: ({ fonts }) => `${fonts.sans}, system-ui, sans-serif`,
}

/** A type of the picture as a canvas takes it. */
function cssFont(font: PictureFont, theme: Theme): string {
  const { weight, size, family } = pictureType[font]
  return `${weight} ${size}px ${families[family](theme)}`
}

/** Loads the faces that a picture is set in: a canvas does not wait for them. */
export async function loadPictureFonts(theme: Theme, words: string): Promise<void> {
  const fonts: PictureFont[] = ['title', 'shown', 'legend', 'note']
  await Promise.allSettled(fonts.map((font) => document.fonts.load(cssFont(font, theme), words)))
}

/** Measures text as the picture will set it. */
export function measureOn(context: CanvasRenderingContext2D, theme: Theme): MeasureText {
  return (text, font) => {
    context.font = cssFont(font, theme)
    return context.measureText(text).width
  }
}

function drawTexts(context: CanvasRenderingContext2D, { texts }: PicturePlan, theme: Theme): void {
  context.textBaseline = 'alphabetic'
  for (const { text, font, x, y, height, width } of texts) {
    const { size } = pictureType[font]
    context.font = cssFont(font, theme)
    context.fillStyle = font === 'note' || font === 'shown' ? theme.quietInk : theme.ink
    // A line's letters stand in its middle: 0.34 em is half the height of a capital.
    context.fillText(isolate(text), x, y + height / 2 + size * 0.34, Math.ceil(width) + 1)
  }
}

function drawMark(context: CanvasRenderingContext2D, strokes: readonly MarkStroke[], colour: string, box: Box): void {
  context.save()
  context.translate(box.x, box.y)
  context.scale(box.width / markField.width, box.height / markField.height)
  context.strokeStyle = colour
  context.fillStyle = colour
  for (const { path, width, round, dashes, opacity, placed } of strokes) {
    const drawn = new Path2D(path)
    context.save()
    context.globalAlpha = opacity ?? 1
    if (placed !== undefined) {
      context.translate(placed.x, placed.y)
      context.scale(placed.scale, placed.scale)
    }
    context.lineWidth = width ?? 0
    context.lineCap = round === 'ends' ? 'round' : 'butt'
    context.lineJoin = round === 'joins' ? 'round' : 'miter'
    context.setLineDash(dashes === undefined ? [] : [...dashes])
    if (width === undefined) context.fill(drawn)
    else context.stroke(drawn)
    context.restore()
  }
  context.restore()
}

/** A bar with a tick at either end. */
function drawScaleBar(context: CanvasRenderingContext2D, { x, y, width, height }: Box, theme: Theme): void {
  context.strokeStyle = theme.ink
  context.lineWidth = 1.5
  context.beginPath()
  context.moveTo(x + 0.75, y)
  context.lineTo(x + 0.75, y + height - 0.75)
  context.lineTo(x + width - 0.75, y + height - 0.75)
  context.lineTo(x + width - 0.75, y)
  context.stroke()
}

/** Draws a planned picture; the context is scaled already, so that all is in the plan's px. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  size: { width: number; height: number },
  plan: PicturePlan,
  /** The map and what lies over all of it. */
  map: readonly CanvasImageSource[],
  legend: readonly LegendRow[],
  theme: Theme,
): void {
  context.fillStyle = theme.panel
  context.fillRect(0, 0, size.width, size.height)
  const { x, y, width, height } = plan.map
  for (const image of map) context.drawImage(image, x, y, width, height)
  context.strokeStyle = theme.rule
  context.lineWidth = 1
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1)
  for (const [index, { strokes, colour }] of legend.entries()) {
    const box = plan.marks[index]
    if (box !== undefined) drawMark(context, strokes, legendColour(colour, theme), box)
  }
  drawScaleBar(context, plan.scaleBar, theme)
  context.fillStyle = theme.rule
  context.fillRect(plan.rule.x, plan.rule.y, plan.rule.width, plan.rule.height)
  drawTexts(context, plan, theme)
}
