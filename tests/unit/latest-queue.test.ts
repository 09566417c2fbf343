import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLatestQueue } from '@/lib/client/wall/latest-queue'

/** A connection whose answers come when the test says. */
function slowConnection() {
  const sent: string[] = []
  const answers: { resolve(): void; reject(error: unknown): void }[] = []
  const failures: unknown[] = []
  const queue = createLatestQueue<string>({
    kindOf: (item) => (item.startsWith('step') ? null : (item.split(' ')[0] ?? null)),
    send(item) {
      sent.push(item)
      return new Promise((resolve, reject) => answers.push({ resolve, reject }))
    },
    onFailure: (error) => failures.push(error),
  })
  async function settle(act: (answer: { resolve(): void; reject(error: unknown): void }) => void) {
    const answer = answers.shift()
    if (answer !== undefined) act(answer)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return {
    queue,
    sent,
    failures,
    answer: () => settle(({ resolve }) => resolve()),
    fail: () => settle(({ reject }) => reject(new Error('away'))),
  }
}

describe('createLatestQueue', () => {
  it('sends at once when nothing is under way', () => {
    const { queue, sent } = slowConnection()
    queue.push('point 1')
    expect(sent).toEqual(['point 1'])
  })

  it('has one request under way, and then sends the newest of what waited', async () => {
    const { queue, sent, answer } = slowConnection()
    for (const item of ['point 1', 'point 2', 'point 3', 'point 4']) queue.push(item)
    expect(sent).toEqual(['point 1'])
    await answer()
    expect(sent).toEqual(['point 1', 'point 4'])
  })

  it('keeps every step, and the order in which things were done last', async () => {
    const { queue, sent, answer } = slowConnection()
    for (const item of ['hold', 'step', 'point 1', 'step', 'point 2']) queue.push(item)
    for (let round = 0; round < 4; round++) await answer()
    expect(sent).toEqual(['hold', 'step', 'step', 'point 2'])
  })

  it('forgets what waited when one fails, and goes on with what comes after', async () => {
    const { queue, sent, failures, fail } = slowConnection()
    for (const item of ['step', 'step', 'point 1']) queue.push(item)
    await fail()
    expect(sent).toEqual(['step'])
    expect(failures).toHaveLength(1)
    queue.push('step')
    expect(sent).toEqual(['step', 'step'])
  })

  it('is busy until the last answer', async () => {
    const { queue, answer } = slowConnection()
    queue.push('step')
    queue.push('step')
    expect([queue.busy, queue.waiting]).toEqual([true, 1])
    await answer()
    await answer()
    expect([queue.busy, queue.waiting]).toEqual([false, 0])
  })

  it('always ends with the last position of the finger', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (answered) => {
        const { queue, sent, answer } = slowConnection()
        for (const [index, now] of answered.entries()) {
          queue.push(`point ${index}`)
          if (now) await answer()
        }
        while (queue.busy) await answer()
        expect(sent.at(-1)).toBe(`point ${answered.length - 1}`)
      }),
      { numRuns: 50 },
    )
  })
})
