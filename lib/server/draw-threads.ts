import type { Worker } from 'node:worker_threads'
import { TooBusy } from './drawing-turns'
import { createKeptThreads, OverBudget } from './kept-threads'

/** Threads that draw, so that no picture keeps a request waiting. Rejects with a `TooBusy` where that takes more than it may. */
export function createDrawThreads<Order>(
  start: () => Worker,
  mostMs: number,
): { draw(order: Order): Promise<Buffer>; end(): void } {
  const { ask, end } = createKeptThreads<Order, Uint8Array>(start, mostMs)
  return {
    async draw(order) {
      const { buffer, byteOffset, byteLength } = await ask(order).catch((error: unknown) => {
        throw error instanceof OverBudget ? new TooBusy(error.message) : error
      })
      return Buffer.from(buffer, byteOffset, byteLength)
    },
    end,
  }
}
