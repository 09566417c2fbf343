import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { PbfReader } from 'pbf'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { projectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import { buildStyle } from '@/lib/map/build-style'
import { streetLayers } from '@/lib/map/street-style'
import { themes } from '@/lib/map/theme'
import { plainAttribution, readStreet, streetTile } from '@/lib/server/street-archive'
import { makeStreetArchive, streetAt } from '../street-archive'

let folder: string
const servers: Server[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caseboard-street-'))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

let count = 0
async function file(bytes: Uint8Array): Promise<string> {
  count += 1
  const name = path.join(folder, `${count}.pmtiles`)
  await writeFile(name, bytes)
  return name
}

/** Another server; answers with the range of `bytes`, or as `answer` says. */
async function serve(bytes: Buffer, answer?: 'whole' | 'missing' | 'silent'): Promise<string> {
  const server = createServer((request, response) => {
    if (answer === 'silent') return
    if (answer === 'missing') response.writeHead(404).end()
    else if (answer === 'whole') response.writeHead(200).end(bytes)
    else {
      const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      response.writeHead(206).end(bytes.subarray(Number(from), Number(to) + 1))
    }
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/town.pmtiles`
}

function tileAt(z: number): [number, number, number] {
  const [x, y] = projectMercator([...streetAt])
  return [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)]
}

describe('the street map', () => {
  it.each([
    ['a file', () => file(makeStreetArchive())],
    ['an address', () => serve(makeStreetArchive())],
  ])('is read from %s', async (_, place) => {
    const named = await place()
    expect(await readStreet(named)).toMatchObject({
      tiles: [{ minZoom: 0, maxZoom: 15 }],
      attribution: 'Protomaps © OpenStreetMap',
    })
    const tile = await streetTile(named, tileAt(15))
    const { roads } = new VectorTile(new PbfReader(gunzipSync(tile ?? Buffer.alloc(0)))).layers
    expect(roads?.feature(0).properties['name:en']).toBe('Harbour Street')
    expect(await streetTile(named, [15, 0, 0])).toBeNull()
    expect(await streetTile(named, [16, 0, 0])).toBeNull()
    expect(await streetTile(named, [Number.NaN, 0, 0])).toBeNull()
  })

  it('names OpenStreetMap where the archive does not', async () => {
    const named = await file(makeStreetArchive({ metadata: { attribution: 'The town' } }))
    expect((await readStreet(named)).attribution).toBe('© OpenStreetMap contributors · The town')
  })

  it.each([
    ['of another schema', () => file(makeStreetArchive({ layers: ['buildings'] })), /no layer earth, roads, water/],
    ['broken', () => file(Buffer.from('no archive')), /./],
    ['missing', () => Promise.resolve('/nowhere/town.pmtiles'), /ENOENT/],
    ['not at its address', () => serve(makeStreetArchive(), 'missing'), /404/],
    ['on a server without ranges', () => serve(makeStreetArchive(), 'whole'), /200/],
  ])('%s is refused, and told', async (_, place, reason) => {
    const named = await place()
    await expect(readStreet(named)).rejects.toThrow(reason)
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining(named))
  })

  it('that does not answer is given up, and nobody waits for it again until it is tried anew', async () => {
    const named = await serve(makeStreetArchive(), 'silent')
    await expect(readStreet(named)).rejects.toThrow(/longer than 5 s/)
    const started = performance.now()
    await expect(readStreet(named)).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(limits.street.answerMs / 10)
  }, 20_000)

  it('that came back is there after a while', async () => {
    const named = path.join(folder, 'later.pmtiles')
    await expect(readStreet(named)).rejects.toThrow()
    await writeFile(named, makeStreetArchive())
    await expect(readStreet(named)).rejects.toThrow()
    expect((await readStreet(named, performance.now() + limits.street.retryMs + 1)).tiles[0]?.maxZoom).toBe(15)
  })

  it('has its attribution in plain words', () => {
    expect(plainAttribution('A &constructor; B')).toBe('A &constructor; B')
    expect(plainAttribution('<a onclick="x()">A &amp; B</a>\n<script>c</script>')).toBe('A & B c')
  })
})

describe('the style with a street map', () => {
  const input = {
    ...{ origin: 'http://localhost', basemapVersion: 'b', caseId: 'c', layers: [], visible: [], scale: 1 },
    schematicWords: 's',
  }
  const street = (theme: keyof typeof themes) => ({
    ...{ version: 'v', attribution: '' },
    sources: [{ minZoom: 0, maxZoom: 15, bounds: [35, 33, 36, 34] as [number, number, number, number] }],
    ...streetLayers(themes[theme], 'en'),
  })

  it.each(['light', 'dark'] as const)('is valid in %s, and reaches to zoom 18', (theme) => {
    const style = buildStyle({ ...input, theme: themes[theme], street: street(theme) })
    const faults = validateStyleMin({ ...style, glyphs: 'x/{fontstack}/{range}' })
    expect(faults.map(({ message }) => message)).toEqual([])
    expect(style.metadata.lastZoom).toBe(18)
    expect(buildStyle({ ...input, theme: themes[theme] }).metadata.lastZoom).toBe(11)
  })

  it('asks nobody but this server', () => {
    const text = JSON.stringify(buildStyle({ ...input, theme: themes.light, street: street('light') }))
    expect(text).not.toMatch(/https?:\/\/(?!localhost)/)
  })

  it('lies over the map of the world and below its borders, with no border or country of its own', () => {
    const ids = buildStyle({ ...input, theme: themes.light, street: street('light') }).layers.map(({ id }) => id)
    expect(ids.indexOf('street-earth')).toBeGreaterThan(ids.indexOf('basemap-lakes'))
    expect(ids.indexOf('street-roads_major')).toBeLessThan(ids.indexOf('basemap-borders-recognised'))
    const admin1 = buildStyle({ ...input, theme: themes.light, street: street('light') }).layers
    expect(admin1.find(({ id }) => id === 'basemap-admin1-lines')?.maxzoom).toBe(11)
    expect(ids.filter((id) => /^street-.*(?:bound|country|region)/.test(id))).toEqual([])
    const first = streetLayers(themes.light, 'en')
    for (const { minzoom } of [...first.ground, ...first.labels]) expect(minzoom).toBeGreaterThanOrEqual(9)
  })
})
