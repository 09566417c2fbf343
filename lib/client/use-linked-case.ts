'use client'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import useSWR, { type SWRConfiguration } from 'swr'
import { keptAsLastRead, type LinkedCase } from '@/lib/derive/linked-case'
import type { SetAside } from '@/lib/schema/records'
import { addressBelow } from '@/lib/url/base-path'
import { currentMoment, type Freshness, freshAt, isAgeInDoubt, type Moment } from './case-context'
import { fetchCase, isSameVersion } from './fetch-case'
import { followChanges } from './follow-changes'
import { createValueStore, type ReadableStore } from './value-store'

const isLost = ({ rule, kept }: SetAside) => rule === 'unreadable' && kept === undefined

/** Files that cannot be read, or not wholly, and that nobody could fall back on. */
const lostFiles = (setAside: readonly SetAside[]) => new Set(setAside.filter(isLost).map(({ file }) => file))

/**
 * What a page shows of a case that it had as `own` and has heard anew: the server forgets what it last read when it
 * ends, and one that starts while a file is half saved has less of the case than the page. Then `own` stays, and says
 * which files are shown as they were last read; in all else `heard`. The version stays `own`'s too, since nothing of
 * what is shown has changed.
 */
export function keepGoodCase(own: LinkedCase, heard: LinkedCase): LinkedCase {
  if (own.id !== heard.id) return heard
  const missing = lostFiles(own.setAside)
  const lost = [...lostFiles(heard.setAside)].filter((file) => !missing.has(file))
  if (lost.length === 0) return heard
  const told = heard.setAside
    .filter((entry) => entry.kept === true || (isLost(entry) && lost.includes(entry.file)))
    .map(keptAsLastRead)
  return { ...own, setAside: [...told, ...own.setAside.filter(({ kept }) => kept === undefined)] }
}

const REFRESH_INTERVAL_MS = 10_000
const RETRY_LIMIT_MS = 5_000
const CLOCK_CHECK_MS = 1_000

/**
 * SWR's own back-off grows to minutes and its polling pauses while an error is cached: a wall would stay stale long
 * after the server is back. So retries go on for ever, at most five seconds apart.
 */
const retryForEver: NonNullable<SWRConfiguration['onErrorRetry']> = (
  _error,
  _key,
  _config,
  revalidate,
  { retryCount },
) => {
  setTimeout(() => void revalidate({ retryCount }), Math.min(RETRY_LIMIT_MS, 500 * 2 ** Math.min(retryCount, 4)))
}

/**
 * Asks the server at once when a clock was set or the machine has slept: nothing here knows how old the data is then.
 * Once each time; if that fails, the retries go on asking.
 */
function useClockDoubt(confirmedAt: Moment, ask: () => void): void {
  const reference = useRef(confirmedAt)
  const check = useEffectEvent(() => {
    const now = currentMoment()
    if (!isAgeInDoubt(reference.current, now)) return
    reference.current = now
    ask()
  })
  useEffect(() => {
    reference.current = confirmedAt
  }, [confirmedAt])
  useEffect(() => {
    const timer = setInterval(check, CLOCK_CHECK_MS)
    return () => clearInterval(timer)
  }, [])
}

/** What says how fresh the data is, told after each render in which that changed. */
function useFreshnessStore({ confirmedAt, failing }: Freshness): ReadableStore<Freshness> {
  const [store] = useState(() => createValueStore({ confirmedAt, failing }))
  useLayoutEffect(() => store.set({ confirmedAt, failing }), [store, confirmedAt, failing])
  return store
}

/**
 * The case, kept in step with the server: starts as the server rendered it, is asked for again when the server says that it
 * has another version and every ten seconds, and keeps the last good answer when a refresh fails, or brings a case of which a file was lost. `renderedAt` is by the
 * server's clock, ms since 1970; `part` is what of the case it was rendered with.
 */
export function useLinkedCase(
  rendered: LinkedCase,
  renderedAt: number,
  part: 'whole' | 'map' = 'whole',
): { linked: LinkedCase; freshness: ReadableStore<Freshness> } {
  const [confirmedAt, setConfirmedAt] = useState(freshAt(renderedAt).confirmedAt)
  const address = addressBelow(`/api/cases/${rendered.id}${part === 'map' ? '?part=map' : ''}`)
  const { data, error, mutate } = useSWR<LinkedCase, Error>(address, fetchCase, {
    fallbackData: rendered,
    refreshInterval: REFRESH_INTERVAL_MS,
    refreshWhenHidden: true,
    refreshWhenOffline: true,
    revalidateOnMount: false,
    compare: isSameVersion,
    onErrorRetry: retryForEver,
    onSuccess: () => setConfirmedAt(currentMoment()),
  })
  useClockDoubt(confirmedAt, () => void mutate())
  const heard = data ?? rendered
  const hear = useEffectEvent((version: string) => {
    if (version !== heard.version) void mutate()
  })
  useEffect(() => followChanges(rendered.id, (version) => hear(version)), [rendered.id])
  const failing = error !== undefined
  const freshness = useFreshnessStore({ confirmedAt, failing })
  const [shown, setShown] = useState({ heard, linked: heard })
  // SWR does not know that its first answer is what the page came with: another object, for which all would render anew.
  if (isSameVersion(shown.heard, heard)) return { linked: shown.linked, freshness }
  const linked = keepGoodCase(shown.linked, heard)
  setShown({ heard, linked })
  return { linked, freshness }
}
