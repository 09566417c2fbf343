'use client'
import { useSyncExternalStore } from 'react'

const neverChanges = () => () => undefined

/** Whether this is the server's own render, or the one by which its HTML comes alive. */
export function useIsServers(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
}
