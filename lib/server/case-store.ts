import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { limits } from '@/lib/limits'
import { recordIdSchema } from '@/lib/schema/identifier'
import { BuildAborted, createApartBuilder } from './build-apart'
import { type BuildFolder, createFolderBuilder, type LoadedCase } from './build-case'
import { type CaseFolder, dataFolder, FolderAway, listCaseFolders, lookAtCase } from './case-folder'
import { type CaseOrder, ORDER_FILE, orderCases, readCaseOrder } from './case-order'
import { type FeedStore, feedStore, noFeeds } from './feeds/feed-store'
import { noteError } from './health'
import { problem } from './http'
import { OverBudget } from './kept-threads'
import { createLastValidStore, type LastValidStore, noLastValidStore, type ValidTexts } from './last-valid-store'
import { COPIES, stateFolder } from './state-folder'
import { createTurns } from './turns'

export type { LoadedCase } from './build-case'

/** A case in the list of cases. */
export interface CaseSummary {
  id: string
  title: string
  period: string
  version: string
  /** How many records were set aside. */
  setAside: number
}

/** Why a case is not shown as its files are now, or its order not followed. */
export interface CaseFault {
  id: string
  reason: string
}

export interface CaseStore {
  /** The cases that can be read, in the editor’s order and else newest id first; after `mostMs`, those that have been by then. Never rejects. */
  listCases(mostMs?: number): Promise<CaseSummary[]>
  /**
   * A case by its id; `null` where there is none or its `case.json` has never been usable. Never rejects. In the version
   * asked for where it is one of the last, else as it is now: a page is rendered with one and asks for it afterwards.
   */
  loadCase(id: string, version?: string): Promise<LoadedCase | null>
  /** The cases that could not be built at the last look, which stay as they last were, and the order of them. */
  listFaults(): CaseFault[]
}

/** How long what was read is taken to be what is on disk: the page asks for a case and its nine layers at once. */
const RECHECK_MS = 500
/** While a page loads its case may be saved more than once. */
const EARLIER_VERSIONS = 2
/** How long a request waits for what is being built where there is something to show. */
const PATIENCE_MS = 300

/** Waits for `work`, but no longer than `mostMs`. */
async function within(mostMs: number, work: Promise<unknown> | undefined): Promise<void> {
  if (mostMs === Number.POSITIVE_INFINITY) await work
  else await Promise.race([work, delay(mostMs, undefined, { ref: false })])
}

interface Cached {
  fingerprint: string
  loaded: LoadedCase | null
  /** What it was before, the last first. */
  earlier: readonly LoadedCase[]
  good: ValidTexts
  fault: string | null
}

/** A case that is being looked at. */
interface Pending {
  done: Promise<void>
  /** What is being built, since when; null until it is known. */
  building: { fingerprint: string; since: number; controller: AbortController } | null
}

/** Folders looked at at once: each look opens files, of which a process may have few. */
const LOOKS_AT_ONCE = 16
/** What is built for longer, of files that are others by now, is begun anew; but not twice in a row, or it never ended. */
const OUTDATED_MS = 5000

/** Words of ours for what went wrong; its own message may hold paths. */
function describeFault(error: unknown): string {
  return error instanceof OverBudget ? `it is too large: ${error.message}` : 'it cannot be built'
}

interface StoreOptions {
  /** Milliseconds; need not be wall time. */
  now?: () => number
  /** Where the last good texts stand for the next store. */
  kept?: LastValidStore
  build?: BuildFolder
  /** Builds cases of few bytes, where these are not to wait for the others. */
  buildSmall?: BuildFolder
  patienceMs?: number
  /** What the cases' feeds have given. */
  feeds?: Pick<FeedStore, 'look' | 'readText'>
}

/**
 * A store of the cases below a data folder. Ids are looked up in the folder's listing, never joined into a path. What
 * was read is kept and read again when a file's time, size or presence changes, looked at no more than twice a second.
 * A case that cannot be built stays as it last was until its files change.
 */
