import type { CaseFiles } from '@/lib/schema/parse-records'
import { type CaseFolder, dataFolder, listCaseFolders, lookAtCase, readCaseFiles } from '../case-folder'
import { ownsState } from '../state-lock'
import type { FeedLayer } from './check-feed'
import { listFeedLayers } from './feed-layers'
import { createFeedSchedule } from './feed-schedule'
import { feedStore } from './feed-store'
import { createFeedFetcher } from './fetch-feed'
import { readApart } from './read-apart'

/** How often it is looked for feeds that are due, new or gone. */
const TICK_MS = 2000

/** A case's files as they can be, but for those of places: these are many, and judge no row of another layer. */
async function readRules(folder: CaseFolder): Promise<CaseFiles> {
  const files = await readCaseFiles(folder)
  return new Map([...files].filter(([file]) => !file.startsWith('layers/') && !file.startsWith('tiles/')))
}

/** Lists the layers that are fetched; a case is read again only when its files have changed. */
export function createFeedList(data: string): () => Promise<readonly FeedLayer[]> {
  const known = new Map<string, { fingerprint: string; feeds: readonly FeedLayer[] }>()

  async function listOf(folder: CaseFolder): Promise<readonly FeedLayer[]> {
    const before = known.get(folder.id)
    const looked = await lookAtCase(folder)
    // What cannot be read for the moment is no reason to let go of what was had.
    if (looked === null || looked.fingerprint === before?.fingerprint) return before?.feeds ?? []
    const files = await readRules(folder)
    const feeds = listFeedLayers(files).flatMap((layer): FeedLayer[] => {
      if (layer.feed === undefined) return []
      const { address, minutes } = layer.feed
      const key = { caseId: folder.id, layerId: layer.id, address }
      return [{ key, layer, minutes, files: () => readRules(folder) }]
    })
    const isHalfSaved = typeof files.get('layers.json') === 'string' && !isJson(String(files.get('layers.json')))
    if (isHalfSaved && before !== undefined) return before.feeds
    known.set(folder.id, { fingerprint: looked.fingerprint, feeds })
    return feeds
  }

  return async () => {
    const folders = await listCaseFolders(data)
    if (folders === null) return [...known.values()].flatMap(({ feeds }) => feeds)
    for (const id of known.keys()) if (!folders.some((folder) => folder.id === id)) known.delete(id)
    const listed: FeedLayer[] = []
    // One after another: feeds are in no hurry, and whoever reads a case is.
    for (const folder of folders) for (const feed of await listOf(folder)) listed.push(feed)
    return listed
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

declare global {
  // Started once, however often the server's start is called.
  var caseboardFeeds: NodeJS.Timeout | undefined
}

/** Looks after the feeds of all cases, where the state folder is this server's: another one would ask for them twice. */
export function startFeeds(): void {
  if (!ownsState() || globalThis.caseboardFeeds !== undefined) return
  const schedule = createFeedSchedule({
    list: createFeedList(dataFolder()),
    fetch: createFeedFetcher(),
    read: readApart,
    store: feedStore(),
    now: Date.now,
    random: Math.random,
  })
  const next = () => {
    globalThis.caseboardFeeds = setTimeout(() => void schedule.tick().finally(next), TICK_MS)
    globalThis.caseboardFeeds.unref()
  }
  next()
}
