import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/evidence/[case]/[sha256]/route'
import { checkCase } from '@/lib/command/check/check-case'
import { limits } from '@/lib/limits'
import type { MediaType } from '@/lib/media/media-type'
import { evidenceName } from '@/lib/schema/evidence'
import { archiveCase } from '@/lib/server/case-archive'
import { createCaseStore } from '@/lib/server/case-store'
import type { EvidenceOrder } from '@/lib/server/evidence-worker'
import { createKeptThreads } from '@/lib/server/kept-threads'
import { readPictureFiles } from '@/lib/server/picture-file'
import { readPublishedEvidence } from '@/lib/server/published-evidence'
import { document, evidenceRecord, film, photograph, sha256, slowPhotograph, withEvidence } from '../../evidence-files'
import { longestBusy } from '../longest-busy'
import { startThread } from '../start-thread'

const made: string[] = []

/** Serves a data folder whose case `valid` has these records, and these files. */
function serve(records: readonly unknown[], files: readonly (readonly [Uint8Array, MediaType])[]) {
  const data = withEvidence(records, files)
  made.push(data)
  vi.stubEnv('CASEBOARD_DATA', data)
  const store = createCaseStore(data)
  globalThis.caseboardStore = store
  const folder = { id: 'valid', path: path.join(data, 'cases/valid') }
  return { store, folder, check: async () => (await checkCase(folder, true)).lines.join('\n') }
}

const ask = (hash: string, query = '', headers = {}, caseId = 'valid') =>
  GET(new Request(`http://localhost/evidence/${caseId}/${hash}${query}`, { headers }), {
    params: Promise.resolve({ case: caseId, sha256: hash }),
  })

let going = 0
let most = 0
beforeAll(() => {
  const start = () => startThread('lib/server/evidence-worker.ts')
  const threads = createKeptThreads<EvidenceOrder, Uint8Array>(start, limits.evidence.ms)
  globalThis.caseboardEvidenceThreads = {
    end: threads.end,
    async ask(order, asked) {
      most = Math.max(most, ++going)
      return threads.ask(order, asked).finally(() => going--)
    },
  }
})
afterAll(() => {
  globalThis.caseboardEvidenceThreads?.end()
  globalThis.caseboardEvidenceThreads = undefined
})

afterEach(() => {
  vi.unstubAllEnvs()
  globalThis.caseboardStore = undefined
  for (const data of made.splice(0)) rmSync(data, { recursive: true, force: true })
})

