import { createHash } from 'node:crypto'
import { limits } from '@/lib/limits'
import type { LayerDesign } from '@/lib/schema/layer'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { FeedFault, toFeedFault } from './feed-fault'
import type { FeedKey, FeedState, FeedStore } from './feed-store'
import type { FetchFeed } from './fetch-feed'
import { type FeedOrder, feedName, type ReadFeed } from './read-feed'

/** A layer that is fetched, with the files by whose rules what it gives is judged. */
export interface FeedLayer {
  key: FeedKey
  layer: LayerDesign
  minutes: number
  /** The case's files but for those of places. */
  files(): Promise<CaseFiles>
}

export interface CheckParts {
  fetch: FetchFeed
  /** Rejects with a FeedFault. */
  read(order: FeedOrder): Promise<ReadFeed>
  store: FeedStore
  /** Ms since 1970. */
  now(): number
  /** From 0 to 1. */
  random(): number
}

/** Servers that are asked at the same minutes by everybody have a hard time: some of the pause is left to chance. */
const CHANCE = 0.1

/**
 * How long the next look waits, ms: the feed's own pause, or after failures one that doubles up to an hour, but never less
 * than the feed's own; and as long as its server asks for, however short or long that is.
 */
export function pauseAfter(
  minutes: number,
  failures: number,
  { retryAfterMs, random }: { retryAfterMs: number | null; random: number },
): number {
  const { backOffMs, mostBackOffMs } = limits.feed
  const own = minutes * 60_000
  const doubled = failures === 0 ? own : Math.min(mostBackOffMs, backOffMs * 2 ** Math.min(failures - 1, 20))
  const pause = retryAfterMs ?? Math.max(own, doubled)
  return Math.round(pause * (1 + CHANCE * random))
}

/** A short hash of all that is said of a layer. */
export function hashLayer(layer: LayerDesign): string {
  return createHash('sha256').update(JSON.stringify(layer)).digest('hex').slice(0, 12)
}

const unknown = (address: string): FeedState => ({
  address,
  askedFor: '',
  etag: null,
  lastModified: null,
  asOf: null,
  checkedAt: 0,
  nextAt: 0,
  failures: 0,
  failingSince: null,
  fault: null,
  places: 0,
  faulty: 0,
  told: [],
})

/** Whatever goes wrong costs the new text and nothing of the one before. */
async function ask(feed: FeedLayer, before: FeedState, parts: CheckParts): Promise<[FeedState, string | null]> {
  const { key, layer } = feed
  const { etag, lastModified } = before
  const answer = await parts.fetch(key.address, { etag, lastModified })
  const good = { ...before, asOf: parts.now(), failures: 0, failingSince: null, fault: null }
  if (answer.kind === 'same') {
    if (before.asOf === null)
      throw new FeedFault('answer', 'it says that nothing has changed, though nothing was had yet')
    return [good, null]
  }
  const { bytes, validators, type } = answer
  const files = await feed.files()
  const { text, ...told } = await parts.read({
    caseId: key.caseId,
    layer,
    files,
    name: feedName(key.address, type),
    bytes,
  })
  return [{ ...good, ...validators, ...told, told: [...told.told] }, text]
}

/** Asks for a feed once and keeps what comes of it. Answers when it is to be asked again, ms since 1970. Never rejects. */
export async function checkFeed(feed: FeedLayer, parts: CheckParts): Promise<number> {
  const { key, minutes } = feed
  const { store, now, random } = parts
  const stored = (await store.readState(key)) ?? unknown(key.address)
  const isThere = (await store.readText(key)) !== null
  const isSame = isThere && stored.askedFor === hashLayer(feed.layer)
  const before = {
    ...stored,
    askedFor: hashLayer(feed.layer),
    asOf: isThere ? stored.asOf : null,
    // What is gone, or was asked for a layer that has changed, is asked for anew, and not whether it is the same.
    ...(isSame ? {} : { etag: null, lastModified: null }),
  }
  let retryAfterMs: number | null = null
  let [state, text]: [FeedState, string | null] = [before, null]
  try {
    ;[state, text] = await ask(feed, before, parts)
  } catch (error) {
    const fault = toFeedFault(error, 'unreadable', 'it cannot be read')
    retryAfterMs = fault.retryAfterMs
    const { kind, message: reason } = fault
    if (before.failures === 0) console.warn(`The feed of ${key.caseId}/${key.layerId} gives nothing new: ${reason}`)
    const failingSince = before.failingSince ?? now()
    state = { ...before, failures: before.failures + 1, failingSince, fault: { kind, reason } }
  }
  const nextAt = now() + pauseAfter(minutes, state.failures, { retryAfterMs, random: random() })
  try {
    await store.write(key, { ...state, checkedAt: now(), nextAt }, text)
  } catch {
    await noteUnkept(feed, before, parts, nextAt)
  }
  return nextAt
}

/** The disk is full, or the folder another server's: what was told of before stays, with why there is nothing newer. */
async function noteUnkept({ key }: FeedLayer, before: FeedState, { store, now }: CheckParts, nextAt: number) {
  const fault = { kind: 'unkept', reason: 'what it gives cannot be kept' } as const
  const failingSince = before.failingSince ?? now()
  const state = { ...before, failures: before.failures + 1, failingSince, fault, checkedAt: now(), nextAt }
  await store.write(key, state, null).catch(() => undefined)
}
