import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editsOf, letGo, openWorkspace, takeStep, takeUp, undo } from '@/lib/edit/workspace'
import { limits } from '@/lib/limits'
import { Editor } from '@/lib/server/editor/editor'
import { sha256 } from '@/lib/server/editor/write-case'

const CASE = 'valid'
let data = ''
let editor: Editor
let ms = 0

const fileOf = (name: string) => path.join(data, 'cases', CASE, name)
const read = (name: string) => readFileSync(fileOf(name), 'utf8')

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'caseboard-signed-'))
  cpSync('tests/fixtures/cases', path.join(data, 'cases'), { recursive: true })
  writeFileSync(fileOf('case.json'), JSON.stringify({ ...JSON.parse(read('case.json')), secondSignature: true }))
  editor = new Editor(data, path.join(data, 'state'), () => new Date(Date.UTC(2030, 0, 2) + ms++))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

async function edit(change: Readonly<Record<string, unknown>>, author = 'Anna Berg') {
  const found = (await editor.read(CASE)).records.find(({ file }) => file === 'events.json')
  if (found === undefined) throw new Error('no event')
  const { file, id, version, value } = found
  return editor.save(CASE, {
    edits: [{ file, id, base: version, value: { ...value, ...change } }],
    reason: 'New',
    author,
  })
}

/** The save that waits. */
async function waiting() {
  const [save, ...others] = (await editor.read(CASE)).waiting
  if (save === undefined || others.length > 0) throw new Error('not one save waits')
  return save
}

describe('a case that asks for a second signature', () => {
  it('has what one person saves wait, shown as it would be, and publishes nothing of it', async () => {
    const before = read('events.json')
    expect(await edit({ title: 'Changed' })).toEqual({ kind: 'waiting' })
    expect(read('events.json')).toBe(before)
    expect(readdirSync(path.join(data, 'cases', CASE)).some((name) => name.includes('waiting'))).toBe(false)
    expect(await editor.versions(CASE)).toEqual([])
    expect(await waiting()).toMatchObject({
      author: 'Anna Berg',
      reason: 'New',
      changes: [{ before: { title: 'The governor speaks' }, after: { title: 'Changed' } }],
    })
  })

  it('is changed when somebody else signs, which the version tells', async () => {
    await edit({ title: 'Changed' })
    expect(await editor.sign(CASE, await waiting(), 'Jonas Vik')).toMatchObject({ kind: 'saved', version: 1 })
    expect(read('events.json')).toContain('Changed')
    expect((await editor.read(CASE)).waiting).toEqual([])
    expect(await editor.versions(CASE)).toMatchObject([{ author: 'Anna Berg', signed: 'Jonas Vik', reason: 'New' }])
  })

  it.each(['Anna Berg', ' anna  BERG ', '', '  '])(
    'is not signed by whoever has saved it, nor by nobody: “%s”',
    async (name) => {
      await edit({ title: 'Changed' })
      await expect(editor.sign(CASE, await waiting(), name)).rejects.toMatchObject({ status: 422 })
      expect(read('events.json')).not.toContain('Changed')
    },
  )

  it('takes no save of nobody, as nobody else could be told from them', async () => {
    await expect(edit({ title: 'Changed' }, '')).rejects.toMatchObject({ status: 422 })
  })

  it('checks what is saved before it waits, and what waits before it is published', async () => {
    expect(await edit({ about: ['nowhere'] })).toMatchObject({ kind: 'refused' })
    await edit({ title: 'Changed' })
    writeFileSync(fileOf('events.json'), read('events.json').replace('The governor speaks', 'By hand'))
    const seen = await waiting()
    expect(await editor.sign(CASE, seen, 'Jonas Vik')).toMatchObject({ kind: 'conflict' })
    expect(await waiting()).toEqual(seen)
    expect(read('events.json')).toContain('By hand')
  })

  it('has a save taken back, and signs nothing in its place', async () => {
    await edit({ title: 'Changed' })
    const seen = await waiting()
    await editor.takeBack(CASE, seen)
    expect((await editor.read(CASE)).waiting).toEqual([])
    // Another one has its number.
    await edit({ title: 'Other' })
    for (const act of [() => editor.sign(CASE, seen, 'Jonas Vik'), () => editor.takeBack(CASE, seen)])
      await expect(act()).rejects.toMatchObject({ status: 404 })
    expect(read('events.json')).not.toContain('Other')
  })

  it('gives the reports that a save was made from to whoever takes it back', async () => {
    const text = 'The ferry left Oslo.'
    const value = {
      id: 'second',
      title: 'A report',
      publisher: 'A paper',
      sha256: sha256(text),
      missing: { address: 'Sent by post' },
    }
    const save = { edits: [{ file: 'sources.json', id: 'second', base: null, value }], reason: '', author: 'Anna Berg' }
    expect(await editor.save(CASE, { ...save, texts: [text, 'Of no source.'] })).toEqual({ kind: 'waiting' })
    expect(await editor.waitingTexts(CASE, await waiting())).toEqual([{ source: 'second', text }])
    await expect(editor.waitingTexts(CASE, { number: 1, at: 'never' })).rejects.toMatchObject({ status: 404 })
  })

  it('has bringing a version back and its own end wait as well', async () => {
    await edit({ title: 'Changed' })
    await editor.sign(CASE, await waiting(), 'Jonas Vik')
    expect(await editor.restore(CASE, 0, { author: 'Anna Berg', reason: '' })).toEqual({ kind: 'waiting' })
    await editor.takeBack(CASE, await waiting())
    const head = (await editor.read(CASE)).records.find(({ file }) => file === 'case.json')
    const { secondSignature: _, ...value } = head?.value ?? {}
    const edits = [{ file: 'case.json', id: CASE, base: head?.version ?? null, value }]
    expect(await editor.save(CASE, { edits, reason: '', author: 'Anna Berg' })).toEqual({ kind: 'waiting' })
    await editor.sign(CASE, await waiting(), 'Jonas Vik')
    expect(await edit({ title: 'Alone' })).toMatchObject({ kind: 'saved' })
  })

  it('has no more saves wait than there may be', async () => {
    for (let at = 0; at < limits.editor.waiting; at++) await edit({ title: `Title ${at}` })
    await expect(edit({ title: 'One more' })).rejects.toMatchObject({ status: 413 })
  })
})

