import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { isWallSnapshot, readJson } from './read-wire'

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
  address: string,
  body: unknown = {},
  ended?: AbortSignal,
): Promise<Response> {
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS)
  return fetch(address, {
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
export async function askSnapshot(...asking: Parameters<typeof askControl>): Promise<WallSnapshot> {
  const response = await askControl(...asking)
  confirm(response)
  const said = readJson(await response.text())
  if (!isWallSnapshot(said)) throw new RequestError('the answer is not of this release')
  return said
}
