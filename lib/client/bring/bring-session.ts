import { limits } from '@/lib/limits'
import type { BringAnswer, BringRequest } from './bring-messages'

/** Why a session has ended by itself. */
export type SessionEnd = 'too-long' | 'broken'

/**
 * The worker that reads a file, apart from the page, so that neither a large file nor a bad one stops it: one that takes too
 * long, or fails, is ended.
 */
export class BringSession {
  readonly #worker: Worker
  readonly #onEnd: (why: SessionEnd) => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onAnswer: (answer: BringAnswer) => void, onEnd: (why: SessionEnd) => void) {
    this.#onEnd = onEnd
    this.#worker = new Worker(new URL('./bring-worker.ts', import.meta.url), { type: 'module' })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<BringAnswer>) => {
      if (data.kind !== 'progress') clearTimeout(this.#timer)
      onAnswer(data)
    })
    this.#worker.addEventListener('error', () => this.#end('broken'))
  }

  ask(request: BringRequest): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end('too-long'), limits.import.pageMs)
    this.#worker.postMessage(request)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#worker.terminate()
  }

  #end(why: SessionEnd): void {
    this.close()
    this.#onEnd(why)
  }
}
