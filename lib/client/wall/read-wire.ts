import { isObject } from '@/lib/schema/is-object'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { WireState } from '@/lib/wall/wall-state'

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isOneOf =
  (...texts: unknown[]) =>
  (value: unknown) =>
    texts.includes(value)
const orNull = (holds: (value: unknown) => boolean) => (value: unknown) => value === null || holds(value)
const numbers =
  (...keys: string[]) =>
  (value: unknown) =>
    isObject(value) && keys.every((key) => isNumber(value[key]))

const wireState: { readonly [Key in keyof WireState]: (value: unknown) => boolean } = {
  scene: isText,
  elapsedMs: isNumber,
  resumesInMs: orNull(isNumber),
  holdKind: isOneOf(null, 'asked', 'looking', 'blank'),
  playedMs: orNull(isNumber),
  blank: isOneOf(true, false),
  spot: orNull(numbers('x', 'y')),
  camera: orNull(numbers('zoom', 'lat', 'lng')),
  time: orNull(numbers('start', 'end')),
  place: orNull(isText),
}

/** Whether a value is a wall's state as it is sent: what was kept in the browser may be of another release. */
export function isWireState(value: unknown): value is WireState {
  return isObject(value) && Object.entries(wireState).every(([key, holds]) => holds(value[key]))
}

/** Whether a value is what the server says of a wall: after a new release it may say it otherwise. */
export function isWallSnapshot(value: unknown): value is WallSnapshot {
  return (
    isObject(value) &&
    [value.wall, value.caseId, value.release, value.self].every(isText) &&
    Array.isArray(value.screens) &&
    Array.isArray(value.remotes) &&
    isWireState(value.state)
  )
}

/** A value from JSON text; undefined for what is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
