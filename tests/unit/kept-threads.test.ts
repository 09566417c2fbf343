import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BrokenOff, createKeptThreads, OverBudget } from '@/lib/server/kept-threads'

/** What the thread of these tests is to do: take so long, say so, or end. */
interface Order {
  ms?: number
  writes?: boolean
  fails?: boolean
  ends?: boolean
  bytes?: Uint8Array
}

const entry = JSON.stringify(new URL('../../lib/server/kept-threads.ts', import.meta.url).href)
const code = `
  const { parentPort } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}) }).then(({ serveOrders }) =>
    serveOrders(parentPort, async (order, beginWriting) => {
      if (order.fails) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
      if (order.writes) await beginWriting()
      if (order.ends) process.exit()
      await new Promise((resolve) => setTimeout(resolve, order.ms ?? 0))
      return order.bytes ?? new Uint8Array([7])
    }, (bytes) => [bytes]))`

const made: { end(): void }[] = []
afterEach(() => {
  for (const each of made.splice(0)) each.end()
})

function createThreads(idleMs?: number) {
  const start = vi.fn(() => new Worker(code, { eval: true }))
  const threads = createKeptThreads<Order, Uint8Array>(start, 20_000, idleMs)
  made.push(threads)
  return { start, ask: threads.ask }
}

describe('threads that are kept', () => {
  it('do one order after another, and go on after one that failed, whose kind of error is told', async () => {
    const { start, ask } = createThreads()
    expect(await ask({})).toEqual(new Uint8Array([7]))
    await expect(ask({ fails: true })).rejects.toMatchObject({ message: 'no room', code: 'ENOSPC' })
    expect(await ask({})).toEqual(new Uint8Array([7]))
    expect(start).toHaveBeenCalledTimes(1)
    await Promise.all([ask({ ms: 50 }), ask({})])
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('are given bytes, and give bytes, without a copy', async () => {
    const { ask } = createThreads()
    const bytes = new Uint8Array(5_000_000)
    expect((await ask({ bytes }, { bytes: [bytes] })).length).toBe(5_000_000)
    expect(bytes.length).toBe(0)
  })

  it('are ended where an order takes too long, and the next one gets another', async () => {
    const { start, ask } = createThreads()
    await ask({})
    await expect(ask({ ms: 60_000 }, { mostMs: 100 })).rejects.toThrow(OverBudget)
    await ask({})
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('may end while they rest: the next order gets another', async () => {
    const { start, ask } = createThreads()
    await ask({})
    const thread: Worker = start.mock.results[0]?.value
    await thread.terminate()
    expect(await ask({}, { mostMs: 10_000 })).toEqual(new Uint8Array([7]))
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('are not ended in the middle of what must not be broken off', async () => {
    const { ask } = createThreads()
    await ask({})
    expect(await ask({ writes: true, ms: 1500 }, { mostMs: 1000 })).toEqual(new Uint8Array([7]))
    await expect(ask({ writes: true, ends: true })).rejects.toThrow(BrokenOff)
    await expect(ask({ ends: true })).rejects.toThrow('has ended')
  })

  it('are let go when nothing was asked of them for a while', async () => {
    const { start, ask } = createThreads(100)
    await ask({})
    const thread: Worker = start.mock.results[0]?.value
    await once(thread, 'exit')
    await ask({})
    expect(start).toHaveBeenCalledTimes(2)
  })
})
