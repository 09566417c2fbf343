'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { RemoteLink, type RemoteStatus } from './remote-link'

/** This device's link to its wall, followed while the page is open, and asked anew when a phone is taken up again. */
export function useRemoteLink(): { link: RemoteLink; status: RemoteStatus } {
  const [link] = useState(() => new RemoteLink())
  const status = useSyncExternalStore(link.subscribe, link.current, link.current)
  useEffect(() => {
    link.start()
    const onReturn = () => {
      if (document.visibilityState === 'visible') link.again()
    }
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('online', onReturn)
    return () => {
      link.stop()
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('online', onReturn)
    }
  }, [link])
  return { link, status }
}