describe('evidence as served', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ] as const)('is a picture without its metadata, for ever where its version is named: %s', async (format, type) => {
    const bytes = await photograph(format)
    const { store, check } = serve([evidenceRecord(bytes, type)], [[bytes, type]])
    expect(await check()).toContain('0 set aside')
    const [evidence] = (await store.loadCase('valid'))?.linked.evidence ?? []
    // It lies on its side; browsers turn no WebP.
    expect(evidence?.file).toMatchObject({
      type,
      width: format === 'webp' ? 16 : 8,
      height: format === 'webp' ? 8 : 16,
    })
    const version = evidence?.file.sha256.slice(0, 12)
    const answer = await ask(sha256(bytes), `?v=${version}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="quay\.(jpg|png|webp)"$/)
    const served = Buffer.from(await answer.arrayBuffer())
    expect(sha256(served)).toBe(evidence?.file.sha256)
    expect(served.includes('Leica')).toBe(false)
    expect((await sharp(served).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(true)
    expect((await ask(sha256(bytes))).headers.get('cache-control')).toBe('no-cache')
    expect((await ask(sha256(bytes), '', { 'if-none-match': `W/"${version}"` })).status).toBe(304)
  })

  it('is made apart, a few pictures at once, however long that takes: no request waits', async () => {
    const pictures = await Promise.all([1, 2, 3].map(slowPhotograph))
    const { store } = serve(
      pictures.map((bytes, at) => evidenceRecord(bytes, 'image/jpeg', { id: `quay-${at}` })),
      pictures.map((bytes) => [bytes, 'image/jpeg'] as const),
    )
    expect((await store.loadCase('valid'))?.linked.evidence).toHaveLength(3)
    // The thread has to be begun, which takes a moment of everyone.
    const [first, ...others] = pictures.map((bytes) => sha256(bytes))
    await ask(first ?? '')
    most = 0
    const { made, busyMs } = await longestBusy(() =>
      Promise.all([...others, first ?? '', ...others].map((hash) => ask(hash))),
    )
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(busyMs).toBeLessThan(100)
    expect(most).toBe(limits.evidence.atOnce)
  })

  it('is a film by ranges, as it is', async () => {
    const hash = sha256(film)
    serve([evidenceRecord(film, 'video/mp4')], [[film, 'video/mp4']])
    const part = await ask(hash, '', { range: 'bytes=4-7' })
    expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
    expect(part.headers.get('content-range')).toBe(`bytes 4-7/${film.length}`)
    expect(part.headers.get('content-type')).toBe('video/mp4')
    const whole = await ask(hash)
    expect(Buffer.from(await whole.arrayBuffer()).equals(film)).toBe(true)
    expect((await ask(hash, '', { range: `bytes=${film.length}-` })).status).toBe(416)
    expect((await ask(hash, '', { 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(304)
  })

  it('is a document that is downloaded', async () => {
    serve([evidenceRecord(document, 'application/pdf')], [[document, 'application/pdf']])
    const answer = await ask(sha256(document))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="quay.pdf"')
    expect(await answer.text()).toBe(document.toString())
  })

  it('is what records name, and nothing else', async () => {
    const bytes = await photograph()
    serve(
      [evidenceRecord(bytes, 'image/jpeg')],
      [
        [bytes, 'image/jpeg'],
        [document, 'application/pdf'],
      ],
    )
    for (const hash of [sha256(document), '..%2Fcase.json', '../case.json', ''])
      expect((await ask(hash)).status, hash).toBe(404)
    expect((await ask(sha256(bytes), '', {}, 'no-such-case')).status).toBe(404)
    expect((await ask(sha256(bytes), '', {}, '../valid')).status).toBe(404)
  })

  it('is not served as what it no longer is', async () => {
    const { folder } = serve([evidenceRecord(film, 'video/mp4')], [[film, 'video/mp4']])
    const before = await ask(sha256(film))
    await before.body?.cancel()
    expect(before.status).toBe(200)
    writeFileSync(path.join(folder.path, evidenceName({ sha256: sha256(film), type: 'video/mp4' })), 'other')
    expect((await ask(sha256(film))).status).toBe(503)
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect((await ask(sha256(film))).status).toBe(404)
  })
})

describe('evidence that cannot be used', () => {
  const jpeg = 'image/jpeg'
  const png = 'image/png'
  it('is set aside with its record, each with the reason, and the rest of the case is there', async () => {
    const bytes = await photograph()
    const { store, folder, check } = serve([evidenceRecord(bytes, jpeg)], [[bytes, jpeg]])
    const name = evidenceName({ sha256: sha256(bytes), type: jpeg })
    writeFileSync(path.join(folder.path, name), await photograph('jpeg', 3))
    const { linked } = (await store.loadCase('valid')) ?? {}
    expect(linked?.setAside.map(({ file, id }) => [file, id])).toEqual([
      ['evidence.json', 'quay'],
      [name, null],
    ])
    expect(linked?.evidence).toEqual([])
    expect(linked?.events.length).toBeGreaterThan(1)
    expect(await check()).toMatch(/the file is not what its name says: its sha-256 is [0-9a-f]{64}/)
  })

  it.each([
    ['another type than its name says', async () => [await photograph('png'), jpeg], /image\/png: its name has to end/],
    ['a page', async () => [Buffer.from('<!doctype html>'), jpeg], /no JPEG, PNG, WebP, MP4, WebM or PDF/],
    ['cut short', async () => [(await photograph()).subarray(0, 700), jpeg], /ends too soon/],
    ['too large', async () => [Buffer.alloc(limits.evidence.fileBytes + 1), png], /larger than 32 MB/],
  ] as const)('is told of where it is %s', async (_, make, reason) => {
    const [bytes, type] = (await make()) as [Buffer, MediaType]
    expect(await serve([evidenceRecord(bytes, type)], [[bytes, type]]).check()).toMatch(reason)
  })

  it('is told of where there is no such file, and where it belongs to nothing or to what is not there', async () => {
    const bytes = await photograph()
    const record = (id: string, more: Readonly<Record<string, unknown>>) => evidenceRecord(bytes, jpeg, { id, ...more })
    const { check } = serve(
      [
        evidenceRecord(film, 'video/mp4'),
        record('loose', { event: undefined }),
        record('lost', { event: 'sailin' }),
        record('sourceless', { source: 'nobody' }),
      ],
      [[bytes, jpeg]],
    )
    const said = await check()
    expect(said).toMatch(/quay: evidence\/[0-9a-f]{64}\.mp4: the file is missing/)
    expect(said).toMatch(/loose: event: belongs to nothing/)
    expect(said).toMatch(/lost: names event “sailin”, which is not in this case; did you mean “sailing”/)
    expect(said).toMatch(/sourceless: names source “nobody”/)
  })

  it('is warned of where no record names it, or it is not called by its hash', async () => {
    const { folder, check } = serve([], [[document, 'application/pdf']])
    writeFileSync(path.join(folder.path, 'evidence/IMG_1.JPG'), await photograph())
    const said = await check()
    expect(said).toMatch(/evidence\/[0-9a-f]{64}\.pdf \[unknown-file\] is named by no record/)
    expect(said).toMatch(
      /evidence\/IMG_1\.JPG \[unknown-file\] is not read: a file of evidence is called by its sha-256/,
    )
    expect(said).toContain('0 set aside, 2 warnings')
  })

  it('is as much as a case may have: of more files and more bytes the first are read', async () => {
    const many = Array.from({ length: limits.evidence.files + 2 }, (_, at): [Buffer, MediaType] => [
      Buffer.concat([film, Buffer.from([at])]),
      'video/mp4',
    ])
    const naming = (files: typeof many) =>
      files.map(([bytes], at) => evidenceRecord(bytes, 'video/mp4', { id: `film-${at}` }))
    expect(await serve(naming(many), many).check()).toMatch(
      /more than 100 files of evidence: this one and 1 more are not read/,
    )
    const large = Array.from({ length: 4 }, (_, at): [Buffer, MediaType] => [
      Buffer.concat([film, Buffer.alloc(limits.evidence.fileBytes - film.length, at)]),
      'video/mp4',
    ])
    const said = await serve(naming(large), large).check()
    expect(new Set(said.match(/\w+\.mp4: the evidence of the case is larger than 96 MB together/g)).size).toBe(1)
  })

  it('is what records name, however many other files lie beside it', async () => {
    const many = Array.from({ length: limits.evidence.files + 20 }, (_, at): [Buffer, MediaType] => [
      Buffer.concat([film, Buffer.from([at])]),
      'video/mp4',
    ])
    const last = many.toSorted(([one], [other]) => (sha256(one) < sha256(other) ? 1 : -1))[0]?.[0] ?? film
    const { store, check } = serve([evidenceRecord(last, 'video/mp4')], many)
    expect((await store.loadCase('valid'))?.linked.evidence).toHaveLength(1)
    expect(await check()).not.toMatch(/more than/)
  })
})

it('is in the zip of its case as it is published, which the check accepts', async () => {
  const bytes = await photograph()
  const { store } = serve(
    [evidenceRecord(bytes, 'image/jpeg'), evidenceRecord(film, 'video/mp4', { id: 'crossing' })],
    [
      [bytes, 'image/jpeg'],
      [film, 'video/mp4'],
      [document, 'application/pdf'],
    ],
  )
  const files = (await store.loadCase('valid'))?.files ?? new Map()
  const pictures = await readPictureFiles('valid', files)
  const zip = archiveCase('valid', files, pictures, await readPublishedEvidence('valid', files))
  const unpacked = unzipSync(zip)
  const names = Object.keys(unpacked).filter((name) => name.startsWith('valid/evidence/'))
  expect(names.map((name) => name.slice(-3)).sort()).toEqual(['jpg', 'mp4'])
  for (const name of names) expect(name).toContain(sha256(unpacked[name] ?? ''))
  expect(Buffer.concat(Object.values(unpacked)).includes('Leica')).toBe(false)
  expect(Buffer.from(unpacked['valid/evidence.json'] ?? []).toString()).not.toContain(sha256(bytes))

  const folder = mkdtempSync(path.join(tmpdir(), 'caseboard-unpacked-'))
  made.push(folder)
  for (const [name, content] of Object.entries(unpacked)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  const { parted } = await checkCase({ id: 'valid', path: path.join(folder, 'valid') }, true)
  expect(parted.setAside).toEqual([])
  expect(parted.records?.evidence.map(({ id }) => id)).toEqual(['quay', 'crossing'])
})

it('is named in the README of the zip where its file could not be read', async () => {
  const bytes = await photograph()
  const { store, folder } = serve([evidenceRecord(bytes, 'image/jpeg')], [[bytes, 'image/jpeg']])
  const files = (await store.loadCase('valid'))?.files ?? new Map()
  const name = evidenceName({ sha256: sha256(bytes), type: 'image/jpeg' })
  const readme = async () => {
    const unpacked = unzipSync(archiveCase('valid', files, new Map(), await readPublishedEvidence('valid', files)))
    return Buffer.from(unpacked['valid/README.txt'] ?? []).toString()
  }
  expect(await readme()).not.toContain(name)
  rmSync(path.join(folder.path, name))
  expect(await readme()).toContain(`not to be read: ${name}. Copy it`)
})
