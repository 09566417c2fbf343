import { limits } from '@/lib/limits'
import { noteError } from '../health'
import { type CheckParts, checkFeed, type FeedLayer, hashLayer } from './check-feed'

interface ScheduleParts extends CheckParts {
  /** The layers that are fetched now, of all cases. */
  list(): Promise<readonly FeedLayer[]>
}

export interface FeedSchedule {
  /** Begins what is due and lets go of what is gone; resolves once that is begun. Never rejects. */
  tick(): Promise<void>
  /** Resolves when nothing is being fetched. */
  idle(): Promise<void>
}

const nameOf = ({ key: { caseId, layerId, address } }: FeedLayer) => `${caseId}/${layerId} ${address}`
/** What is due for a layer as it was is not for another. */
const dueNameOf = (feed: FeedLayer) => `${nameOf(feed)} ${hashLayer(feed.layer)}`
const hostOf = ({ key }: FeedLayer) => new URL(key.address).host

/**
 * Fetches each feed when it is due: of one host one at a time, and few in all. What it knows of a feed it had before the
 * server was started stands in the store, so that a restart asks nobody sooner.
 */
export function createFeedSchedule(parts: ScheduleParts): FeedSchedule {
  const due = new Map<string, number>()
  const running = new Map<string, { host: string; done: Promise<void> }>()
  let known = ''

  async function whenDue(feed: FeedLayer): Promise<number> {
    const name = dueNameOf(feed)
    const at = due.get(name)
    if (at !== undefined) return at
    const state = await parts.store.readState(feed.key)
    // Whoever mends the layer of a feed that fails sees at once whether that helps.
    const isSame = state !== null && state.askedFor === hashLayer(feed.layer)
    // A clock that was set back must not have a feed wait until the day that it was.
    const latest = parts.now() + limits.feed.mostRetryAfterMs
    const next = isSame ? Math.min(state.nextAt, latest) : 0
    due.set(name, next)
    return next
  }

  function begin(feed: FeedLayer): void {
    const [name, dueName] = [nameOf(feed), dueNameOf(feed)]
    const done = checkFeed(feed, parts)
      .then((nextAt) => void due.set(dueName, nextAt))
      .catch((error: unknown) => {
        noteError('A feed cannot be looked after', error)
        due.set(dueName, parts.now() + limits.feed.mostBackOffMs)
      })
      .finally(() => running.delete(name))
    running.set(name, { host: hostOf(feed), done })
  }

  async function keepOnly(feeds: readonly FeedLayer[], beyond: number): Promise<void> {
    const names = feeds.map(dueNameOf)
    if (names.join('\n') === known) return
    known = names.join('\n')
    if (beyond > 0) console.warn(`There are ${beyond} feeds more than are fetched: the first ${names.length} are`)
    for (const name of due.keys()) if (!names.includes(name)) due.delete(name)
    await parts.store.keepOnly(feeds.map(({ key }) => key))
  }

  return {
    async tick() {
      try {
        const all = await parts.list()
        const feeds = all.slice(0, limits.feed.feeds)
        await keepOnly(feeds, all.length - feeds.length)
        const waiting = await Promise.all(feeds.map(async (feed) => ({ feed, at: await whenDue(feed) })))
        const now = parts.now()
        // Who has waited for longest is first, so that no host's many feeds keep another's waiting for ever.
        for (const { feed, at } of waiting.toSorted((one, other) => one.at - other.at)) {
          const isBusy = [...running.values()].some(({ host }) => host === hostOf(feed))
          if (at <= now && !isBusy && running.size < limits.feed.atOnce) begin(feed)
        }
      } catch (error) {
        noteError('The feeds cannot be looked at', error)
      }
    },
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
