import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/editing/cases/[case]/evidence/[sha256]/route'
import { POST } from '@/app/editing/cases/[case]/evidence/route'
import { limits } from '@/lib/limits'
import { Editor } from '@/lib/server/editor/editor'
import { LOCAL_HEADER, localMark } from '@/lib/server/editor/local-request'
import { document, evidenceRecord, film, photograph, sha256, withEvidence } from '../../evidence-files'
import { editHere } from './edit-here'

let data = ''
let editor: Editor
const below = (...names: string[]) => path.join(data, 'cases/valid', ...names)

beforeEach(() => {
  vi.stubEnv('CASEBOARD_EDITOR', '1')
  data = withEvidence([], [])
  editor = new Editor(data, path.join(data, 'state'))
  globalThis.caseboardEditDesk = editHere(data, editor)
})

afterEach(() => {
  vi.unstubAllEnvs()
  globalThis.caseboardEditDesk = undefined
  rmSync(data, { recursive: true, force: true })
})

const own = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'content-type': 'application/octet-stream',
  [LOCAL_HEADER]: localMark(),
}

const send = (bytes: Uint8Array, headers: Record<string, string> = own, caseId = 'valid') =>
  POST(new Request('http://localhost:3000/editing', { method: 'POST', headers, body: new Uint8Array(bytes) }), {
    params: Promise.resolve({ case: caseId }),
  })

const look = (hash: string, headers: Record<string, string> = own) =>
  GET(new Request('http://localhost:3000/editing', { headers }), {
    params: Promise.resolve({ case: 'valid', sha256: hash }),
  })

describe('a file that an editor adds', () => {
  it('is kept by its hash as it is, and the editor is told what its metadata tell', async () => {
    const bytes = await photograph()
    const answer = await send(bytes)
    const facts = await answer.json()
    expect(answer.status).toBe(200)
    expect(facts).toMatchObject({
      sha256: sha256(bytes),
      type: 'image/jpeg',
      bytes: bytes.length,
      metadata: { found: { camera: 'Leica M6', position: [-11.25, 56.51] } },
    })
    expect(readdirSync(below('evidence'))).toEqual([`${sha256(bytes)}.jpg`])
    expect(await (await look(sha256(bytes))).json()).toEqual(facts)
    // Again it is the same file.
    expect((await send(bytes)).status).toBe(200)
    expect(readdirSync(below('evidence'))).toHaveLength(1)
  })

  it('is named by a record that is saved like any other', async () => {
    const bytes = await photograph()
    await send(bytes)
    const value = evidenceRecord(bytes, 'image/jpeg')
    const save = { edits: [{ file: 'evidence.json', id: 'quay', base: null, value }], reason: '', author: '' }
    expect(await editor.save('valid', save)).toMatchObject({ kind: 'saved' })
    const lost = {
      ...save,
      edits: [{ ...save.edits[0], id: 'b', value: { ...value, id: 'b', sha256: 'a'.repeat(64) } }],
    }
    const refused = await editor.save('valid', lost as typeof save)
    expect(JSON.stringify(refused)).toMatch(/the file is missing/)
  })

  it('is told of as what is published as it is, where it is a film or a document', async () => {
    for (const bytes of [film, document]) expect((await (await send(bytes)).json()).metadata).toBeNull()
  })

  it('is refused where it can be none, and nothing is kept', async () => {
    const svg = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))
    expect([svg.status, (await svg.json()).detail]).toEqual([422, expect.stringMatching(/no JPEG, PNG, WebP/)])
    expect((await send(Buffer.alloc(limits.evidence.fileBytes + 1))).status).toBe(413)
    expect((await send(film, own, 'no-such-case')).status).toBe(409)
    expect((await send(film, own, '../valid')).status).toBe(400)
    expect(readdirSync(below('evidence'))).toEqual([])
    expect((await look('a'.repeat(64))).status).toBe(404)
    expect((await look('../case.json')).status).toBe(404)
  })

  it('is refused where the case has no room', async () => {
    for (let at = 0; at < limits.evidence.files; at++)
      writeFileSync(below('evidence', `${sha256(String(at))}.pdf`), String(at))
    const named = Array.from({ length: limits.evidence.files }, (_, at) => ({
      id: `e-${at}`,
      sha256: sha256(String(at)),
    }))
    writeFileSync(below('evidence.json'), JSON.stringify(named))
    expect((await send(film)).status).toBe(413)
  })

  it('finds room beside files that no record names any more, until they are far too many', async () => {
    const { files, unnamedFiles } = limits.evidence
    for (let at = 0; at < files; at++) writeFileSync(below('evidence', `${sha256(String(at))}.pdf`), String(at))
    const bytes = await photograph()
    expect((await send(bytes)).status).toBe(200)
    const value = evidenceRecord(bytes, 'image/jpeg')
    const save = { edits: [{ file: 'evidence.json', id: 'quay', base: null, value }], reason: '', author: '' }
    expect(await editor.save('valid', save)).toMatchObject({ kind: 'saved' })
    for (let at = files; at < unnamedFiles; at++)
      writeFileSync(below('evidence', `${sha256(String(at))}.pdf`), String(at))
    const full = await send(film)
    expect([full.status, (await full.json()).detail]).toEqual([413, expect.stringContaining('named by no record')])
  })

  it('is refused where what no record names is as large as all of a case may be', async () => {
    const { caseBytes, fileBytes } = limits.evidence
    for (let at = 0; at * fileBytes < caseBytes; at++) {
      const name = below('evidence', `${sha256(String(at))}.pdf`)
      writeFileSync(name, '')
      truncateSync(name, fileBytes)
    }
    const full = await send(film)
    expect([full.status, (await full.json()).detail]).toEqual([413, expect.stringContaining('named by no record')])
  })

  it('takes the place of a link, and leaves what that leads to as it is', async () => {
    const bytes = await photograph()
    const outside = path.join(data, 'outside.jpg')
    writeFileSync(outside, 'not a picture')
    mkdirSync(below('evidence'), { recursive: true })
    symlinkSync(outside, below('evidence', `${sha256(bytes)}.jpg`))
    symlinkSync(path.join(data, 'nowhere'), below('evidence', `${'0'.repeat(64)}.jpg`))
    expect((await send(bytes)).status).toBe(200)
    expect(readFileSync(outside, 'utf8')).toBe('not a picture')
    expect(sha256(readFileSync(below('evidence', `${sha256(bytes)}.jpg`)))).toBe(sha256(bytes))
  })

  it('is written nowhere else, and mends one that was spoiled', async () => {
    const name = `${sha256(film)}.mp4`
    writeFileSync(below('evidence', name), 'spoiled')
    expect((await look(sha256(film))).status).toBe(422)
    expect((await send(film)).status).toBe(200)
    expect((await look(sha256(film))).status).toBe(200)
    rmSync(below('evidence'), { recursive: true })
    mkdirSync(path.join(data, 'elsewhere'))
    symlinkSync(path.join(data, 'elsewhere'), below('evidence'))
    expect((await send(film)).status).toBe(422)
    expect(readdirSync(path.join(data, 'elsewhere'))).toEqual([])
  })

  it.each([
    ['another site’s page', { ...own, origin: 'https://elsewhere.example' }, 403],
    ['a form', { ...own, 'content-type': 'text/plain' }, 415],
    ['somebody who may not edit', { ...own, [LOCAL_HEADER]: '' }, 401],
  ])('is not taken from %s', async (_, headers, status) => {
    expect((await send(film, headers)).status).toBe(status)
    if (status === 401) expect((await look(sha256(film), headers)).status).toBe(401)
  })
})
