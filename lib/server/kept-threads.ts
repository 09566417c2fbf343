import { once } from 'node:events'
import type { MessagePort, Worker } from 'node:worker_threads'

/** What a thread is sent: an order, or leave to do what must not be broken off. */
type Sent<Order> = { kind: 'order'; order: Order } | { kind: 'go on' }
type Told<Answer> = { kind: 'done'; answer: Answer } | { kind: 'failed'; failure: Failure } | { kind: 'asks' }

/** What a thread threw. */
interface Failure {
  message: string
  code?: string
  stack?: string
}

/** An order takes more time or memory than one may. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget'
}

/** The thread has ended in the middle of what must not be broken off: how far it came cannot be said. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
}

/** What cannot be done; the thread has said so and can do the next. */
class Failed extends Error {
  override readonly name = 'Failed'

  constructor(failure: Failure) {
    super(failure.message)
    Object.assign(this, failure)
  }
}

function describe(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, stack } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { message, ...(code !== undefined && { code }), ...(stack !== undefined && { stack }) }
}

/** Bytes that have a buffer to themselves can change hands; all else is copied. */
export function movable(all: readonly Uint8Array[]): ArrayBuffer[] {
  return all.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : [],
  )
}

interface Asked {
  mostMs: number
  /** Of the order: they are moved, and whoever asks has them no more. */
  bytes: readonly Uint8Array[]
}

function askThread<Order, Answer>(thread: Worker, order: Order, { mostMs, bytes }: Asked): Promise<Answer> {
  thread.ref()
  const send = (sent: Sent<Order>, moved: ArrayBuffer[] = []) => thread.postMessage(sent, moved)
  return new Promise((resolve, reject) => {
    let mayBeEnded = true
    const fail = (error: Error) => settle(() => reject(mayBeEnded ? error : new BrokenOff(error.message)))
    const limit = setTimeout(() => fail(new OverBudget(`it takes longer than ${mostMs / 1000} s`)), mostMs)
    const onExit = () => fail(new OverBudget('the thread that did it has ended'))
    const onError = (error: Error) =>
      fail(
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new OverBudget('it takes more memory than one may')
          : error,
      )
    const onMessage = (told: Told<Answer>) => {
      if (told.kind === 'failed') return settle(() => reject(new Failed(told.failure)))
      if (told.kind === 'done') return settle(() => resolve(told.answer))
      clearTimeout(limit)
      mayBeEnded = false
      send({ kind: 'go on' })
    }
    const settle = (done: () => void) => {
      clearTimeout(limit)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      thread.unref()
      done()
    }
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    send({ kind: 'order', order }, movable(bytes))
  })
}

export interface KeptThreads<Order, Answer> {
  /** Rejects with an OverBudget where it takes more than it may. */
  ask(order: Order, asked?: Partial<Asked>): Promise<Answer>
  end(): void
}

/**
 * Threads that do one order after another, each order on one that has nothing to do, or on a new one; so whoever orders
 * decides how many there are. A thread that takes longer than `mostMs`, or more memory than it may, is ended. The others
 * are kept with what they have read, for `idleMs` where that is given.
 */
export function createKeptThreads<Order, Answer>(
  start: () => Worker,
  mostMs: number,
  idleMs?: number,
): KeptThreads<Order, Answer> {
  const free = new Map<Worker, NodeJS.Timeout | undefined>()

  async function end(thread: Worker): Promise<void> {
    clearTimeout(free.get(thread))
    free.delete(thread)
    await thread.terminate()
  }

  function rest(thread: Worker): void {
    free.set(thread, idleMs === undefined ? undefined : setTimeout(end, idleMs, thread).unref())
  }

  function take(): Worker {
    const [known] = [...free.keys()].slice(-1)
    if (known === undefined) {
      const thread = start()
      // It may end while it rests, when nobody else listens.
      return thread.on('error', () => undefined).once('exit', () => void end(thread))
    }
    clearTimeout(free.get(known))
    free.delete(known)
    return known
  }

  return {
    async ask(order, { mostMs: ownMs = mostMs, bytes = [] } = {}) {
      const thread = take()
      try {
        const answer = await askThread<Order, Answer>(thread, order, { mostMs: ownMs, bytes })
        rest(thread)
        return answer
      } catch (error) {
        if (error instanceof Failed) rest(thread)
        // What it is writing just now is written before anybody goes on.
        else await end(thread)
        throw error
      }
    },
    end() {
      for (const thread of [...free.keys()]) void end(thread)
    },
  }
}

/**
 * The thread's side: answers each order with what `work` makes of it. `work` calls `beginWriting` before what must not be
 * broken off: from then on there is no limit of time, and where it is over already, the thread ends there. The bytes of
 * an answer that `bytesOf` names are moved.
 */
export function serveOrders<Order, Answer>(
  port: MessagePort,
  work: (order: Order, beginWriting: () => Promise<void>) => Promise<Answer>,
  bytesOf: (answer: Answer) => readonly Uint8Array[] = () => [],
): void {
  const tell = (told: Told<Answer>, moved: ArrayBuffer[] = []) => port.postMessage(told, moved)
  async function beginWriting(): Promise<void> {
    tell({ kind: 'asks' })
    await once(port, 'message')
  }
  port.on('message', async (sent: Sent<Order>) => {
    if (sent.kind === 'go on') return
    try {
      const answer = await work(sent.order, beginWriting)
      tell({ kind: 'done', answer }, movable(bytesOf(answer)))
    } catch (error) {
      tell({ kind: 'failed', failure: describe(error) })
    }
  })
}
