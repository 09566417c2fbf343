'use client'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { addressBelow } from '@/lib/url/base-path'
import { readTimeWindow, writeTimeWindow } from '@/lib/url/time-window'
import type { Camera, Choices, View } from '@/lib/url/view'
import { readView, writeView } from '@/lib/url/view-codec'
import type { ReadableStore } from './value-store'

/**
 * `next` with those of its parts that say the same as in `before` being the very same objects, and `before` itself where
 * all are: so that whoever compares by identity sees only what has changed. Parts are plain data.
 */
export function keepParts<T extends object>(before: T, next: T): T {
  const keys = Object.keys(next) as (keyof T)[]
  const isKept = (key: keyof T) =>
    Object.is(before[key], next[key]) || JSON.stringify(before[key]) === JSON.stringify(next[key])
  const kept = keys.filter(isKept)
  if (kept.length === keys.length && keys.length === Object.keys(before).length) return before
  return Object.assign({ ...next }, Object.fromEntries(kept.map((key) => [key, before[key]])))
}

/** Long enough that a drag writes once, short enough that a copied address is the view on screen. */
const CAMERA_WRITE_DELAY_MS = 300
/** A browser takes no more than some hundred changes of the address in half a minute. */
const TIME_WRITE_DELAY_MS = 400

const listeners = new Set<() => void>()

function announce(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', onPopState)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', onPopState)
  }
}

/** The history has brought another window of time: one that was on its way is not wanted any more. */
function onPopState(): void {
  dropTime()
  announce()
}

/** A window of time that the address does not say yet: it follows a hand that scrubs, or plays. */
let pendingTime: { time: TimeWindow | null; timer: ReturnType<typeof setTimeout> } | null = null

/** The view that a query says, less the version of the link that it came with: what is written back has none. */
function readOwn(search: string): View {
  return { ...readView(search), version: null }
}

/** The query as it will be: of the address, and of what is on its way there. */
function currentSearch(): string {
  const { search } = window.location
  return pendingTime === null ? search : writeView({ ...readOwn(search), time: pendingTime.time })
}

function dropTime(): void {
  if (pendingTime !== null) clearTimeout(pendingTime.timer)
  pendingTime = null
}

/**
 * Writes the query into the address, with the state that Next's router has put there: then Next takes the change for its
 * own and leaves it at that. For any other it renders the whole page anew, in which nothing but this store reads the
 * query; with thousands of records that takes a second.
 */
function writeSearch(how: 'pushState' | 'replaceState', search: string): void {
  window.history[how](window.history.state, '', search === '' ? window.location.pathname : search)
}

function writeTime(): void {
  if (pendingTime === null) return
  const search = currentSearch()
  dropTime()
  writeSearch('replaceState', search)
}

/**
 * Moves the window of time, at once for everything that reads it; the address follows when it has come to rest, without
 * an entry in the history. Null is all of time.
 */
export function replaceTime(time: TimeWindow | null): void {
  if (pendingTime !== null) clearTimeout(pendingTime.timer)
  pendingTime = { time: asWritten(time), timer: setTimeout(writeTime, TIME_WRITE_DELAY_MS) }
  announce()
}

/** Changes the view in the address without an entry in the history: for what is moved bit by bit. */
export function replaceView(change: Partial<View>): void {
  writeTime()
  writeSearch('replaceState', writeView({ ...readOwn(currentSearch()), ...change }))
  announce()
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
  writeSearch('replaceState', writeView({ ...readOwn(currentSearch()), map: camera }))
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
  writeTime()
  const next = writeView({ ...readOwn(currentSearch()), ...change })
  if (next === writeView(readOwn(currentSearch()))) return
  writeSearch('pushState', next)
  announce()
}

/**
 * A link to a case's view as it is, with the camera and the time that are on their way into the address, and the version
 * of the case. It names the case: what `/` opens may be another one by the time it is followed.
 */
export function currentLink({ id, caseVersion }: { id: string; caseVersion: string }): string {
  return window.location.origin + addressBelow(`/cases/${id}${writeView({ ...currentView(), version: caseVersion })}`)
}

/** Calls `listener` with the view that Back or Forward has brought; answers how to stop that. */
export function onHistory(listener: (view: View) => void): () => void {
  const listen = () => {
    dropCamera()
    dropTime()
    listener(readOwn(currentSearch()))
  }
  window.addEventListener('popstate', listen)
  return () => window.removeEventListener('popstate', listen)
}

/** Everything that the address says, and what is on its way there. */
export function currentView(): View {
  const view = readOwn(currentSearch())
  return pending === null ? view : { ...view, map: pending.camera }
}

/** The camera that the address says, or will when the map has come to rest; null where it says none. */
export function addressedCamera(): Camera | null {
  return currentView().map
}

/** What a query says is chosen, and its window of time. */
interface ReadParts {
  search: string
  choices: Choices
  time: TimeWindow | null
  map: Camera | null
}

function readParts(search: string): ReadParts {
  const { map, time, version, ...choices } = readView(search)
  return { search, choices, time, map }
}

/** What was read last: every part of the choices stays the same object for as long as the address says the same of it. */
let lastRead = readParts('')

function readKept(search: string): ReadParts {
  if (search !== lastRead.search) {
    const { choices, time, map } = readParts(search)
    lastRead = {
      search,
      choices: keepParts(lastRead.choices, choices),
      time,
      ...keepParts({ map: lastRead.map }, { map }),
    }
  }
  return lastRead
}

/** A window as the address will say it. */
function asWritten(time: TimeWindow | null): TimeWindow | null {
  return time === null ? null : readTimeWindow(writeTimeWindow(time))
}

/**
 * What the address says is chosen; each part is the same object until it changes. The address is the only store of it;
 * `initialSearch` is the query that the server rendered with.
 */
export function choicesStore(initialSearch: string): ReadableStore<Choices> {
  return {
    get: () => readKept(window.location.search).choices,
    getServer: () => readKept(initialSearch).choices,
    subscribe,
  }
}

/**
 * The camera that the address says, for what shows the map without one that moves; null where it says none. The same
 * object until it changes.
 */
export function cameraStore(initialSearch: string): ReadableStore<Camera | null> {
  return {
    get: () => readKept(window.location.search).map,
    getServer: () => readKept(initialSearch).map,
    subscribe,
  }
}

/** The window of time that is shown, as it is being moved; null for all of time. The same object until it changes. */
export function timeStore(initialSearch: string): ReadableStore<TimeWindow | null> {
  let last: { window: TimeWindow | null } = { window: null }
  const kept = (window: TimeWindow | null) => {
    last = keepParts(last, { window })
    return last.window
  }
  return {
    get: () => kept(pendingTime === null ? readKept(window.location.search).time : pendingTime.time),
    getServer: () => kept(readKept(initialSearch).time),
    subscribe,
  }
}
