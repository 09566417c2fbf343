import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DrawOrder, StillOrder } from '@/app/drawing/draw-order'
import { drawStill } from '@/app/drawing/draw-still'
import { readToolsSource } from '@/app/read-overlays'
import { createCaseStore } from '@/lib/server/case-store'
import { createDrawThreads } from '@/lib/server/draw-threads'
import { nearestCoast } from '@/lib/server/nearest-coast'
import { readView } from '@/lib/url/view-codec'
import { validFiles } from './read-fixture'
import { startThread } from './start-thread'

const words = { locale: 'en', km: '{0} km', km2: '{0} km²', claim: '{0}', ring: '{0}: {1}', sized: '{0}: {1}' }

/** The committed case with something laid over it, as the still map's route orders it. */
async function orderStill(query: string): Promise<StillOrder> {
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case is gone')
  const { linked } = found
  const noLines = { type: 'FeatureCollection' as const, features: [] }
  return {
    options: { bounds: [-15, 35, 45, 60], width: 800, height: 500, theme: 'light', notes: linked.notes },
    layers: linked.layers,
    bodies: new Map([...found.layers].map(([id, { body }]) => [id, body])),
    pictures: new Map(),
    seen: new Set(linked.places.map(({ id }) => id)),
    hidden: new Set(),
    insets: { shown: [], alone: false },
    voices: noLines,
    tools: readToolsSource(linked, readView(query)),
    words,
  }
}

const threads: { end(): void }[] = []
afterEach(() => {
  for (const each of threads.splice(0)) each.end()
})

function drawThreads(start: () => Worker, mostMs = 30_000) {
  const made = createDrawThreads<DrawOrder>(start, mostMs)
  threads.push(made)
  return made
}

describe('drawing apart', () => {
  it('draws what drawing here draws: a map with what is laid over it, a coast, an archive', async () => {
    const start = vi.fn(() => startThread('app/drawing/draw-worker.ts'))
    const { draw } = drawThreads(start)
    const still = await orderStill('?over=UA-65/-9.1,38.7&measure=1,50;30.5,50.4')
    const svg = (await draw({ kind: 'still', still })).toString()
    expect(svg).toBe(await drawStill(still))
    expect(svg).toContain('<g id="measure"')
    expect(JSON.parse((await draw({ kind: 'coast', at: [15.4, 54.9] })).toString())).toEqual(
      await nearestCoast([15.4, 54.9]),
    )
    const archive = unzipSync(await draw({ kind: 'archive', caseId: 'valid', files: validFiles() }))
    expect(strFromU8(archive['valid/README.txt'] ?? new Uint8Array())).toMatch(/^The ferry/)
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('uses a thread again that could not draw something, and says why it could not', async () => {
    const start = vi.fn(() => startThread('app/drawing/draw-worker.ts'))
    const { draw } = drawThreads(start)
    const still = await orderStill('')
    const flat: StillOrder = { ...still, options: { ...still.options, bounds: [10, 50, 10, 50] } }
    await expect(draw({ kind: 'still', still: flat })).rejects.toThrow(/extent/)
    expect((await draw({ kind: 'still', still })).toString()).toMatch(/^<svg/)
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('ends a thread that takes too long or ends by itself, and goes on with a new one', async () => {
    const port = "require('node:worker_threads').parentPort"
    const codes = [
      'for (;;);',
      `${port}.once('message', () => process.exit())`,
      `${port}.on('message', () => ${port}.postMessage({ kind: 'done', answer: new Uint8Array([7]) }))`,
    ]
    const start = vi.fn(() => new Worker(codes.shift() ?? '', { eval: true }))
    const { draw } = drawThreads(start, 3_000)
    await expect(draw({ kind: 'coast', at: [0, 50] })).rejects.toMatchObject({ name: 'TooBusy' })
    await expect(draw({ kind: 'coast', at: [0, 50] })).rejects.toThrow('has ended')
    await expect(draw({ kind: 'coast', at: [0, 50] })).resolves.toEqual(Buffer.from([7]))
    expect(start).toHaveBeenCalledTimes(3)
  })
})

it('draws below the priority of requests, which keep theirs', { skip: process.platform !== 'linux' }, async () => {
  const thread = new Worker(
    `import('tsx/esm/api').then(({ register }) => {
      register()
      return import(${JSON.stringify(new URL('../../lib/server/thread-priority.ts', import.meta.url).href)})
    }).then(({ yieldToRequests }) => {
      yieldToRequests()
      require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority())
    })`,
    { eval: true },
  )
  const before = getPriority()
  const [own] = await once(thread, 'message')
  expect(own).toBeGreaterThan(before)
  expect(getPriority()).toBe(before)
  await thread.terminate()
})
