import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/cases/[case]/layers/[layer]/picture/route'
import { checkCase } from '@/lib/command/check/check-case'
import { limits } from '@/lib/limits'
import { archiveCase } from '@/lib/server/case-archive'
import { readCaseFiles } from '@/lib/server/case-folder'
import { createCaseStore } from '@/lib/server/case-store'
import { inspectPicture } from '@/lib/server/inspect-picture'
import { readPictureFiles } from '@/lib/server/picture-file'
import { flood, plainPicture, withPicture } from '../../picture-layer'

const made: string[] = []

/** Serves a data folder whose case `valid` has the picture. */
function serve(bytes: Buffer | string | null, layer: Parameters<typeof withPicture>[0] = flood) {
  const data = withPicture(layer, bytes)
  made.push(data)
  vi.stubEnv('CASEBOARD_DATA', data)
  const store = createCaseStore(data)
  globalThis.caseboardStore = store
  const folder = { id: 'valid', path: path.join(data, 'cases/valid') }
  return { data, store, folder, check: async () => (await checkCase(folder, true)).lines.join('\n') }
}

const ask = (layer: string, query = '', headers = {}) =>
  GET(new Request(`http://localhost/picture${query}`, { headers }), {
    params: Promise.resolve({ case: 'valid', layer }),
  })

afterEach(() => {
  vi.unstubAllEnvs()
  globalThis.caseboardStore = undefined
  for (const data of made.splice(0)) rmSync(data, { recursive: true, force: true })
})

describe('a picture as served', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
  ] as const)('is what its bytes are, whatever its name says: %s', async (format, type) => {
    const bytes = await plainPicture(format)
    const { store } = serve(bytes)
    const version = (await store.loadCase('valid'))?.linked.layers.at(-1)?.pictureFile?.version
    const answer = await ask('flood', `?v=${version}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await ask('flood')).headers.get('cache-control')).toBe('no-cache')
    expect((await ask('flood', '', { 'if-none-match': `W/"${version}"` })).status).toBe(304)
  })

  it('is another when its file is: its address and the case’s version change', async () => {
    const { data, store } = serve(await plainPicture())
    const before = await store.loadCase('valid')
    writeFileSync(path.join(data, 'cases/valid/layers/flood.png'), await plainPicture('png', { background: '#00ff00' }))
    await new Promise((resolve) => setTimeout(resolve, 600))
    const after = await store.loadCase('valid')
    expect(after?.version).not.toBe(before?.version)
    expect(after?.linked.layers.at(-1)?.pictureFile).not.toEqual(before?.linked.layers.at(-1)?.pictureFile)
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /no PNG, JPEG or WebP/],
    ['a page', '<!doctype html><script>alert(1)</script>', /no PNG, JPEG or WebP/],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), /no PNG, JPEG or WebP/],
    ['nothing', '', /no PNG, JPEG or WebP/],
    ['no file at all', null, /the file is missing/],
    ['too many bytes', Buffer.alloc(limits.picture.bytes + 1), /larger than 8 MB/],
  ])('is set aside, and told by the check, where it is %s; the rest of the case is there', async (_, bytes, reason) => {
    const { store, check } = serve(bytes)
    expect((await ask('flood')).status).toBe(404)
    expect(await check()).toMatch(reason)
    const { linked } = (await store.loadCase('valid')) ?? {}
    expect(linked?.setAside).toMatchObject([{ file: 'layers.json', id: 'flood' }])
    expect(linked?.layers.length).toBeGreaterThan(5)
  })

  it('has no side that is too long for the graphics', async () => {
    const { check } = serve(await plainPicture('png', { width: limits.picture.side + 1, height: 1 }))
    expect(await check()).toMatch(/4097 × 1 pixels: no side may have more than 4096/)
  })

  it('leads nowhere else: a link out of the folder, a folder and another file of the case are refused', async () => {
    const { data, check } = serve(null)
    const file = path.join(data, 'cases/valid/layers/flood.png')
    writeFileSync(path.join(data, 'secret.png'), await plainPicture())
    symlinkSync(path.join(data, 'secret.png'), file)
    expect((await ask('flood')).status).toBe(404)
    expect(await check()).toMatch(/a link that leads out of the case’s folder/)
    rmSync(file)
    mkdirSync(file)
    expect((await ask('flood')).status).toBe(404)
    expect((await ask('..%2Fflood')).status).toBe(404)
    expect((await ask('annexed-oblasts')).status).toBe(404)
  })

  it('is in the case’s zip as it is, which the check accepts', async () => {
    const bytes = await plainPicture('webp')
    const { store } = serve(bytes)
    const files = (await store.loadCase('valid'))?.files ?? new Map()
    const zip = unzipSync(archiveCase('valid', files, await readPictureFiles('valid', files)))
    expect(Buffer.from(zip['valid/layers/flood.png'] ?? []).equals(bytes)).toBe(true)
    expect(Object.keys(unzipSync(archiveCase('valid', files)))).not.toContain('valid/layers/flood.png')
  })

  it('is among the files that a case is read from, as a text that says what it is', async () => {
    const { folder } = serve(await plainPicture())
    const text = (await readCaseFiles(folder)).get('layers/flood.png')
    expect(JSON.parse(String(text))).toEqual({ type: 'image/png', version: expect.stringMatching(/^[0-9a-f]{12}$/) })
  })
})

describe('what a file is', () => {
  it('is read from any beginning of it without an error', async () => {
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const whole = await plainPicture(format, { width: 300, height: 20 })
      expect(inspectPicture(whole)).toMatchObject({ type: `image/${format}` })
      expect(inspectPicture(whole.subarray(0, -13))).toEqual({ reason: expect.stringContaining('ends too soon') })
      for (let end = 0; end < 40; end++) expect(() => inspectPicture(whole.subarray(0, end))).not.toThrow()
    }
  })

  it('is no picture that moves', async () => {
    const frames = await Promise.all(['#f00', '#0f0'].map((background) => plainPicture('png', { background })))
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer()
    expect(inspectPicture(moving)).toEqual({ reason: expect.stringContaining('moves') })
  })
})
