'use client'
import { useState } from 'react'
import { isWholeCode } from '@/lib/client/remote/pairing-code'
import { type DeviceUse, type PairingResult, pairDevice } from '@/lib/client/remote/remote-requests'

/** What hinders: the form itself, or what the server said. */
export type Trouble =
  | { kind: 'incomplete' | 'nameMissing' | 'refused' | 'away' }
  /** `until` on the clock of `performance.now()`. */
  | { kind: 'locked'; until: number }

function troubleOf(result: Exclude<PairingResult, { kind: 'remote' | 'screen' }>): Trouble {
  return result.kind === 'locked' ? { kind: 'locked', until: performance.now() + result.forSeconds * 1000 } : result
}

/** Pairs this device, one try at a time, and says what hinders; a device that becomes a display goes to its wall. */
export function usePairing(onPaired: () => void) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  async function connect(code: string, use: DeviceUse, name: string) {
    if (busy) return
    if (!isWholeCode(code)) return setTrouble({ kind: 'incomplete' })
    if (name === '') return setTrouble({ kind: 'nameMissing' })
    setBusy(true)
    const result = await pairDevice(code, use, name)
    if (result.kind === 'screen') return location.assign(`/wall/${result.caseId}?as=${result.role}`)
    setBusy(false)
    if (result.kind === 'remote') onPaired()
    else setTrouble(troubleOf(result))
  }

  return {
    busy,
    trouble,
    connect,
    forgetTrouble: () => setTrouble(null),
    /** A lock stays until it is over, whatever is typed. */
    onTyping: () => setTrouble((held) => (held?.kind === 'locked' ? held : null)),
  }
}
