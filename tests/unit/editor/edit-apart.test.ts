import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EditableCase, EditableRecord, PreviewAnswer, SaveOutcome } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import { createEditDesk, type EditDesk, editOn } from '@/lib/server/editor/edit-apart'
import type { CarriedOut, SentOrder } from '@/lib/server/editor/edit-worker'
import { BrokenOff, createKeptThreads, type KeptThreads } from '@/lib/server/kept-threads'
import { SYNTHETIC_ID, writeSyntheticCase } from '../../bench/synthetic-case'
import { slowPhotograph } from '../../evidence-files'
import { longestBusy } from '../longest-busy'
import { startThread } from '../start-thread'

const CASE = 'valid'
const LARGE_RECORDS = 20_000
const BUSY_LIMIT_MS = 200

let root = ''
let threads: KeptThreads<SentOrder, CarriedOut>
let desk: EditDesk

const fileOf = (name: string, id = CASE) => path.join(root, 'data/cases', id, name)

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'caseboard-apart-'))
  cpSync('tests/fixtures/cases', path.join(root, 'data/cases'), { recursive: true })
  const folders = { data: path.join(root, 'data'), state: path.join(root, 'state') }
  threads = createKeptThreads(() => startThread('lib/server/editor/edit-worker.ts', folders), limits.editor.ms)
  desk = createEditDesk(editOn(threads))
})

afterEach(() => {
  threads.end()
  rmSync(root, { recursive: true, force: true })
})

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const bodyOf = (edits: readonly unknown[]) => bytesOf({ edits, reason: 'New', author: 'Anna Berg' })

async function read(caseId = CASE): Promise<EditableCase> {
  return (await desk.ask({ does: 'read', caseId })).json()
}

async function recordsOf(file: string, caseId = CASE): Promise<EditableRecord[]> {
  return (await read(caseId)).records.filter((record) => record.file === file)
}

/** Edits that put `change` into records. */
function change(records: readonly EditableRecord[], own: object) {
  return records.map(({ file, id, version, value }) => ({ file, id, base: version, value: { ...value, ...own } }))
}

