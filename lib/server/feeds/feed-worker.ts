import { parentPort } from 'node:worker_threads'
import { ImportFault } from '@/lib/import/row'
import { yieldToRequests } from '../thread-priority'
import { type FeedOrder, type ReadFeed, readFeed } from './read-feed'

export type FeedReading = { kind: 'read'; feed: ReadFeed } | { kind: 'fault'; reason: string }

/** The thread of `read-apart.ts`: reads one feed. */
if (parentPort !== null) {
  const port = parentPort
  yieldToRequests()
  port.once('message', async (order: FeedOrder) => {
    const answer = await readFeed(order).then(
      (feed): FeedReading => ({ kind: 'read', feed }),
      (error: unknown): FeedReading => ({
        kind: 'fault',
        reason: error instanceof ImportFault ? error.message : 'the case’s rules let none of it stand',
      }),
    )
    port.postMessage(answer)
  })
}
