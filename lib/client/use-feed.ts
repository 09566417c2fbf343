import useSWR from 'swr'
import type { FeedReport, FeedReports } from '@/lib/derive/feed-report'
import type { LayerId } from '@/lib/schema/layer'
import { addressBelow } from '@/lib/url/base-path'
import { useCase } from './case-context'
import { fetchJson } from './load-with-retry'

/** Of a feed that gives the same again nothing changes but its age. */
const REFRESH_MS = 30_000

/** What is known of the feed of a layer; null before the answer is there, and where the feed was not asked yet. */
export function useFeed(layerId: LayerId): FeedReport | null {
  const { linked } = useCase()
  const address = addressBelow(`/api/cases/${linked.id}/feeds`)
  // Asked for again with each version of the case: what has come is as old as it is.
  const { data } = useSWR<FeedReports, Error>(
    [address, linked.version],
    () => fetchJson(address, { cache: 'no-cache' }),
    { refreshInterval: REFRESH_MS, keepPreviousData: true },
  )
  return data?.[layerId] ?? null
}
