import { isObject, readJson } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
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

/**
 * A person waits with a finger on the glass. And together with the longest rest less than ten seconds: so long after the
 * server's return a wall is joined, packets swallowed or not.
 */
const ANSWER_TIMEOUT_MS = 4_000

/** Thrown when this device is not, or no longer, paired with a wall. */
export class NotPairedError extends Error {}

/** Thrown when the server answers with anything but what was asked for. */
class RequestError extends Error {}

/** Asks the control for something. Throws when it does not answer in time, or when `ended` ends the asking. */
export function askControl(
  method: 'POST' | 'DELETE',
  address: `/${string}`,
  body: unknown = {},
  ended?: AbortSignal,
): Promise<Response> {
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS)
  return fetch(addressBelow(address), {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    // Phones are often older than AbortSignal.any.
    signal: ended === undefined ? timeout : AbortSignal.any([timeout, ended]),
  })
}

/** Throws a NotPairedError or a RequestError where the answer is not what was asked for. */
export function confirm(response: Response): void {
  if (response.status === 401) throw new NotPairedError('not paired')
  if (!response.ok) throw new RequestError(`${response.status}`)
}

/** What the wall shows after what was asked. Throws a NotPairedError, or whatever else went wrong. */
export async function askSnapshot(
  method: 'POST' | 'DELETE',
  address: `/${string}`,
  body?: unknown,
  ended?: AbortSignal,
): Promise<WallSnapshot> {
  const response = await askControl(method, address, body, ended)
  confirm(response)
  const said = readJson(await response.text())
  if (!isWallSnapshot(said)) throw new RequestError('the answer is not of this release')
  return said
}
