import { Worker } from 'node:worker_threads'
import { limits } from '@/lib/limits'
import { FeedFault } from './feed-fault'
import type { FeedReading } from './feed-worker'
import type { FeedOrder, ReadFeed } from './read-feed'

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.feed.readMegabytes }
  return new Worker(new URL('./feed-worker.ts', import.meta.url), { resourceLimits })
}

/**
 * Reads a feed in a thread of its own, which ends with it: what others write keeps no request waiting, and takes no more
 * time and memory than one may. Rejects with a FeedFault.
 */
export function readApart(order: FeedOrder, start = startThread, ms: number = limits.feed.readMs): Promise<ReadFeed> {
  const thread = start()
  thread.unref()
  return new Promise<ReadFeed>((resolve, reject) => {
    const fail = (reason: string) => reject(new FeedFault('unreadable', reason))
    const limit = setTimeout(() => fail(`reading it takes longer than ${ms / 1000} s`), ms)
    thread.on('message', (answer: FeedReading) => {
      if (answer.kind === 'read') resolve(answer.feed)
      else fail(answer.reason)
    })
    thread.on('error', () => fail('reading it takes more memory than one may, or ends in an error'))
    thread.on('exit', () => {
      clearTimeout(limit)
      fail('the thread that reads it has ended')
    })
    thread.postMessage(order)
  }).finally(() => thread.terminate())
}
