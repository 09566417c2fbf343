import { clamp } from '@/lib/geo/clamp'
/** A display as it declares itself: its picture in CSS px, its size, and how far off its readers stand. */
export interface Display {
  widthPx: number
  heightPx: number
  diagonalInches: number
  distanceM: number
}

/** Type that can be read from where the readers stand, CSS px. */
export interface LegibleType {
  /** The smallest type on the wall: capitals of 16 arc-minutes. */
  smallPx: number
  /** Type for reading: capitals of 20 arc-minutes. */
  textPx: number
  /** How many times as large the map's labels and marks must be, so that the smallest label is `smallPx`. */
  mapScale: number
  /** From how far the smallest type can be read, where that is less than was declared; else null. */
  readableToM: number | null
}

/** Character height that suffices, and the one to be preferred, arc-minutes. ISO 9241-303:2011, 5.5.4. */
const legibleArcMinutes = { least: 16, preferred: 20 } as const

/**
 * Height of capitals as a part of the type size: Source Sans 3 has 0.66, Source Serif 4 0.67. The smaller holds for
 * both.
 */
export const CAPITAL_HEIGHT = 0.66

/** Size of the smallest label that the map draws at scale 1, CSS px. */
export const SMALLEST_MAP_LABEL_PX = 9.5

const MM_PER_INCH = 25.4

/**
 * The least that a composition holds, in widths and heights of its smallest type: a headline with its words beside the
 * map, in two columns on a wide display, below the map on an upright one. Larger type than this would not fit, whatever
 * the distance.
 */
const leastRoom = {
  wide: { across: 70, down: 20 },
  lying: { across: 44, down: 25 },
  upright: { across: 22, down: 36 },
} as const

/** Width over height from which a display is wide; the same as in the wall's style sheets. */
const WIDE = 5 / 2

/** Readers who stand very near still get a page, not a footnote: so many lines of the smallest type, no more. */
const MOST_LINES = 56

function shapeOf(aspectRatio: number): keyof typeof leastRoom {
  if (aspectRatio < 1) return 'upright'
  return aspectRatio < WIDE ? 'lying' : 'wide'
}

/** Height in mm that an angle spans at a distance: h = 2 d tan(α/2). */
export function heightOfAngleMm(arcMinutes: number, distanceM: number): number {
  return 2 * distanceM * 1000 * Math.tan((arcMinutes / 60 / 2) * (Math.PI / 180))
}

/** Width of a CSS px in mm, of a picture that fills its display: the diagonal over its length in px. */
export function pixelPitchMm({ widthPx, heightPx, diagonalInches }: Omit<Display, 'distanceM'>): number {
  return (diagonalInches * MM_PER_INCH) / Math.hypot(widthPx, heightPx)
}

/**
 * Type sizes from the geometry of a display. A size is legible by the height of its capitals, seen as an angle: at 3 m,
 * 20 arc-minutes are 17.45 mm, and at 0.75 mm a px and capitals of 0.66 em a size of 35 px. Where type of 16
 * arc-minutes leaves no room for what it has to say, it is as large as fits, and `readableToM` says how near one must
 * come. Pure; all lengths must be above zero.
 */
export function legibleType(display: Display): LegibleType {
  const pitchMm = pixelPitchMm(display)
  const neededPx = heightOfAngleMm(legibleArcMinutes.least, display.distanceM) / pitchMm / CAPITAL_HEIGHT
  const { widthPx, heightPx } = display
  const room = leastRoom[shapeOf(widthPx / heightPx)]
  const mostPx = Math.min(widthPx / room.across, heightPx / room.down)
  const leastPx = Math.min(widthPx, heightPx) / MOST_LINES
  const smallPx = clamp(neededPx, leastPx, mostPx)
  return {
    smallPx,
    textPx: smallPx * (legibleArcMinutes.preferred / legibleArcMinutes.least),
    mapScale: smallPx / SMALLEST_MAP_LABEL_PX,
    readableToM: smallPx < neededPx ? display.distanceM * (smallPx / neededPx) : null,
  }
}

/** Places around the orbit, and so minutes of a round. */
const STEPS = 12

/**
 * Where what always stands on a display is to stand at a step, in whole px from its own place: around a small orbit, so
 * that no pixel stays lit for hours.
 */
export function pixelShift(step: number, radiusPx: number): { x: number; y: number } {
  const angle = (2 * Math.PI * step) / STEPS
  // Adding zero turns −0 into 0.
  return { x: Math.round(radiusPx * Math.sin(angle)) + 0, y: Math.round(radiusPx * (Math.cos(angle) - 1)) + 0 }
}
