import { type Bounds, boundsToCamera, type Frame, type FrameCamera } from '@/lib/geo/camera-to-bounds'
import type { View } from './view'
import { writeView } from './view-codec'

/** Of the drawing where nothing else is asked for, px; it is scaled to the element that shows it. */
export const stillSize = { width: 1440, height: 900 } as const

/** Sizes that a still map may be asked for in, px. */
const stillSizes = { min: 200, max: 2000 } as const

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
): string {
  const speaks = view.focus?.kind === 'quotation' || view.focus?.kind === 'speaker'
  const query = writeView({ ...view, focus: speaks ? view.focus : null, page: null, version: null })
  const more = [`size=${width}x${height}`, `places=${selected.join(',')}`, `v=${version}`].join('&')
  return `/api/cases/${id}/map.svg${query === '' ? '?' : `${query}&`}${more}`
}

/** The camera of a still map of that size: a view's own; without one, what shows all of `bounds`. */
export function stillCamera(bounds: Bounds, { map }: Pick<View, 'map'>, size: Frame): FrameCamera {
  return map === null ? boundsToCamera(bounds, size) : { center: [map.lng, map.lat], zoom: map.zoom }
}

/** Reads `<width>x<height>`; null for anything else, and for sizes beyond the limits. */
export function readStillSize(text: string | null): Frame | null {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text ?? '')
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const fits = (px: number) => px >= stillSizes.min && px <= stillSizes.max
  return fits(width) && fits(height) ? { width, height } : null
}

/** Papers that the print page is laid out for. */
export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** Size of the map on paper, CSS px of its drawing; it is scaled to the page's width. */
export const paperMap = { width: 800, height: 700 } as const

/** The paper that an address names; A4 where it names none. */
export function readPaper(text: string | null): Paper {
  return papers.find((paper) => paper === text) ?? 'a4'
}
