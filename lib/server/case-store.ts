import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { recordIdSchema } from '@/lib/schema/identifier'
import { createApartBuilder } from './build-apart'
import { type BuildFolder, createFolderBuilder, type LoadedCase } from './build-case'
import { type CaseFolder, dataFolder, fingerprintCase, listCaseFolders } from './case-folder'
import { noteError } from './health'
import { problem } from './http'
import { createLastValidStore, type LastValidStore, noLastValidStore, type ValidTexts } from './last-valid-store'
import { stateFolder } from './state-folder'

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

export interface CaseStore {
  /** The cases that can be read, newest id first; after `mostMs`, those that have been by then. Never rejects. */
  listCases(mostMs?: number): Promise<CaseSummary[]>
  /**
   * A case by its id; `null` where there is none or its `case.json` has never been usable. Never rejects. In the version
   * asked for where it is one of the last, else as it is now: a page is rendered with one and asks for it afterwards.
   */
  loadCase(id: string, version?: string): Promise<LoadedCase | null>
}

/** How long what was read is taken to be what is on disk: the page asks for a case and its nine layers at once. */
const RECHECK_MS = 1000
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
}

interface StoreOptions {
  /** Milliseconds; need not be wall time. */
  now?: () => number
  /** Where the last good texts stand for the next store. */
  kept?: LastValidStore
  build?: BuildFolder
  patienceMs?: number
}

/**
 * A store of the cases below a data folder. Ids are looked up in the folder's listing, never joined into a path. What
 * was read is kept and read again when a file's time, size or presence changes, looked at no more than once a second.
 * A case that cannot be built stays as it last was until its files change.
 */
export function createCaseStore(data: string, options: StoreOptions = {}): CaseStore {
  const { now = () => performance.now(), kept = noLastValidStore, patienceMs = Number.POSITIVE_INFINITY } = options
  const build = options.build ?? createFolderBuilder(data)
  const cases = new Map<string, Cached>()
  /** Cases that are being looked at. */
  const pending = new Map<string, Promise<void>>()
  let latest: { at: number; listed: Promise<void> } | null = null

  async function refresh(folder: CaseFolder): Promise<void> {
    const cached = cases.get(folder.id)
    // Taken before reading: a file written meanwhile is seen at the next look.
    const fingerprint = await fingerprintCase(folder)
    if (cached?.fingerprint === fingerprint) return
    const before = cached?.good ?? kept.read(folder.id)
    try {
      const { loaded, good } = await build(folder, before)
      const earlier = [cached?.loaded ?? [], cached?.earlier ?? []].flat().slice(0, EARLIER_VERSIONS)
      cases.set(folder.id, { fingerprint, loaded, earlier, good })
      await kept.write(folder.id, good)
    } catch (error) {
      noteError(`The case ${folder.id} cannot be built`, error)
      cases.set(folder.id, { ...(cached ?? { loaded: null, earlier: [], good: before }), fingerprint })
    }
  }

  async function lookAtFolders(): Promise<void> {
    const folders = await listCaseFolders(data)
    if (folders === null) return
    kept.keepOnly(folders.map(({ id }) => id))
    for (const id of cases.keys()) if (!folders.some((folder) => folder.id === id)) cases.delete(id)
    for (const folder of folders.filter(({ id }) => !pending.has(id)))
      pending.set(
        folder.id,
        refresh(folder).finally(() => pending.delete(folder.id)),
      )
  }

  function look(): Promise<void> {
    if (latest === null || now() - latest.at >= RECHECK_MS) latest = { at: now(), listed: lookAtFolders() }
    return latest.listed
  }

  /** Waits for a case that is being built: for its first version, or as long as one may for a newer one. */
  async function settle(id: string): Promise<void> {
    const refreshed = pending.get(id)
    await within(cases.get(id)?.loaded ? patienceMs : Number.POSITIVE_INFINITY, refreshed)
  }

  return {
    async listCases(mostMs = Number.POSITIVE_INFINITY) {
      await look()
      await within(mostMs, Promise.all([...pending.keys()].map(settle)))
      return [...cases.entries()]
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .flatMap(([id, { loaded }]) => {
          if (loaded === null) return []
          const { title, period, setAside } = loaded.linked
          return [{ id, title, period, version: loaded.version, setAside: setAside.length }]
        })
    },
    async loadCase(id, version) {
      await look()
      await settle(id)
      const cached = cases.get(id)
      return cached?.earlier.find((earlier) => earlier.version === version) ?? cached?.loaded ?? null
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
    kept: createLastValidStore(path.join(stateFolder(), 'last-good'), data),
    build: createApartBuilder(data),
    patienceMs: PATIENCE_MS,
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

/**
 * The case that an address names, or the answer that says why there is none: 400 for what is no id, 404 for no case.
 * `version` as for `loadCase`.
 */
export async function findCase(request: Request, id: string, version?: string): Promise<LoadedCase | Response> {
  if (!recordIdSchema.safeParse(id).success)
    return problem(request, 400, 'Not a case id', 'A case id is 1 to 64 lower case letters, digits and hyphens.')
  return (
    (await loadCase(id, version)) ??
    problem(request, 404, 'No such case', `There is no case “${id}” here, or its case.json cannot be read.`)
  )
}
