'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Camera, Choices, View } from '@/lib/url/view'
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

/** A camera that the address does not say yet. */
let pending: { camera: Camera; timer: ReturnType<typeof setTimeout> } | null = null

/** Forgets a camera that was on its way into the address: it is not where the map will come to rest. */
export function dropCamera(): void {
  if (pending !== null) clearTimeout(pending.timer)
  pending = null
}

function writeCamera(): void {
  if (pending === null) return
  const { camera } = pending
  dropCamera()
  window.history.replaceState(null, '', writeView({ ...readView(currentSearch()), map: camera }))
}

/** Keeps the address in step with the camera, without a history entry and not more often than a person can read. */
export function replaceCamera(camera: Camera): void {
  dropCamera()
  pending = { camera, timer: setTimeout(writeCamera, CAMERA_WRITE_DELAY_MS) }
}

/**
 * Makes a choice: a new entry in the history, so that Back undoes it. The entry that is left keeps the camera that it
 * had; the new one has none of its own while the map is on its way to what was chosen.
 */
export function pushView(change: Partial<View>): void {
  writeCamera()
  const next = writeView({ ...readView(currentSearch()), ...change })
  if (next === currentSearch()) return
  window.history.pushState(null, '', next === '' ? window.location.pathname : next)
  announce()
}

/** Calls `listener` with the view that Back or Forward has brought; answers how to stop that. */
export function onHistory(listener: (view: View) => void): () => void {
  const listen = () => {
    dropCamera()
    listener(readView(currentSearch()))
  }
  window.addEventListener('popstate', listen)
  return () => window.removeEventListener('popstate', listen)
}

/** The camera that the address says; null where it says none. */
export function addressedCamera(): Camera | null {
  return readView(currentSearch()).map
}

/** The query less its camera: as long as it is the same, nothing that was chosen has changed. */
function chosenSearch(search: string): string {
  return writeView({ ...readView(search), map: null })
}

/**
 * What the address says is chosen, the same object until that changes. The address is the only store of it;
 * `initialSearch` is the query that the server rendered with.
 */
export function useChoices(initialSearch: string): Choices {
  const serverSearch = useCallback(() => chosenSearch(initialSearch), [initialSearch])
  const search = useSyncExternalStore(subscribe, () => chosenSearch(currentSearch()), serverSearch)
  return useMemo(() => readView(search), [search])
}
