import type { Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import type { NoteSide } from '@/lib/schema/plain-values'

/** The side or corner of a text that its point is at. */
export type TextAnchor = NoteSide | 'center' | `${'top' | 'bottom'}-${'left' | 'right'}`

/** The sides and corners of a text, the best first, each with how far the text is from its point, ems to the right and down. Flat, they are what the live map takes. */
export type Anchors = readonly (readonly [anchor: TextAnchor, offset: [right: number, down: number]])[]

/** How far a text's left and upper edges are from its point, as shares of its width and height. */
export function shareOf(anchor: TextAnchor): Point {
  const x = anchor.endsWith('left') ? 0 : anchor.endsWith('right') ? 1 : 0.5
  const y = anchor.startsWith('top') ? 0 : anchor.startsWith('bottom') ? 1 : 0.5
  return [x, y]
}

/** Where a text stands by an anchor: its edges, without what is kept free around them. All but the anchor's offset in px. */
export function boxBeside(
  [x, y]: Point,
  { width, height }: { width: number; height: number },
  emPx: number,
  [anchor, [right, down]]: Anchors[number],
): Rectangle {
  const [shareX, shareY] = shareOf(anchor)
  const left = x + right * emPx - shareX * width
  const top = y + down * emPx - shareY * height
  return { left, top, right: left + width, bottom: top + height }
}
