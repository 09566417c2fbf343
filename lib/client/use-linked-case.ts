'use client'
import { useMemo, useState } from 'react'
import useSWR, { type SWRConfiguration } from 'swr'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Freshness } from './caseboard-context'

const REFRESH_INTERVAL_MS = 10_000
/** A connection that swallows packets never fails by itself. */
const REFRESH_TIMEOUT_MS = 8_000
const RETRY_LIMIT_MS = 5_000

/** Thrown by the fetcher when the server answers with anything but the case. */
class RefreshError extends Error {}

async function fetchCase(address: string): Promise<LinkedCase> {
  // `no-cache` asks the server each time but lets it answer 304: the body crosses the wire only when it changed.
  const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(REFRESH_TIMEOUT_MS) })
  if (!response.ok) throw new RefreshError(`${address}: ${response.status}`)
  return response.json()
}

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
 * The case, kept in step with the server: starts as the server rendered it, is asked for again every ten seconds, and
 * keeps the last good answer when a refresh fails.
 */
export function useLinkedCase(rendered: LinkedCase, renderedAt: number): { linked: LinkedCase; freshness: Freshness } {
  const [confirmedAt, setConfirmedAt] = useState(renderedAt)
  const { data, error } = useSWR<LinkedCase, Error>(`/api/cases/${rendered.id}`, fetchCase, {
    fallbackData: rendered,
    refreshInterval: REFRESH_INTERVAL_MS,
    refreshWhenHidden: true,
    refreshWhenOffline: true,
    revalidateOnMount: false,
    compare: (before, after) => before?.version === after?.version,
    onErrorRetry: retryForEver,
    onSuccess: () => setConfirmedAt(Date.now()),
  })
  const failing = error !== undefined
  const freshness = useMemo(() => ({ confirmedAt, failing }), [confirmedAt, failing])
  return { linked: data ?? rendered, freshness }
}
