import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as preview } from '@/app/editing/cases/[case]/previews/route'
import { GET as readCase, POST as saveCase } from '@/app/editing/cases/[case]/route'
import { GET as previewedLayer } from '@/app/editing/previews/[preview]/layers/[layer]/route'
import { GET as findSymbols } from '@/app/editing/symbols/route'
import type { EditableCase, PreviewAnswer, SaveOutcome } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import { draftApart } from '@/lib/server/editor/draft-apart'
import { LOCAL_HEADER, localMark } from '@/lib/server/editor/local-request'
import { startThread } from '../start-thread'
import { editHere } from './edit-here'

const FIRST = '2022-10-annexation'
const report = [
  'Ferry runs aground off Bergen',
  'The harbour master, Anna Berg, said on Monday: “We have counted 40 passengers.” The ferry left Oslo on 3 March 2030.',
].join('\n\n')

const pasted = {
  caseId: '2030-ferry',
  name: 'pasted.txt',
  bytes: new TextEncoder().encode(report),
  reported: '2030-03-05',
}
const startDrafting = () => startThread('lib/server/editor/draft-worker.ts')

let root = ''

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'caseboard-editing-'))
  cpSync(path.join('data', 'cases'), path.join(root, 'data', 'cases'), { recursive: true })
  globalThis.caseboardEditDesk = editHere(root)
})

afterAll(() => {
  globalThis.caseboardEditDesk = undefined
  rmSync(root, { recursive: true, force: true })
})

beforeEach(() => vi.stubEnv('CASEBOARD_EDITOR', '1'))
afterEach(() => vi.unstubAllEnvs())

const headers = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'content-type': 'application/json',
  [LOCAL_HEADER]: localMark(),
}

const ask = (body?: unknown) =>
  new Request('http://localhost:3000/editing', {
    headers,
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

const of = (id: string) => ({ params: Promise.resolve({ case: id }) })

describe('the routes of the editor', () => {
  it('answer a conflict with 409 and both versions, and a fault with 422 and the check’s words', async () => {
    const { records }: EditableCase = await (await readCase(ask(), of(FIRST))).json()
    const record = records.find(({ file }) => file === 'events.json')
    if (record === undefined) throw new Error('no event')
    const { file, id, version: base, value } = record
    const save = (change: object) =>
      saveCase(ask({ edits: [{ file, id, base, value: { ...value, ...change } }] }), of(FIRST))
    const broken = await save({ by: ['nobody-here'] })
    expect(broken.status).toBe(422)
    expect(JSON.stringify(await broken.json())).toContain('nobody-here')
    expect((await save({ title: 'One' })).status).toBe(200)
    const late = await save({ title: 'Two' })
    expect(late.status).toBe(409)
    const outcome: SaveOutcome = await late.json()
    expect(outcome).toMatchObject({ conflicts: [{ mine: { title: 'Two' }, theirs: { value: { title: 'One' } } }] })
  })

  it('find symbols by all words of a name, those that begin with it first, and no more than can be looked through', async () => {
    const find = async (name: string) => {
      const asked = new Request(`http://localhost:3000/editing/symbols?q=${encodeURIComponent(name)}`, { headers })
      return (await findSymbols(asked)).json()
    }
    const found: { name: string; path: string }[] = await find('Fire station')
    expect(found[0]?.name).toBe('fire-station')
    expect(found[0]?.path).toMatch(/^M/i)
    expect((await find('fire')).every(({ name }: { name: string }) => name.includes('fire'))).toBe(true)
    expect(await find('')).toHaveLength(limits.editor.symbols)
    expect(await find('no such thing')).toEqual([])
    vi.stubEnv('CASEBOARD_EDITOR', '')
    expect((await findSymbols(ask())).status).toBe(404)
  })

  it('take no save that names a record twice or gives it another id, nor one that is too large', async () => {
    const edit = { file: 'events.json', id: 'x', base: null, value: { id: 'x' } }
    expect((await saveCase(ask({ edits: [edit, edit] }), of(FIRST))).status).toBe(422)
    expect((await saveCase(ask({ edits: [{ ...edit, value: { id: 'y' } }] }), of(FIRST))).status).toBe(422)
    const large = new Request('http://localhost:3000/editing', {
      method: 'POST',
      headers: { ...headers, 'content-length': '99000000' },
      body: '{}',
    })
    expect((await saveCase(large, of(FIRST))).status).toBe(413)
  })

  it('show a report’s draft on a map as the case would be, and write none of it', async () => {
    const drafted = await draftApart(pasted, startDrafting)
    expect(drafted.text).toBe(report)
    const edits = drafted.records.map((each) => ({ ...each, base: null }))
    const shown: PreviewAnswer = await (await preview(ask({ edits }), of('2030-ferry'))).json()
    expect(shown.faults).toEqual([])
    expect(shown.linked?.places.map(({ name }) => name)).toEqual(['Bergen', 'Oslo'])
    expect(shown.linked?.quotations[0]?.passage.exact).toBe('We have counted 40 passengers.')
    const [layer] = shown.linked?.layers ?? []
    const params = Promise.resolve({ preview: shown.linked?.preview ?? '', layer: layer?.id ?? '' })
    const drawn = await (await previewedLayer(ask(), { params })).json()
    expect(drawn.features.length).toBeGreaterThan(1)
    expect(await (await readCase(ask(), of('2030-ferry'))).json()).toMatchObject({ exists: false })
  })
})

describe('the thread that drafts', () => {
  it('says what to do where a report tells no day', async () => {
    await expect(draftApart({ ...pasted, reported: undefined }, startDrafting)).rejects.toMatchObject({
      status: 422,
      detail: expect.stringContaining('does not tell its day'),
    })
  })

  it('is one of few: whoever comes next waits', async () => {
    let [going, most] = [0, 0]
    const counted = () => {
      const thread = startDrafting()
      going += 1
      most = Math.max(most, going)
      thread.on('exit', () => {
        going -= 1
      })
      return thread
    }
    const drafts = await Promise.all(Array.from({ length: 3 }, () => draftApart(pasted, counted)))
    expect(drafts.map(({ text }) => text)).toEqual(Array(3).fill(report))
    expect(most).toBeLessThanOrEqual(limits.editor.draftsAtOnce)
  })

  it('is given up after a while', async () => {
    await expect(draftApart(pasted, startDrafting, 1)).rejects.toMatchObject({ status: 422, title: 'Too much to read' })
  })
})
