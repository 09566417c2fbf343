import { askControl, confirm } from '@/lib/client/wall/control-requests'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'

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

/** Ends this device's own pairing. Throws when the server does not confirm it. */
export async function endPairing(id: string): Promise<void> {
  confirm(await askControl('DELETE', `/control/pairings/${encodeURIComponent(id)}?as=remote`))
}

/** Pairs this device by the code that a wall shows. Never throws. */
export async function pairDevice(code: string, use: DeviceUse, name: string): Promise<PairingResult> {
  try {
    const response = await askControl('POST', '/control/pairings', { code, as: use, name })
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
