import { useEffect, useEffectEvent, useState } from 'react'

/**
 * What a clock says, read every `everyMs` while it is `running`; null on the server and in the first render, where it
 * would differ from the server's.
 */
export function useClock<T>(read: () => T, everyMs: number, running = true): T | null {
  const [now, setNow] = useState<T | null>(null)
  const tick = useEffectEvent(() => setNow(read()))
  useEffect(() => {
    if (!running) return
    tick()
    const timer = setInterval(() => tick(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
  return now
}
