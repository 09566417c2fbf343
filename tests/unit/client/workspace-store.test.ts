import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/editing/cases/[case]/route'
import type { KeptWork } from '@/lib/client/editor/kept-workspace'
import { WorkspaceStore } from '@/lib/client/editor/workspace-store'
import { recordKey } from '@/lib/edit/record-edit'
import { editsOf, takeStep, type WorkingRecord } from '@/lib/edit/workspace'
import { LOCAL_HEADER, localMark } from '@/lib/server/editor/local-request'
import { editHere } from '../editor/edit-here'

const CASE = '2022-10-annexation'

let root = ''
let isAway = false

/** A browser's own store, as long as the page is open and after: writes are taken by the same rule. */
function createBrowser() {
  const kept = new Map<string, KeptWork>()
  return {
    readKept: async (id: string) => structuredClone(kept.get(id)) ?? null,
    keepWork: async (work: KeptWork) => {
      if ((kept.get(work.id)?.revision ?? 0) !== work.revision - 1) return false
      kept.set(work.id, structuredClone(work))
      return true
    },
  }
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'caseboard-store-'))
  cpSync(path.join('data', 'cases'), path.join(root, 'data', 'cases'), { recursive: true })
  globalThis.caseboardEditDesk = editHere(root)
  isAway = false
  vi.stubEnv('CASEBOARD_EDITOR', '1')
  // The page's requests, answered by the server's own routes.
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    if (isAway) throw new TypeError('no network')
    const headers = { host: 'localhost', origin: 'http://localhost', [LOCAL_HEADER]: localMark(), ...init.headers }
    const request = new Request(`http://localhost${address}`, { ...init, headers })
    const context = { params: Promise.resolve({ case: address.split('/')[3] ?? '' }) }
    return init.method === 'POST' ? POST(request, context) : GET(request, context)
  })
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  globalThis.caseboardEditDesk = undefined
  rmSync(root, { recursive: true, force: true })
})

async function open(browser = createBrowser()): Promise<WorkspaceStore> {
  const store = new WorkspaceStore(CASE, browser)
  await store.open()
  return store
}

function event(store: WorkspaceStore): WorkingRecord {
  const found = [...store.current().workspace.working.values()].find(({ file }) => file === 'events.json')
  if (found === undefined) throw new Error('no event')
  return found
}

const title = (store: WorkspaceStore, words: string) => {
  const record = event(store)
  store.change((before) => takeStep(before, [{ ...record, value: { ...record.value, title: words } }]))
}

/** Until the browser has kept what was changed. */
const keep = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the work of an editor', () => {
  it('survives a crash, undo included, and is saved by who opens it again', async () => {
    const browser = createBrowser()
    const first = await open(browser)
    const before = event(first).value.title
    title(first, 'Half done')
    title(first, 'Done')
    await keep()
    const second = await open(browser)
    expect(event(second).value.title).toBe('Done')
    second.undo()
    second.undo()
    expect(event(second).value.title).toBe(before)
    second.redo()
    second.redo()
    await second.save('A reason', 'An editor')
    expect(second.current().result).toEqual({ kind: 'saved', version: 1 })
    expect(editsOf(second.current().workspace)).toEqual([])
    expect(readFileSync(path.join(root, 'data', 'cases', CASE, 'events.json'), 'utf8')).toContain('"title": "Done"')
    second.undo()
    await second.save('', '')
    expect(second.current().result).toEqual({ kind: 'saved', version: 2 })
  })

  it('is shown beside another’s of the same record, and saved once somebody has decided', async () => {
    const [one, two] = [await open(), await open()]
    title(one, 'The first')
    title(two, 'The second')
    await one.save('', '')
    await two.save('', '')
    expect(two.current().result?.kind).toBe('conflict')
    const [conflict] = two.current().workspace.conflicts
    expect(conflict).toMatchObject({ mine: { title: 'The second' }, theirs: { value: { title: 'The first' } } })
    await two.save('', '')
    expect(event(two).value.title).toBe('The second')
    if (conflict !== undefined) two.decide(conflict, 'mine')
    await two.save('', '')
    expect(two.current().result).toEqual({ kind: 'saved', version: 2 })
    await one.refresh()
    expect(event(one).value.title).toBe('The second')
  })

  it('stays where it is while the server is away, and when a save would break a rule', async () => {
    const store = await open()
    title(store, 'Written on a train')
    isAway = true
    await store.save('', '')
    expect(store.current().result).toEqual({ kind: 'away' })
    expect(event(store).value.title).toBe('Written on a train')
    isAway = false
    const record = event(store)
    store.change((before) => takeStep(before, [{ ...record, value: { ...record.value, by: ['nobody-here'] } }]))
    await store.save('', '')
    expect(store.current().result).toMatchObject({ kind: 'refused', faults: [{ id: record.id }] })
    expect(editsOf(store.current().workspace).map(recordKey)).toEqual([recordKey(record)])
  })

  it('goes on in one tab: another that has not seen the last change keeps nothing over it', async () => {
    const browser = createBrowser()
    const [one, two] = [await open(browser), await open(browser)]
    title(one, 'In the first tab')
    await keep()
    title(two, 'In the second tab')
    await keep()
    expect(two.current().kept).toBe('elsewhere')
    await two.takeOver()
    expect(event(two).value.title).toBe('In the first tab')
    expect(two.current().kept).toBe('here')
  })
})
