'use client'
import { useEffect, useState } from 'react'
import { readCode } from './pairing-code'

/**
 * The code that the address carried after its `#`, as the wall's QR code has it; null without one. It is taken out of
 * the address at once, so that it stands neither in the history nor in a shared link, and pairs only when it is told
 * to: a preview or a slip of the thumb must not use it up.
 */
export function useFragmentCode(): { code: string | null; forget(): void } {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    const take = () => {
      const carried = readCode(decodeFragment(location.hash))
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