it('saves of one case by several threads meet as by one: each is a version or a conflict, and none is lost', async () => {
  const [one, other] = await recordsOf('events.json')
  if (one === undefined || other === undefined) throw new Error('no events')
  const edits = ['One', 'Two', 'Three'].flatMap((title) => change([one], { title }))
  const answers = await Promise.all(
    [...edits, ...change([other], { title: 'Beside' })].map((edit) =>
      desk.ask({ does: 'save', caseId: CASE, body: bodyOf([edit]) }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 200])
  const conflict: SaveOutcome = await answers[2]?.json()
  expect(conflict).toMatchObject({ conflicts: [{ mine: { title: 'Three' }, theirs: { value: { title: 'One' } } }] })
  expect((await recordsOf('events.json')).slice(0, 2).map(({ value }) => value.title)).toEqual(['One', 'Beside'])
  expect((await read()).version).toBe(2)
})

it('no request waits while a large case is read, shown as it would be, units included, and saved', async () => {
  const caseId = SYNTHETIC_ID
  writeSyntheticCase(path.join(root, 'data'), LARGE_RECORDS)
  const records = await read(caseId).then((each) => each.records)
  const layer = change(
    records.filter(({ file }) => file === 'layers.json'),
    { mark: 'choropleth', ramp: { steps: [2, 5] }, symbol: undefined, labelFromZoom: undefined },
  )
  const quotations = change(
    records.filter(({ file }) => file === 'quotations.json'),
    { about: ['place-1'] },
  )
  const [preview, save] = [bytesOf({ edits: layer }), bodyOf(quotations)]
  const { made, busyMs } = await longestBusy(async () => {
    await desk.ask({ does: 'read', caseId })
    const shown = await desk.ask({ does: 'preview', caseId, body: preview })
    return { shown, saved: await desk.ask({ does: 'save', caseId, body: save }) }
  })
  const { linked, faults }: PreviewAnswer = await made.shown.json()
  expect(faults).toEqual([])
  const drawn = desk.previewedLayer(linked?.preview ?? '', 'reports')
  expect(new TextDecoder().decode(drawn ?? undefined)).toContain('"part":"unit"')
  expect(made.saved.status).toBe(200)
  expect(readFileSync(fileOf('quotations.json', caseId), 'utf8').match(/"place-1"/g)?.length).toBe(quotations.length)
  expect(busyMs).toBeLessThan(BUSY_LIMIT_MS)
}, 90_000)

it('no request waits while a file of evidence is looked through, and its metadata are found', async () => {
  const body = await slowPhotograph()
  // The thread has to be begun, which takes a moment of everyone.
  await read()
  const { made, busyMs } = await longestBusy(() => desk.ask({ does: 'keep-evidence', caseId: CASE, body }))
  expect(await made.json()).toMatchObject({ type: 'image/jpeg', metadata: { found: { camera: 'Leica M6' } } })
  expect(busyMs).toBeLessThan(BUSY_LIMIT_MS / 2)
})

it('a save that takes more than one may is refused with the reason, and nothing of it is written', async () => {
  const edits = change((await recordsOf('events.json')).slice(0, 1), { title: 'New' })
  const before = readFileSync(fileOf('events.json'), 'utf8')
  const hasty = createEditDesk(editOn(threads, { ms: 1, previewMs: 1 }))
  await expect(hasty.ask({ does: 'save', caseId: CASE, body: bodyOf(edits) })).rejects.toMatchObject({
    status: 422,
    detail: expect.stringMatching(/^Nothing was saved, as it takes longer than 0.001 s; what you have is still/),
  })
  await expect(hasty.ask({ does: 'preview', caseId: CASE, body: bytesOf({ edits }) })).rejects.toMatchObject({
    status: 413,
  })
  expect(readFileSync(fileOf('events.json'), 'utf8')).toBe(before)
  expect((await desk.ask({ does: 'save', caseId: CASE, body: bodyOf(edits) })).status).toBe(200)
})

it('what is wrong with an order is told as from here, and a server that may not write says so', async () => {
  await expect(desk.ask({ does: 'save', caseId: CASE, body: bytesOf({ edits: 1 }) })).rejects.toMatchObject({
    status: 422,
    detail: expect.stringContaining('edits'),
  })
  await expect(desk.ask({ does: 'read', caseId: '../valid' })).rejects.toMatchObject({ status: 400 })
  globalThis.caseboardOwnsState = false
  try {
    await expect(desk.ask({ does: 'save', caseId: CASE, body: bodyOf([]) })).rejects.toMatchObject({ status: 503 })
  } finally {
    globalThis.caseboardOwnsState = undefined
  }
})

it('a thread that ends while it writes says that a save may stand, not that nothing was saved', async () => {
  const broken = createEditDesk(
    editOn({ ask: () => Promise.reject(new BrokenOff('the thread has ended')), end: () => undefined }),
  )
  await expect(broken.ask({ does: 'save', caseId: CASE, body: bodyOf([]) })).rejects.toMatchObject({
    status: 500,
    detail: expect.stringContaining('whole or not at all'),
  })
})

it('whoever saves waits for no preview of another case', async () => {
  const told: string[] = []
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = createEditDesk(async ({ does, caseId }) => {
    if (does === 'preview') await finished
    told.push(`${does} ${caseId}`)
    return { status: 200, body: bytesOf({}) }
  })
  const body = bytesOf({})
  const previews = ['a', 'b'].map((caseId) => slow.ask({ does: 'preview', caseId, body }))
  await slow.ask({ does: 'save', caseId: 'b', body })
  finish()
  await Promise.all(previews)
  expect(told).toEqual(['save b', 'preview a', 'preview b'])
})

it('what nobody waits for any more is not done when its turn comes, and beyond so many orders more are refused', async () => {
  const done: string[] = []
  let goOn = () => {}
  const first = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const slow = createEditDesk(async ({ caseId }) => {
    done.push(caseId)
    if (caseId === 'first') await first
    return { status: 200, body: new Uint8Array() }
  })
  const gone = new AbortController()
  const body = new Uint8Array()
  const preview = (caseId: string, signal?: AbortSignal) => slow.ask({ does: 'preview', caseId, body }, signal)
  const asked = [preview('first'), preview('second', gone.signal)]
  for (let at = 2; at < limits.editor.orders; at++) asked.push(preview(`other-${at}`))
  await expect(preview('one-too-many')).rejects.toMatchObject({ status: 503 })
  gone.abort()
  goOn()
  const ended = await Promise.allSettled(asked)
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(done).not.toContain('second')
  expect((await preview('again')).status).toBe(200)
})
