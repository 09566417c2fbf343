import type { Worker } from 'node:worker_threads'

/**
 * What a thread makes of an order, which it is started for and ends with: so nothing keeps a request waiting, or takes more
 * time and memory than one may. Rejects with why it gave no answer.
 */
export function answerApart<Answer>(thread: Worker, order: unknown, ms: number): Promise<Answer> {
  thread.unref()
  return new Promise<Answer>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(reason))
    const limit = setTimeout(() => fail(`reading it takes longer than ${ms / 1000} s`), ms)
    thread.on('message', resolve)
    thread.on('error', () => fail('reading it takes more memory than one may, or ends in an error'))
    thread.on('exit', () => {
      clearTimeout(limit)
      fail('the thread that reads it has ended')
    })
    thread.postMessage(order)
  }).finally(() => thread.terminate())
}
