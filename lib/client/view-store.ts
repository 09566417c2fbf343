'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Camera, View } from '@/lib/url/view'
import { readView, writeView } from '@/lib/url/view-codec'

/** Long enough that a drag writes once, short enough that a copied address is the view on screen. */
const CAMERA_WRITE_DELAY_MS = 300

const listeners = new Set<() => void>()

function announce(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', announce)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', announce)
  }
}

function currentSearch(): string {
  return window.location.search
}

/** Makes a choice: a new entry in the history, so that Back undoes it. The camera stays where the address has it. */
export function pushView(change: Partial<View>): void {
  const next = writeView({ ...readView(currentSearch()), ...change })
  if (next === currentSearch()) return
  window.history.pushState(null, '', next === '' ? window.location.pathname : next)
  announce()
}

/** Calls `listener` with the view that Back or Forward has brought; answers how to stop that. */
export function onHistory(listener: (view: View) => void): () => void {
  const listen = () => {
    clearTimeout(cameraTimer)
    listener(readView(currentSearch()))
  }
  window.addEventListener('popstate', listen)
  return () => window.removeEventListener('popstate', listen)
}

let cameraTimer: ReturnType<typeof setTimeout> | undefined

/** Keeps the address in step with the camera, without a history entry and not more often than a person can read. */
export function replaceCamera(map: Camera): void {
  clearTimeout(cameraTimer)
  cameraTimer = setTimeout(() => {
    window.history.replaceState(null, '', writeView({ ...readView(currentSearch()), map }))
    announce()
  }, CAMERA_WRITE_DELAY_MS)
}

/**
 * The view that the address says. The address is the only store of it; `initialSearch` is the query that the server
 * rendered with.
 */
export function useView(initialSearch: string): View {
  const serverSearch = useCallback(() => initialSearch, [initialSearch])
  const search = useSyncExternalStore(subscribe, currentSearch, serverSearch)
  return useMemo(() => readView(search), [search])
}
