import { type Bounds, boundsToCamera, type Frame, type FrameCamera } from '@/lib/geo/camera-to-bounds'
import { clamp } from '@/lib/geo/clamp'
import { limits } from '@/lib/limits'
import { addressBelow } from './base-path'
import type { View } from './view'
import { writeView } from './view-codec'

/** Of the drawing where nothing else is asked for, px; it is scaled to the element that shows it. */
export const stillSize = { width: 1440, height: 900 } as const

/** Sizes that a still map may be asked for in, px: from a locator beside a line of text to a wall. */
const stillSizes = { min: 64, max: 4096 } as const

/** How much larger or smaller than on a desk lines, marks and names may be drawn. */
const stillScales = { min: 0.4, max: 3 } as const

/** A drawing, or a picture of pixels, which a browser has less work with. */
export type StillFormat = 'svg' | 'webp'

/** Pixels to a px that a picture may be asked for with. */
export const densities = [1, 2] as const
type Density = (typeof densities)[number]

const insetWishes = ['none', 'all', 'only'] as const

/** What a still map shows other than its view says. */
export interface StillRequest {
  /** Of the drawing, px. */
  size: Frame
  /** Pixels to a px of that, where it is a picture of pixels; 1 where these would be more than one may have. */
  density: Density
  /** Ids of the places to mark as selected. */
  selected: readonly string[]
  /** What is shown whole, in the middle, in place of what the view's camera shows. */
  bounds: Bounds | null
  /** Only the layers of this thread and, without bounds, where it is. The view's own thread stands out among the others. */
  locator: string | null
  /** How much larger than on a desk lines, marks and names are drawn. */
  scale: number
  /** False for a drawing that is too small for names to be read. */
  names: boolean
  /** Whether the case's insets are drawn on it, where there is room, or only they, for a map that is there already. */
  insets: (typeof insetWishes)[number]
}

/** What an address says of a still map besides its view: what it leaves out is as `readStillRequest` takes it. */
export type StillWish = Partial<Omit<StillRequest, 'size' | 'selected'>> & { format?: StillFormat }

/** Degrees of latitude that Web Mercator's square reaches to. */
const MAX_LATITUDE = 85
/** About ten metres, which no drawing of these sizes tells apart. */
const DECIMALS = 4

/** What lies beyond the world's edges is held there. */
function writeBounds([west, south, east, north]: Bounds): string {
  const held = (latitude: number) => clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE)
  return [west, held(south), east, held(north)].map((degrees) => Number(degrees.toFixed(DECIMALS))).join()
}

/** Reads `west,south,east,north` in degrees; null for anything else. */
function readBounds(text: string | null): Bounds | null {
  const parts = (text ?? '').split(',')
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts.map((part) =>
    part.trim() === '' ? Number.NaN : Number(part),
  )
  if (parts.length !== 4 || !(west < east && south < north)) return null
  const isOnEarth = west >= -540 && east <= 540 && south >= -MAX_LATITUDE && north <= MAX_LATITUDE
  return isOnEarth ? [west, south, east, north] : null
}

function readScale(text: string | null): number {
  const scale = Number(text ?? 1)
  return scale >= stillScales.min && scale <= stillScales.max ? scale : 1
}

/** Reads what an address says of a still map besides its view; what is no such thing is left out. */
export function readStillRequest(search: URLSearchParams): StillRequest {
  const size = readStillSize(search.get('size')) ?? stillSize
  const fits = (density: Density) => size.width * size.height * density ** 2 <= limits.drawing.pixels
  return {
    size,
    density: densities.find((density) => String(density) === search.get('density') && fits(density)) ?? 1,
    selected: (search.get('places') ?? '').split(',').filter((id) => id !== ''),
    bounds: readBounds(search.get('bounds')),
    locator: search.get('locator'),
    scale: readScale(search.get('scale')),
    names: search.get('names') !== 'none',
    insets: insetWishes.find((wish) => wish === search.get('insets')) ?? 'none',
  }
}

/**
 * Address of a case's still map for a view: its layers, theme and camera, what is drawn over it, less what its filter and
 * window of time hide. `size` in whole px; `selected` are ids of places. Of what is in focus only a speaker and a
 * quotation are drawn otherwise than as places: by their lines.
 */
export function stillMapAddress(
  { id, version }: { id: string; version: string },
  view: View,
  { width, height }: Frame,
  selected: readonly string[],
  {
    bounds = null,
    locator = null,
    scale = 1,
    names = true,
    insets = 'none',
    format = 'svg',
    density = 1,
  }: StillWish = {},
): string {
  const speaks = view.focus?.kind === 'quotation' || view.focus?.kind === 'speaker'
  const query = writeView({ ...view, focus: speaks ? view.focus : null, page: null, version: null })
  const more = [
    `size=${width}x${height}`,
    ...(density === 1 ? [] : [`density=${density}`]),
    ...(bounds === null ? [] : [`bounds=${writeBounds(bounds)}`]),
    ...(locator === null ? [] : [`locator=${locator}`]),
    ...(scale === 1 ? [] : [`scale=${scale}`]),
    ...(names ? [] : ['names=none']),
    ...(insets === 'none' ? [] : [`insets=${insets}`]),
    ...(selected.length === 0 ? [] : [`places=${selected.join(',')}`]),
    `v=${version}`,
  ]
  return addressBelow(`/api/cases/${id}/map.${format}${query === '' ? '?' : `${query}&`}${more.join('&')}`)
}

/** The camera of a still map of that size: a view's own; without one, what shows all of `bounds`. */
export function stillCamera(bounds: Bounds, { map }: Pick<View, 'map'>, size: Frame): FrameCamera {
  return map === null ? boundsToCamera(bounds, size) : { center: [map.lng, map.lat], zoom: map.zoom }
}

/** Reads `<width>x<height>`; null for anything else, and for sizes and areas beyond the limits. */
export function readStillSize(text: string | null): Frame | null {
  const match = /^(\d{2,4})x(\d{2,4})$/.exec(text ?? '')
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const fits = (px: number) => px >= stillSizes.min && px <= stillSizes.max
  return fits(width) && fits(height) && width * height <= limits.drawing.pixels ? { width, height } : null
}

/** Papers that the print page is laid out for. */
export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** Size of the map on paper, CSS px of its drawing; it is scaled to the page's width. */
export const paperMap = { width: 880, height: 572 } as const

/** The paper that an address names; A4 where it names none. */
export function readPaper(text: string | null): Paper {
  return papers.find((paper) => paper === text) ?? 'a4'
}
