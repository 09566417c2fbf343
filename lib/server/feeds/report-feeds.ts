import type { FeedReport, FeedReports } from '@/lib/derive/feed-report'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import type { FeedState, FeedStore } from './feed-store'

const iso = (ms: number) => new Date(ms).toISOString()

function reportOf({ asOf, failingSince, fault, faulty, told }: FeedState): FeedReport {
  return {
    asOf: asOf === null ? null : iso(asOf),
    failing: fault === null || failingSince === null ? null : { since: iso(failingSince), ...fault },
    faulty,
    told,
  }
}

/** What is known of the feeds of a case. Never rejects. */
export async function reportFeeds(
  caseId: string,
  layers: readonly LinkedLayer[],
  store: Pick<FeedStore, 'readState'>,
): Promise<FeedReports> {
  const reports = await Promise.all(
    layers.map(async ({ id: layerId, feed }): Promise<[string, FeedReport][]> => {
      const state = feed === undefined ? null : await store.readState({ caseId, layerId, address: feed.address })
      return state === null ? [] : [[layerId, reportOf(state)]]
    }),
  )
  return Object.fromEntries(reports.flat())
}
