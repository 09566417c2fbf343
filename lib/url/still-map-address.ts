import type { View } from './view'
import { writeView } from './view-codec'

/** Of the drawing where nothing else is asked for, px; it is scaled to the element that shows it. */
export const stillSize = { width: 1440, height: 900 } as const

/** Sizes that a still map may be asked for in, px. */
const stillSizes = { min: 200, max: 2000 } as const

/**
 * Address of a case's still map for a view: its layers, theme and camera, less what its filter and window of time hide.
 * `size` in whole px; `selected` are ids of places.
 */
export function stillMapAddress(
  { id, version }: { id: string; version: string },
  view: View,
  { width, height }: { width: number; height: number },
  selected: readonly string[],
): string {
  const query = writeView({ ...view, focus: null, page: null, measure: null, laidOver: null, voices: false })
  const more = [`size=${width}x${height}`, `places=${selected.join(',')}`, `v=${version}`].join('&')
  return `/api/cases/${id}/map.svg${query === '' ? '?' : `${query}&`}${more}`
}

/** Reads `<width>x<height>`; null for anything else, and for sizes beyond the limits. */
export function readStillSize(text: string | null): { width: number; height: number } | null {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text ?? '')
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const fits = (px: number) => px >= stillSizes.min && px <= stillSizes.max
  return fits(width) && fits(height) ? { width, height } : null
}
