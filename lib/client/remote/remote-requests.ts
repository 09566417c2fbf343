import { isWallSnapshot } from '@/lib/client/wall/read-wire'
import type { WallCommand } from '@/lib/wall/wall-command'
import type { ScreenRole, WallSnapshot } from '@/lib/wall/wall-snapshot'

/** A person waits with a finger on the glass: after this the wall counts as out of reach. */
const TIMEOUT_MS = 5_000
/** Where a locked wall does not say for how long. */
const LOCKED_SECONDS = 60

/** What a device becomes by pairing. */
export type DeviceUse = 'remote' | ScreenRole

/** What came of a code. Wrong, used and out of date are one answer: which of them it is helps only who guesses. */
export type PairingResult =
  | { kind: 'remote' }
  | { kind: 'screen'; caseId: string; role: ScreenRole }
  | { kind: 'refused' }
  | { kind: 'locked'; forSeconds: number }
  | { kind: 'away' }

/** Thrown when this device is not, or no longer, paired with a wall. */
export class NotPairedError extends Error {}

/** Thrown when the server answers with anything but what was asked for. */
class RequestError extends Error {}

function send(method: 'POST' | 'DELETE', address: string, body?: unknown): Promise<Response> {
  return fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

function check(response: Response): void {
  if (response.status === 401) throw new NotPairedError('not paired')
  if (!response.ok) throw new RequestError(`${response.status}`)
}

/** Tells the wall; answers what it shows then. Throws a NotPairedError, or whatever else went wrong. */
export async function sendCommand(command: WallCommand): Promise<WallSnapshot> {
  const response = await send('POST', '/control/commands?as=remote', command)
  check(response)
  const said: unknown = await response.json()
  if (!isWallSnapshot(said)) throw new RequestError('the answer is not of this release')
  return said
}

/** Ends this device's own pairing. Throws when the server does not confirm it. */
export async function endPairing(id: string): Promise<void> {
  check(await send('DELETE', `/control/pairings/${encodeURIComponent(id)}?as=remote`))
}

/** Pairs this device by the code that a wall shows. Never throws. */
export async function pairDevice(code: string, use: DeviceUse, name: string): Promise<PairingResult> {
  try {
    const response = await send('POST', '/control/pairings', { code, as: use, name })
    if (response.status === 429)
      return { kind: 'locked', forSeconds: Number(response.headers.get('retry-after')) || LOCKED_SECONDS }
    if (response.status >= 500) return { kind: 'away' }
    if (!response.ok) return { kind: 'refused' }
    const paired: { kind: 'remote' } | { kind: 'screen'; case: string; role: ScreenRole } = await response.json()
    return paired.kind === 'remote' ? paired : { kind: 'screen', caseId: paired.case, role: paired.role }
  } catch {
    return { kind: 'away' }
  }
}