export function createCaseStore(data: string, options: StoreOptions = {}): CaseStore {
  const { now = () => performance.now(), kept = noLastValidStore, patienceMs = Number.POSITIVE_INFINITY } = options
  const { feeds = noFeeds } = options
  const build = options.build ?? createFolderBuilder(data, feeds)
  const { buildSmall } = options
  const cases = new Map<string, Cached>()
  const pending = new Map<string, Pending>()
  let order: CaseOrder = { ids: [], fault: null }
  const turn = createTurns(LOOKS_AT_ONCE)
  /** The last look, and whether any has ended yet: who comes while one goes on is answered from the one before. */
  let latest: { at: number; listed: Promise<void>; running: boolean } | null = null
  let hasLooked = false
  const aborted = new Set<string>()

  async function refresh(folder: CaseFolder, own: Pending): Promise<void> {
    const cached = cases.get(folder.id)
    // Taken before reading: a file written meanwhile is seen at the next look.
    const looked = await turn(() => lookAtCase(folder, feeds))
    if (looked === null || cached?.fingerprint === looked.fingerprint) return
    const { fingerprint } = looked
    const before = cached?.good ?? kept.read(folder.id)
    const controller = new AbortController()
    own.building = { fingerprint, since: now(), controller }
    try {
      const builder = looked.bytes <= limits.case.smallBytes ? (buildSmall ?? build) : build
      const { loaded, good } = await builder(folder, before, controller.signal)
      const earlier = [cached?.loaded ?? [], cached?.earlier ?? []].flat().slice(0, EARLIER_VERSIONS)
      cases.set(folder.id, { fingerprint, loaded, earlier, good, fault: null })
      aborted.delete(folder.id)
      await kept.write(folder.id, good)
    } catch (error) {
      if (error instanceof FolderAway || error instanceof BuildAborted) return
      noteError(`The case ${folder.id} cannot be built`, error)
      const last = cached ?? { loaded: null, earlier: [], good: before }
      cases.set(folder.id, { ...last, fingerprint, fault: describeFault(error) })
      aborted.delete(folder.id)
    }
  }

  /** Gives up what is built of files that have changed since. */
  async function abortOutdated(folder: CaseFolder, { building }: Pending): Promise<void> {
    if (building === null || now() - building.since < OUTDATED_MS || aborted.has(folder.id)) return
    const looked = await turn(() => lookAtCase(folder, feeds))
    if (looked === null || looked.fingerprint === building.fingerprint) return
    aborted.add(folder.id)
    building.controller.abort()
  }

  function begin(folder: CaseFolder): void {
    const own: Pending = { done: Promise.resolve(), building: null }
    own.done = refresh(folder, own).finally(() => pending.delete(folder.id))
    pending.set(folder.id, own)
  }

  async function lookAtFolders(): Promise<void> {
    const folders = await listCaseFolders(data)
    if (folders === null) return
    const ids = new Set(folders.map(({ id }) => id))
    kept.keepOnly([...ids])
    order = await readCaseOrder(data, [...ids])
    for (const id of cases.keys()) if (!ids.has(id)) cases.delete(id)
    for (const folder of folders) {
      const own = pending.get(folder.id)
      if (own === undefined) begin(folder)
      else void abortOutdated(folder, own)
    }
  }

  function look(): Promise<void> {
    if (latest === null || (!latest.running && now() - latest.at >= RECHECK_MS)) {
      const begun = { at: now(), running: true, listed: Promise.resolve() }
      begun.listed = lookAtFolders().finally(() => {
        begun.running = false
        hasLooked = true
      })
      latest = begun
    }
    return latest.listed
  }

  /** Waits for the list of folders: for the first, or as long as one may for a newer one. */
  function listed(): Promise<void> {
    return within(hasLooked ? patienceMs : Number.POSITIVE_INFINITY, look())
  }

  /** Waits for a case that is being built: for its first version, or as long as one may for a newer one. */
  async function settle(id: string): Promise<void> {
    const refreshed = pending.get(id)?.done
    await within(cases.get(id)?.loaded ? patienceMs : Number.POSITIVE_INFINITY, refreshed)
  }

  return {
    async listCases(mostMs = cases.size > 0 ? patienceMs : Number.POSITIVE_INFINITY) {
      await within(
        mostMs,
        listed().then(() => Promise.all([...pending.keys()].map(settle))),
      )
      return orderCases(cases.keys(), order).flatMap((id) => {
        const loaded = cases.get(id)?.loaded
        if (!loaded) return []
        const { title, period, setAside } = loaded.linked
        return [{ id, title, period, version: loaded.version, setAside: setAside.length }]
      })
    },
    async loadCase(id, version) {
      await listed()
      await settle(id)
      const cached = cases.get(id)
      return cached?.earlier.find((earlier) => earlier.version === version) ?? cached?.loaded ?? null
    },
    listFaults() {
      const faults = [[ORDER_FILE, order] as const, ...cases]
      return faults.flatMap(([id, { fault }]) => (fault === null ? [] : [{ id, reason: fault }]))
    },
  }
}

declare global {
  // The page and the route handlers are bundled apart and would each keep a store of their own; the last good case has to
  // be the same for all of them.
  var caseboardStore: CaseStore | undefined
}

function theStore(): CaseStore {
  const data = dataFolder()
  globalThis.caseboardStore ??= createCaseStore(data, {
    kept: createLastValidStore(path.join(stateFolder(), COPIES), data),
    build: createApartBuilder(data),
    buildSmall: createApartBuilder(data, limits.case.smallBuildMs),
    patienceMs: PATIENCE_MS,
    feeds: feedStore(),
  })
  return globalThis.caseboardStore
}

/** As `CaseStore.listCases`. */
export function listCases(mostMs?: number): Promise<CaseSummary[]> {
  return theStore().listCases(mostMs)
}

/** As `CaseStore.loadCase`. */
export function loadCase(id: string, version?: string): Promise<LoadedCase | null> {
  return theStore().loadCase(id, version)
}

/** As `CaseStore.listFaults`. */
export function listFaults(): CaseFault[] {
  return theStore().listFaults()
}

/**
 * The case that an address names, or the answer that says why there is none: 400 for what is no id, 404 for no case, 503
 * for one that is over its budget.
 * `version` as for `loadCase`.
 */
export async function findCase(request: Request, id: string, version?: string): Promise<LoadedCase | Response> {
  if (!recordIdSchema.safeParse(id).success)
    return problem(request, 400, 'Not a case id', 'A case id is 1 to 64 lower case letters, digits and hyphens.')
  const found = await loadCase(id, version)
  if (found !== null) return found
  const fault = listFaults().find((each) => each.id === id)
  if (fault !== undefined) {
    const detail = `Of the case “${id}” nothing can be shown: ${fault.reason}.`
    const answer = await problem(request, 503, 'The case cannot be shown', detail)
    answer.headers.set('retry-after', '10')
    return answer
  }
  return problem(request, 404, 'No such case', `There is no case “${id}” here, or its case.json cannot be read.`)
}
