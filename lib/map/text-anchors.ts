import type { NoteSide } from '@/lib/schema/plain-values'

/** The side or corner of a text that its point is at. */
export type TextAnchor = NoteSide | 'center' | `${'top' | 'bottom'}-${'left' | 'right'}`

/** The sides and corners of a text, the best first, each with how far the text is from its point, ems to the right and down. Flat, they are what the live map takes. */
export type Anchors = readonly (readonly [anchor: TextAnchor, offset: [right: number, down: number]])[]
