import type { MessagePort, Worker } from 'node:worker_threads'
import { TooBusy } from './drawing-turns'

type DrawAnswer = { kind: 'drawn'; bytes: Uint8Array } | { kind: 'failed'; reason: string }

/** What cannot be drawn; the thread has said so and can draw the next. */
class CannotBeDrawn extends Error {
  override readonly name = 'CannotBeDrawn'
}

function drawOn(thread: Worker, order: unknown, mostMs: number): Promise<Buffer> {
  thread.ref()
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => settle(() => reject(error))
    const limit = setTimeout(() => fail(new TooBusy(`drawing took longer than ${mostMs / 1000} s`)), mostMs)
    const onExit = () => fail(new Error('the thread that draws has ended'))
    const onError = (error: Error) =>
      fail('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooBusy('drawing took too much') : error)
    const onMessage = (answer: DrawAnswer) => {
      if (answer.kind === 'failed') return fail(new CannotBeDrawn(answer.reason))
      const { buffer, byteOffset, byteLength } = answer.bytes
      settle(() => resolve(Buffer.from(buffer, byteOffset, byteLength)))
    }
    const settle = (done: () => void) => {
      clearTimeout(limit)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      thread.unref()
      done()
    }
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.postMessage(order)
  })
}

/**
 * Has threads of their own draw, so that no picture keeps a request waiting: each order on one that has nothing to do, or
 * on a new one; so whoever orders decides how many there are. A thread that takes longer than `mostMs`, or more memory
 * than it may, is ended, and who ordered is told by a `TooBusy`. A thread is kept with what it has read.
 */
export function createDrawThreads<Order>(
  start: () => Worker,
  mostMs: number,
): { draw(order: Order): Promise<Buffer>; end(): void } {
  const free: Worker[] = []
  return {
    async draw(order) {
      const thread = free.pop() ?? start()
      try {
        const bytes = await drawOn(thread, order, mostMs)
        free.push(thread)
        return bytes
      } catch (error) {
        if (error instanceof CannotBeDrawn) free.push(thread)
        else void thread.terminate()
        throw error
      }
    },
    end() {
      for (const thread of free.splice(0)) void thread.terminate()
    },
  }
}

/** The thread's side: answers each order with the bytes that `draw` makes of it. */
export function serveDrawing<Order>(port: MessagePort, draw: (order: Order) => Promise<Uint8Array>): void {
  const answer = (message: DrawAnswer) => port.postMessage(message)
  port.on('message', async (order: Order) => {
    try {
      answer({ kind: 'drawn', bytes: await draw(order) })
    } catch (error) {
      answer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  })
}
