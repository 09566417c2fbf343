import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseCase } from '@/lib/schema/parse-case'
import { readCaseFiles } from '@/lib/server/case-folder'
import { Editor } from '@/lib/server/editor/editor'
import { sha256 } from '@/lib/server/editor/write-case'
import { allSymbols } from '@/lib/server/parse-files'
import { editHere } from './edit-here'

const FIRST = '2022-10-annexation'

let root = ''
let editor: Editor

const folder = (id = FIRST) => path.join(root, 'data', 'cases', id)
const read = (file: string, id = FIRST) => readFileSync(path.join(folder(id), file), 'utf8')
const state = (...names: string[]) => path.join(root, 'state', 'edits', FIRST, ...names)

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'caseboard-editor-'))
  cpSync(path.join('data', 'cases'), path.join(root, 'data', 'cases'), { recursive: true })
  editor = new Editor(path.join(root, 'data'), path.join(root, 'state'), () => new Date('2030-01-02T03:04:05Z'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

async function recordOf(file: string, index = 0) {
  const { records } = await editor.read(FIRST)
  const found = records.filter((record) => record.file === file)[index]
  if (found === undefined) throw new Error('no such record')
  return found
}

const by = { reason: 'The number was mistyped', author: 'A. Editor' }

describe('the editor', () => {
  it('saves one field as one changed line, as a version with who and why', async () => {
    const { file, id, version, value } = await recordOf('figures.json')
    const before = read(file)
    const outcome = await editor.save(FIRST, {
      ...by,
      edits: [{ file, id, base: version, value: { ...value, value: 1 } }],
    })
    expect(outcome.kind).toBe('saved')
    const lines = read(file).split('\n')
    expect(lines.filter((line, index) => line !== before.split('\n')[index])).toEqual(['    "value": 1,'])
    expect(await editor.versions(FIRST)).toEqual([{ number: 1, at: '2030-01-02T03:04:05.000Z', count: 1, ...by }])
    expect(readdirSync(folder()).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('lets edits of different records both live, and shows two of one record side by side', async () => {
    const [one, other] = [await recordOf('events.json', 0), await recordOf('events.json', 1)]
    const edit = ({ file, id, version, value }: typeof one, title: string) => ({
      ...by,
      edits: [{ file, id, base: version, value: { ...value, title } }],
    })
    const desk = editHere(root, editor)
    const edits = [edit(one, 'First'), edit(other, 'Second'), edit(one, 'Third')]
    const answers = await Promise.all(
      edits.map((body) => desk.ask({ does: 'save', caseId: FIRST, body: Buffer.from(JSON.stringify(body)) })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409])
    expect(await answers[2]?.json()).toMatchObject({
      conflicts: [{ mine: { title: 'Third' }, theirs: { value: { title: 'First' } } }],
    })
    expect((await recordOf('events.json', 0)).value.title).toBe('First')
    expect((await recordOf('events.json', 1)).value.title).toBe('Second')
  })

  it('sees a file that was changed by hand as somebody else’s edit', async () => {
    const { file, id, version, value } = await recordOf('actors.json')
    writeFileSync(path.join(folder(), file), read(file).replace(String(value.role), 'By hand'))
    const outcome = await editor.save(FIRST, {
      ...by,
      edits: [{ file, id, base: version, value: { ...value, note: 'x' } }],
    })
    expect(outcome).toMatchObject({ kind: 'conflict', conflicts: [{ theirs: { value: { role: 'By hand' } } }] })
  })

  it('refuses what would break a record, with the check’s words, and writes nothing of the save', async () => {
    const figure = await recordOf('figures.json')
    const actor = await recordOf('actors.json')
    const before = [read('figures.json'), read('actors.json')]
    const outcome = await editor.save(FIRST, {
      ...by,
      edits: [
        { file: actor.file, id: actor.id, base: actor.version, value: { ...actor.value, role: 'Changed' } },
        { file: figure.file, id: figure.id, base: figure.version, value: { ...figure.value, by: 'nobody-here' } },
      ],
    })
    if (outcome.kind !== 'refused') throw new Error(outcome.kind)
    expect(outcome.faults[0]).toMatchObject({ file: 'figures.json', id: figure.id, rule: 'reference' })
    expect(outcome.faults[0]?.reason).toContain('nobody-here')
    expect([read('figures.json'), read('actors.json')]).toEqual(before)
    const source = await recordOf('sources.json')
    const gone = await editor.save(FIRST, { ...by, edits: [{ ...source, base: source.version, value: null }] })
    expect(gone.kind).toBe('refused')
  })

  it('compares with an earlier save and brings it back, as a save of its own', async () => {
    const { file, id, version, value } = await recordOf('events.json')
    const first = await editor.save(FIRST, {
      ...by,
      edits: [{ file, id, base: version, value: { ...value, title: 'One' } }],
    })
    if (first.kind !== 'saved') throw new Error(first.kind)
    const base = first.records[0]?.version ?? null
    await editor.save(FIRST, { ...by, edits: [{ file, id, base, value: { ...value, title: 'Two' } }] })
    const changes = await editor.changesSince(FIRST, 1)
    expect(changes).toMatchObject([{ id, before: { title: 'One' }, after: { title: 'Two' } }])
    const text = read(file)
    expect((await editor.restore(FIRST, 0, by)).kind).toBe('saved')
    expect((await recordOf(file)).value).toEqual(value)
    expect((await editor.restore(FIRST, 2, by)).kind).toBe('saved')
    expect(read(file)).toBe(text)
    expect((await editor.versions(FIRST)).map(({ number }) => number)).toEqual([4, 3, 2, 1])
    await expect(editor.changesSince(FIRST, 9)).rejects.toMatchObject({ status: 404 })
  })

  it('ends a save that a crash has cut off between two files, and leaves what was changed by hand since', async () => {
    const event = await recordOf('events.json')
    const actor = await recordOf('actors.json')
    const figure = await recordOf('figures.json')
    const edits = [event, actor, figure].map(({ file, id, version, value }) => ({
      file,
      id,
      base: version,
      value: { ...value, note: 'Saved' },
    }))
    const before = new Map([event, actor, figure].map(({ file }) => [file, read(file)]))
    await editor.save(FIRST, { ...by, edits })
    const files = Object.fromEntries(
      [...before].map(([file, text]) => [file, { before: sha256(text), text: read(file) }] as const),
    )
    const version = JSON.parse(readFileSync(state('00000001.json'), 'utf8'))
    // As it was after the first of the three files: the save is noted, the others stand as before, one with a hand's change.
    writeFileSync(state('writing.json'), JSON.stringify({ version, files }))
    rmSync(state('00000001.json'))
    writeFileSync(path.join(folder(), actor.file), before.get(actor.file) ?? '')
    const byHand = `${before.get(figure.file)}\n`
    writeFileSync(path.join(folder(), figure.file), byHand)
    expect((await editor.versions(FIRST)).length).toBe(0)
    await editor.read(FIRST)
    expect((await recordOf('actors.json')).value.note).toBe('Saved')
    expect(read(figure.file)).toBe(byHand)
    expect((await editor.versions(FIRST)).length).toBe(1)
    expect(existsSync(state('writing.json'))).toBe(false)
  })

  it('begins a case that is not there, and keeps the report’s text hidden beside it', async () => {
    const template = await readCaseFiles({ id: FIRST, path: folder() })
    expect(await editor.read('2030-own')).toMatchObject({ exists: false, records: [], version: 0 })
    const text = 'A report.'
    const source = { id: 'report', title: 'A report', publisher: 'A paper', kind: 'original', sha256: sha256(text) }
    const edits = [
      {
        file: 'case.json',
        id: '2030-own',
        base: null,
        value: {
          id: '2030-own',
          title: 'Own',
          summary: 'A case of its own.',
          period: '2030',
          reported: '2030-01-01',
          updated: '2030-01-01',
          source: 'report',
          bounds: [0, 0, 10, 10],
          sides: [],
          questions: [],
          claims: [],
          charts: [],
        },
      },
      {
        file: 'sources.json',
        id: 'report',
        base: null,
        value: { ...source, missing: { address: 'None.', archived: 'None.', published: 'Not told.' } },
      },
    ]
    const refused = await editor.save('2030-own', { ...by, edits: edits.slice(1) })
    if (refused.kind !== 'refused') throw new Error(refused.kind)
    expect(refused.faults.map(({ reason }) => reason)).toContain('the file is missing')
    expect(existsSync(folder('2030-own'))).toBe(false)
    const saved = await editor.save('2030-own', { ...by, edits, texts: [text] })
    if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved))
    const files = await readCaseFiles({ id: '2030-own', path: folder('2030-own') })
    expect([...files.keys()].every((file) => template.has(file))).toBe(true)
    expect(parseCase(files, { caseId: '2030-own', symbols: allSymbols }).setAside).toEqual([])
    expect((await editor.read('2030-own')).texts).toEqual([{ source: 'report', text }])
  })

  it('begins a layer with a file of its own, which has no place yet', async () => {
    const value = { id: 'new-layer', name: 'New', key: 'A new one', mark: 'symbol', hue: 'azure', symbol: 'dot' }
    const edits = [{ file: 'layers.json', id: 'new-layer', base: null, value }]
    expect((await editor.save(FIRST, { ...by, edits })).kind).toBe('saved')
    expect(JSON.parse(read('layers/new-layer.geojson'))).toEqual({ type: 'FeatureCollection', features: [] })
  })

  it('edits no file outside of the case, and no case outside of the folder', async () => {
    await expect(editor.read('../other')).rejects.toMatchObject({ status: 400 })
    for (const file of ['../2030.json', '.the-report.txt', 'layers/../../x.geojson', 'layers/.x.geojson', 'x.json'])
      await expect(
        editor.save(FIRST, { ...by, edits: [{ file, id: 'x', base: null, value: { id: 'x' } }] }),
      ).rejects.toMatchObject({ status: 422 })
  })
})
