'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { RemoteLink, type RemoteStatus } from './remote-link'

/** This device's link to its wall, followed while the page is open. */
export function useRemoteLink(): { link: RemoteLink; status: RemoteStatus } {
  const [link] = useState(() => new RemoteLink())
  const status = useSyncExternalStore(link.subscribe, link.current, link.current)
  useEffect(() => {
    link.start()
    return () => link.stop()
  }, [link])
  return { link, status }
}