it('a case that does not ask for one is saved at once', async () => {
  const { secondSignature: _, ...head } = JSON.parse(read('case.json'))
  writeFileSync(fileOf('case.json'), JSON.stringify(head))
  expect(await edit({ title: 'Changed' })).toMatchObject({ kind: 'saved', version: 1 })
  expect((await editor.versions(CASE))[0]?.signed).toBeUndefined()
})

it('work that waits is let go: records are as the server has them, new ones are gone, and undo brings it back', () => {
  const workspace = openWorkspace([{ file: 'events.json', id: 'a', version: '1', value: { id: 'a', title: 'Old' } }])
  const changed = takeStep(workspace, [
    { file: 'events.json', id: 'a', value: { id: 'a', title: 'New' } },
    { file: 'events.json', id: 'b', value: { id: 'b' } },
  ])
  const edits = editsOf(changed)
  const after = letGo(changed, edits)
  expect([...after.working.values()]).toEqual([...workspace.working.values()])
  expect([...undo(after).working.keys()]).toEqual(['events.json#a', 'events.json#b'])
})

it('what is typed while a save is under way stays, though what was saved waits', () => {
  const workspace = openWorkspace([{ file: 'events.json', id: 'a', version: '1', value: { id: 'a', title: 'Old' } }])
  const saved = takeStep(workspace, [{ file: 'events.json', id: 'a', value: { id: 'a', title: 'New' } }])
  const typed = takeStep(saved, [{ file: 'events.json', id: 'a', value: { id: 'a', title: 'Newer' } }])
  expect(letGo(typed, editsOf(saved)).working.get('events.json#a')?.value.title).toBe('Newer')
})

it('a save that is taken back over somebody’s newer edit is a conflict, with both versions', async () => {
  await edit({ title: 'Mine' })
  const first = await waiting()
  expect(first.changes[0]?.isBehind).toBe(false)
  await edit({ title: 'Theirs' }, 'Jonas Vik')
  const [, second] = (await editor.read(CASE)).waiting
  if (second === undefined) throw new Error('only one waits')
  await editor.sign(CASE, second, 'Anna Berg')
  const { records, waiting: left } = await editor.read(CASE)
  const [behind] = left
  if (behind === undefined) throw new Error('none waits')
  const taken = takeUp(openWorkspace(records), behind)
  expect(taken.conflicts).toMatchObject([{ mine: { title: 'Mine' }, theirs: { value: { title: 'Theirs' } } }])
})

it('a byte order mark before the head, or a head that cannot be read, publishes nothing', async () => {
  writeFileSync(fileOf('case.json'), `\uFEFF${read('case.json')}`)
  expect(await edit({ title: 'Changed' })).toEqual({ kind: 'waiting' })
})

it('a save that waits and cannot be read is named, and the rest of the case can be edited', async () => {
  await edit({ title: 'Changed' })
  const folder = path.join(data, 'state', 'edits', CASE, 'waiting')
  for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '{"number": 1')
  const { waiting: left, unreadable } = await editor.read(CASE)
  expect(left).toEqual([])
  expect(unreadable).toMatchObject([{ reason: expect.stringContaining('waits') }])
})

it('no more bytes wait than an editor’s page can list', async () => {
  const half = 'x'.repeat(limits.editor.waitingBytes / 2)
  const save = { edits: [], reason: '', author: 'Anna Berg', texts: [half] }
  const found = (await editor.read(CASE)).records.find(({ file }) => file === 'events.json')
  if (found === undefined) throw new Error('no event')
  const { file, id, version, value } = found
  const edits = [{ file, id, base: version, value: { ...value, title: 'Changed' } }]
  expect(await editor.save(CASE, { ...save, edits })).toEqual({ kind: 'waiting' })
  await expect(editor.save(CASE, { ...save, edits })).rejects.toMatchObject({ status: 413 })
})

it('nothing is signed or taken back of what is no case', async () => {
  const seen = { number: 1, at: '' }
  await expect(editor.takeBack('../../elsewhere', seen)).rejects.toMatchObject({ status: 400 })
  await expect(editor.sign('../../elsewhere', seen, 'Jonas Vik')).rejects.toMatchObject({ status: 400 })
})
