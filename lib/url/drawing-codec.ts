import { wrapDegrees } from '@/lib/geo/clamp'
import type { LngLat } from '@/lib/schema/geometry'
import { placeIdPattern, recordIdPattern } from '@/lib/schema/plain-values'

/** A shape of the case laid over another place at its true size: where its middle stands, and how far it is turned. */
export interface LaidOver {
  /** Id of a place, of a ring (`<place>~<figure>`), or of a claim: all of its places together. */
  shape: string
  at: LngLat
  /** Degrees clockwise. */
  turn: number
}

/** Points that a measured line may have; an area names its first one again at the end. */
export const measureLimits = { points: 60 } as const
/** Web Mercator ends here. */
const LAST_LATITUDE = 85.06

function isShape(text: string): boolean {
  const [place = '', figure, ...rest] = text.split('~')
  return placeIdPattern.test(place) && (figure === undefined || recordIdPattern.test(figure)) && rest.length === 0
}

/** Reads `<lng>,<lat>` in degrees; null for anything else, and for what lies beyond `lastLatitude`. */
export function readPoint(text: string, lastLatitude: number): LngLat | null {
  const match = /^(-?\d{1,3}(?:\.\d{1,8})?),(-?\d{1,2}(?:\.\d{1,8})?)$/.exec(text)
  if (match === null) return null
  const [lng, lat] = [Number(match[1]), Number(match[2])]
  return Math.abs(lng) > 180 || Math.abs(lat) > lastLatitude ? null : [lng, lat]
}

/** 0.00001° is a metre, finer than a pointer. */
function writePoint([lng, lat]: LngLat): string {
  return `${Number(lng.toFixed(5))},${Number(lat.toFixed(5))}`
}

/**
 * Reads a measured line, `<lng>,<lat>;…`; closed, where it ends in its first point, it is an area. Points that are none
 * are left out, and those beyond the limit. Null where there is no line, nor an empty one.
 */
export function readMeasure(text: string | null): readonly LngLat[] | null {
  if (text === null) return null
  if (text === '') return []
  const points = text
    .split(';')
    .map((point) => readPoint(point, LAST_LATITUDE))
    .filter((point) => point !== null)
    .slice(0, measureLimits.points + 1)
  return points.length === 0 ? null : points
}

export function writeMeasure(points: readonly LngLat[]): string {
  return points.map(writePoint).join(';')
}

/** Reads `<shape>@<lng>,<lat>,<turn>`. */
export function readLaidOver(text: string | null): LaidOver | null {
  const [shape = '', where = '', ...rest] = (text ?? '').split('@')
  const match = /^([^,]+,[^,]+),(-?\d{1,3})$/.exec(where)
  const at = match?.[1] === undefined ? null : readPoint(match[1], LAST_LATITUDE)
  if (!isShape(shape) || at === null || rest.length > 0) return null
  return { shape, at, turn: wrapDegrees(Number(match?.[2])) }
}

export function writeLaidOver({ shape, at, turn }: LaidOver): string {
  return `${shape}@${writePoint(at)},${Math.round(turn) % 360}`
}
