import { createHash } from 'node:crypto'
import { readdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { faultKinds } from '@/lib/derive/feed-report'
import { isMissing, replaceFile, replaceLargeFile, stateFolder } from '../state-folder'

/** Where what feeds have given stands, below the state folder. */
const FEEDS = 'feeds'

const when = z.number().nonnegative()

/** What is known of a feed; times in ms since 1970. */
const feedStateSchema = z.strictObject({
  address: z.string(),
  /** A short hash of the layer that it was last asked for: another one may let other rows stand. */
  askedFor: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** When its server last gave its places, or said that they are the same; null where it never has. */
  asOf: when.nullable(),
  /** When it was last asked. */
  checkedAt: when,
  /** When it is asked again. */
  nextAt: when,
  /** Since when nothing was had, in a row, and why the last time. */
  failures: z.number().int().nonnegative(),
  failingSince: when.nullable(),
  fault: z.strictObject({ kind: z.enum(faultKinds), reason: z.string() }).nullable(),
  places: z.number().int().nonnegative(),
  /** Rows that are left out, and why the first of them are. */
  faulty: z.number().int().nonnegative(),
  told: z.array(z.string()),
})

export type FeedState = z.infer<typeof feedStateSchema>

/** One feed: of which case and layer, and from where. */
export interface FeedKey {
  caseId: string
  layerId: string
  address: string
}

/** What feeds have given, each text beside what is known of it. An address of which another is made has nothing yet. */
export interface FeedStore {
  /** Null where nothing is known, or nothing that can be read. Never rejects. */
  readState(key: FeedKey): Promise<FeedState | null>
  /** The file of its layer; null where nothing was had yet. Never rejects. */
  readText(key: FeedKey): Promise<string | null>
  /** What changes when a text of the case does, and their bytes. Never rejects. */
  look(caseId: string): Promise<{ told: readonly unknown[]; bytes: number }>
  /** Keeps the text first where there is another, so that what is told of it is never ahead. Rejects where that cannot be. */
  write(key: FeedKey, state: FeedState, text: string | null): Promise<void>
  /** Lets go of all others. Never rejects. */
  keepOnly(keys: readonly FeedKey[]): Promise<void>
}

/** The layer with a short hash of its address: what was had from another one is none of its places. */
function nameOf({ layerId, address }: FeedKey): string {
  return `${layerId}.${createHash('sha256').update(address).digest('hex').slice(0, 12)}`
}

const isDraft = (name: string) => name.endsWith(`.${process.pid}`)

/** Knows of none. */
export const noFeeds: Pick<FeedStore, 'look' | 'readText'> = {
  look: async () => ({ told: [], bytes: 0 }),
  readText: async () => null,
}

/** Feeds below a state folder: `feeds/<case>/<layer>.<address>.geojson` and `.json`. Ids are those that schemas let through. */
export function createFeedStore(folder: string): FeedStore {
  const root = path.join(folder, FEEDS)
  const fileOf = (key: FeedKey, ending: 'json' | 'geojson') => path.join(root, key.caseId, `${nameOf(key)}.${ending}`)

  async function removeOthers(caseId: string, wanted: ReadonlySet<string>): Promise<void> {
    const below = path.join(root, caseId)
    // What is being written is named after it has been.
    for (const name of await readdir(below))
      if (!isDraft(name) && !wanted.has(path.join(caseId, name))) await rm(path.join(below, name), { force: true })
    if (![...wanted].some((name) => name.startsWith(caseId + path.sep))) await rmdir(below)
  }

  return {
    async readState(key) {
      try {
        return feedStateSchema.parse(JSON.parse(await readFile(fileOf(key, 'json'), 'utf8')))
      } catch {
        return null
      }
    },
    readText: (key) => readFile(fileOf(key, 'geojson'), 'utf8').catch(() => null),
    async look(caseId) {
      const below = path.join(root, caseId)
      const names = (await readdir(below).catch(() => [])).filter((name) => name.endsWith('.geojson')).sort()
      const stats = await Promise.all(names.map((name) => stat(path.join(below, name)).catch(() => null)))
      return {
        told: stats.map((about, index) => [names[index], about?.mtimeMs, about?.ctimeMs, about?.size, about?.ino]),
        bytes: stats.reduce((sum, about) => sum + (about?.size ?? 0), 0),
      }
    },
    async write(key, state, text) {
      if (text !== null && text !== (await this.readText(key))) await replaceLargeFile(fileOf(key, 'geojson'), text)
      replaceFile(fileOf(key, 'json'), JSON.stringify(state))
    },
    async keepOnly(keys) {
      const wanted = new Set(
        keys.flatMap((key) => ['json', 'geojson'].map((ending) => path.join(key.caseId, `${nameOf(key)}.${ending}`))),
      )
      try {
        for (const caseId of await readdir(root)) await removeOthers(caseId, wanted)
      } catch (error) {
        if (!isMissing(error)) console.warn('What feeds have given that are gone cannot be removed')
      }
    },
  }
}

/** The one of this server's state folder. */
export function feedStore(): FeedStore {
  return createFeedStore(stateFolder())
}
