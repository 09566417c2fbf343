import { useEffect, useState } from 'react'

/** Why a display may fall asleep: plain http from another machine, where there is no lock, or the browser gives none. */
export type SleepReason = 'insecure' | 'refused'

const RETRY_MS = 60_000
/** A lock that is taken away again and again is not asked for without a pause. */
const RELEASED_PAUSE_MS = 1_000

/** A lock of the screen. Rejects where the browser has or gives none. */
async function requestLock(): Promise<WakeLockSentinel> {
  // Typed as always there, but not outside of a secure context.
  if (!('wakeLock' in navigator)) throw new TypeError('no wake lock here')
  return await navigator.wakeLock.request('screen')
}

/**
 * Keeps the display awake while the page is visible. The browser takes the lock away with the page's visibility and
 * whenever it likes, as with a battery that runs low: it is taken again when that is over, and a refusal is asked anew
 * every minute. `tell` hears why the display may sleep, null while it may not. Answers what ends it.
 */
export function keepAwake(tell: (reason: SleepReason | null) => void): () => void {
  let state: 'free' | 'asking' | 'held' | 'over' = 'free'
  let lock: WakeLockSentinel | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const takeIn = (durationMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void take(), durationMs)
  }
  const isOver = () => state === 'over'
  const take = async () => {
    if (state !== 'free' || document.visibilityState !== 'visible') return
    state = 'asking'
    try {
      const taken = await requestLock()
      if (isOver()) return void taken.release()
      state = 'held'
      lock = taken
      taken.addEventListener('release', () => {
        if (isOver()) return
        state = 'free'
        takeIn(RELEASED_PAUSE_MS)
      })
      tell(null)
    } catch {
      if (isOver()) return
      state = 'free'
      tell(window.isSecureContext ? 'refused' : 'insecure')
      takeIn(RETRY_MS)
    }
  }
  const look = () => void take()
  void take()
  document.addEventListener('visibilitychange', look)
  return () => {
    state = 'over'
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
    void lock?.release()
  }
}

/** Keeps the display awake; says why it may sleep all the same, null while it may not. */
export function useWakeLock(): SleepReason | null {
  const [reason, setReason] = useState<SleepReason | null>(null)
  useEffect(() => keepAwake(setReason), [])
  return reason
}
