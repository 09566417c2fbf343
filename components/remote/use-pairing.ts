'use client'
import { useEffect, useState } from 'react'
import { type DeviceUse, type PairingResult, pairDevice } from '@/lib/client/remote/remote-link'
import { addressBelow } from '@/lib/url/base-path'
import { CODE_LENGTH, codeAlphabet } from '@/lib/wall/pairing-code'

/** What stands in a field for a code: as many of its characters as there are, in capitals, without what is between them. */
export function keepCodeCharacters(typed: string): string {
  const characters = [...typed.toUpperCase()].filter((character) => codeAlphabet.includes(character))
  return characters.slice(0, CODE_LENGTH).join('')
}

/** Whether all eight characters are there. */
export function isWholeCode(code: string): boolean {
  return code.length === CODE_LENGTH
}

/**
 * The code that the address carried after its `#`, as the wall's QR code has it; null without one. It is taken out of
 * the address at once, so that it stands neither in the history nor in a shared link, and pairs only when it is told
 * to: a preview or a slip of the thumb must not use it up.
 */
export function useFragmentCode(): { code: string | null; forget(): void } {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    const take = () => {
      const carried = keepCodeCharacters(decodeFragment(location.hash))
      if (location.hash === '') return
      history.replaceState(history.state, '', location.pathname + location.search)
      if (carried !== '') setCode(carried)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return { code, forget: () => setCode(null) }
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}

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
    if (result.kind === 'screen') return location.assign(addressBelow(`/wall/${result.caseId}?as=${result.role}`))
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
