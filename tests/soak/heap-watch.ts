import type { CDPSession, Page } from '@playwright/test'
import { z } from 'zod'

const usageSchema = z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) })
const answerSchema = z.object({ id: z.number(), result: z.unknown() })

/**
 * Memory of a page and of its workers after collection: heap and the stores of arrays, which `JSHeapUsedSize` leaves out.
 * Workers are asked through messages that the page's session hands on, as Playwright has no session for them.
 */
export class HeapWatch {
  readonly #session: CDPSession
  readonly #workers = new Set<string>()
  readonly #waiting = new Map<number, (result: unknown) => void>()
  #lastId = 0

  private constructor(session: CDPSession) {
    this.#session = session
    session.on('Target.attachedToTarget', ({ sessionId }) => this.#workers.add(sessionId))
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#workers.delete(sessionId))
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = answerSchema.safeParse(JSON.parse(message)).data
      if (answer !== undefined) this.#waiting.get(answer.id)?.(answer.result)
    })
  }

  static async of(page: Page): Promise<HeapWatch> {
    const session = await page.context().newCDPSession(page)
    const watch = new HeapWatch(session)
    await session.send('HeapProfiler.enable')
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
    return watch
  }

  async #askWorker(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#lastId
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve))
    await this.#session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    return answered
  }

  /** How many workers the page has. */
  get workers(): number {
    return this.#workers.size
  }

  async bytes(): Promise<number> {
    // Twice: what the first collection finalises, the second frees.
    for (let round = 0; round < 2; round++) {
      await this.#session.send('HeapProfiler.collectGarbage')
      for (const worker of this.#workers) await this.#askWorker(worker, 'HeapProfiler.collectGarbage')
    }
    const usages = [
      await this.#session.send('Runtime.getHeapUsage'),
      ...(await Promise.all([...this.#workers].map((worker) => this.#askWorker(worker, 'Runtime.getHeapUsage')))),
    ].map((usage) => usageSchema.parse(usage))
    return usages.reduce((sum, { usedSize, backingStorageSize }) => sum + usedSize + backingStorageSize, 0)
  }
}
