import { type PoolOptions, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node'

type Listener = (message: unknown) => void

/**
 * A thread that outlives a run of Vitest. Stryker starts a run for each mutant, and loading zod, turf and the fixtures
 * anew takes a second of it where the tests take a tenth. Test files are loaded anew all the same.
 */
class KeptThread extends ThreadsPoolWorker {
  override readonly name = 'kept-thread'
  readonly #listeners: [event: string, callback: Listener][] = []
  #config: unknown
  #started = false
  #told = false

  override async start(): Promise<void> {
    if (!this.#started) await super.start()
    this.#started = true
  }

  override on(event: string, callback: Listener): void {
    this.#listeners.push([event, callback])
    super.on(event, callback)
  }

  override send(message: WorkerRequest): void {
    // The thread is told to start once and to stop never; each run brings its own configuration, with the tests' names.
    if (message.type === 'start') this.#config = message.context.config
    if (message.type === 'run') Object.assign(message.context, { config: this.#config })
    if (message.type === 'stop') this.#answer('stopped')
    else if (message.type === 'start' && this.#told) this.#answer('started')
    else super.send(message)
    this.#told ||= message.type === 'start'
  }

  #answer(type: 'started' | 'stopped'): void {
    queueMicrotask(() => {
      for (const [event, tell] of [...this.#listeners]) {
        if (event === 'message') tell({ type, __vitest_worker_response__: true })
      }
    })
  }

  override async stop(): Promise<void> {
    for (const [event, callback] of this.#listeners.splice(0)) this.off(event, callback)
  }
}

let kept: KeptThread | undefined

/** A pool of Vitest that has one thread for all runs of its process. */
export const keptThread = {
  name: 'kept-thread',
  createPoolWorker(options: PoolOptions): KeptThread {
    kept ??= new KeptThread(options)
    return kept
  },
}
