import type { Glyph, Hue } from '@/lib/schema/plain-values'
import type { Theme } from './theme'

/** One stroke of a mark, on a field of 28 by 18. */
export interface MarkStroke {
  /** As an SVG path's `d`. */
  path: string
  /** Of the line; without it, the path is filled. */
  width?: number
  /** Round ends or joins. */
  round?: 'ends' | 'joins'
  dashes?: readonly [number, number]
  /** How much of the hue a filling has, 0 to 1; without it, all. */
  opacity?: number
  /** Where the path's own origin stands, and how much of its size it has: of a symbol with a field of its own. */
  placed?: { x: number; y: number; scale: number }
}

/** The field that every mark is drawn on, px. */
export const markField = { width: 28, height: 18 } as const

/** A circle as a path. */
export function circlePath(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
}

/** A symbol in the middle of the field, `side` px large. */
export function glyphStroke({ path, field, indent = 0, line }: Glyph, side: number): MarkStroke {
  const { width, height } = markField
  const scale = side / field
  const placed = { x: (width - side) / 2 + indent * scale, y: (height - side) / 2, scale }
  return { path, placed, ...(line === undefined ? {} : { width: line, round: 'joins' as const }) }
}

/** What an image of the map shows: hatching to fill an area with, a mark on a line, the head of a flow, a town, or a layer's symbol. */
export type ImageShape = 'hatch-45' | 'hatch-135' | 'arrow' | 'head' | 'town' | Glyph

/** An image that the map draws marks with. */
export interface MarkImage {
  id: string
  shape: ImageShape
  /** The symbol in outline: where the thing stands is estimated. */
  hollow: boolean
  ink: string
  halo: string
}

/** Name of an image in a hue of a theme: both themes' images stay loaded, so that a change is a repaint. */
export function markImage(shape: ImageShape, hue: Hue, theme: Theme, hollow = false): string {
  const name = typeof shape === 'string' ? shape : `symbol-${shape.name}`
  return [name, ...(hollow ? ['hollow'] : []), hue, theme.name].join('/')
}

/** Radius of a town's dot as its image has it, px. */
export const TOWN_PX = 4

/** The dots of the basemap's towns: that of a capital is hollow. */
export function townImage(theme: Theme, isCapital: boolean): MarkImage {
  const id = ['town', ...(isCapital ? ['hollow'] : []), theme.name].join('/')
  return { id, shape: 'town', hollow: isCapital, ink: theme.label.city, halo: theme.halo }
}

/** The hue of what is drawn over the case from where it was said to where it is about. */
export const voicesHue: Hue = 'moss'
