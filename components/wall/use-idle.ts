import { useEffect, useState } from 'react'

const IDLE_AFTER_MS = 3_000
const signs = ['pointermove', 'pointerdown', 'focusin'] as const

/** Whether nobody has moved a pointer or touched the display for three seconds; true until someone does. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const notice = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = setTimeout(() => setIdle(true), IDLE_AFTER_MS)
    }
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, notice)
    }
  }, [])
  return idle
}
