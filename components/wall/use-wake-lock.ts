import { useEffect, useState } from 'react'

/**
 * Keeps the display awake while the page is visible; the browser takes the lock away with the page's visibility, so it
 * is taken again. Says whether the display may sleep: over plain http from another machine there is no lock.
 */
export function useWakeLock(): boolean {
  const [maySleep, setMaySleep] = useState(false)
  useEffect(() => {
    let gone = false
    let lock: WakeLockSentinel | null = null
    const take = async () => {
      if (gone || document.visibilityState !== 'visible') return
      try {
        // Typed as always there, but not outside of a secure context.
        if (!('wakeLock' in navigator)) throw new TypeError('no wake lock here')
        lock = await navigator.wakeLock.request('screen')
        if (gone) await lock.release()
        setMaySleep(false)
      } catch {
        setMaySleep(true)
      }
    }
    void take()
    document.addEventListener('visibilitychange', take)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', take)
      void lock?.release()
    }
  }, [])
  return maySleep
}
