import useSWR from 'swr'
import type { FeedReport, FeedReports } from '@/lib/derive/feed-report'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { addressBelow } from '@/lib/url/base-path'
import { useCase } from './case-context'
import { fetchJson } from './load-with-retry'

/** Of a feed that gives the same again nothing changes but its age. */
const REFRESH_MS = 30_000

/** What is known of a layer's feed; null for a layer that has none, before the answer is there, and where there is none. */
export function useFeed({ id, feed }: Pick<LinkedLayer, 'id' | 'feed'>): FeedReport | null {
  const { linked } = useCase()
  const address = addressBelow(`/api/cases/${linked.id}/feeds`)
  // Asked for again with each version of the case: what has come is as old as it is.
  const { data } = useSWR<FeedReports, Error>(
    feed === undefined ? null : [address, linked.version],
    () => fetchJson(address, { cache: 'no-cache' }),
    { refreshInterval: REFRESH_MS, keepPreviousData: true },
  )
  return data?.[id] ?? null
}
