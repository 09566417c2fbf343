import { Worker } from 'node:worker_threads'
import { limits } from '@/lib/limits'
import { answerApart } from '../answer-apart'
import { FeedFault } from './feed-fault'
import type { FeedReading } from './feed-worker'
import type { FeedOrder, ReadFeed } from './read-feed'

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.feed.readMegabytes }
  return new Worker(new URL('./feed-worker.ts', import.meta.url), { resourceLimits })
}

/** Reads a feed in a thread of its own. Rejects with a FeedFault. */
export async function readApart(
  order: FeedOrder,
  start = startThread,
  ms: number = limits.feed.readMs,
): Promise<ReadFeed> {
  const answer = await answerApart<FeedReading>(start(), order, ms).catch((error: Error): FeedReading => {
    return { kind: 'fault', reason: error.message }
  })
  if (answer.kind === 'fault') throw new FeedFault('unreadable', answer.reason)
  return answer.feed
}
