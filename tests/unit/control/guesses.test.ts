import { beforeAll, describe, expect, it } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Control } from '@/lib/server/control/control'
import { createMemoryBackend } from '@/lib/server/control/memory-backend'
import { createCode, locatorOf } from '@/lib/server/control/token'
import { codeOf, controlOver, newDisplay, readValidCase } from './control-kit'

const MINUTE = 60_000
let linked: LinkedCase

beforeAll(async () => {
  linked = await readValidCase()
})

/** What became of a guess: paired, or the status it was refused with. */
function guess(control: Control, code: string): Promise<string | number> {
  return control.pair(code, 'remote', 'Mallory').then(
    () => 'paired',
    (error: { status: number }) => error.status,
  )
}

function countAll(results: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const result of results) counts[result] = (counts[result] ?? 0) + 1
  return counts
}

/** A guess that knows which display it is for, and is not right. */
function informedGuess(code: string): string {
  const guessed = locatorOf(code) + createCode().slice(3)
  return guessed === code ? informedGuess(code) : guessed
}

describe('100,000 guesses', () => {
  it('at an open code by someone who knows the display let nobody in', async () => {
    const time = 1_790_000_000_000
    const control = controlOver(createMemoryBackend({ now: () => time }), linked)
    const { credential } = await newDisplay(control)
    const code = await codeOf(control, credential)
    const results: (string | number)[] = []
    for (let n = 0; n < 100_000; n += 1) results.push(await guess(control, informedGuess(code)))
    // The fifth locks, and from then on nothing is compared.
    expect(countAll(results)).toEqual({ 403: 4, 429: 99_996 })
    control.close()
  }, 180_000)

  it('at random let nobody in', async () => {
    const control = controlOver(createMemoryBackend(), linked)
    const { credential, snapshot } = await newDisplay(control)
    await codeOf(control, credential)
    const results: (string | number)[] = []
    for (let n = 0; n < 100_000; n += 1) results.push(await guess(control, createCode()))
    expect(countAll(results).paired).toBeUndefined()
    const { snapshot: after } = await control.register({ case: 'valid', role: 'mirror' }, credential.token)
    expect(after).toMatchObject({ wall: snapshot.wall, remotes: [] })
    control.close()
  }, 180_000)

  it('spread over hours, as fast as the lock allows and with a new code each time, are few', async () => {
    let time = 1_790_000_000_000
    const control = controlOver(createMemoryBackend({ now: () => time }), linked)
    const { credential } = await newDisplay(control)
    const end = time + 24 * 60 * MINUTE
    let compared = 0
    while (time < end) {
      const { offer } = await control.offer(credential, 'http://a/remote')
      if (offer?.kind === 'locked') time += offer.forMs
      else if (offer?.kind === 'open') {
        await guess(control, informedGuess(offer.code))
        compared += 1
      }
    }
    // 1 + 2 + 4 + … + 60 + 60 … minutes: 29 locks a day, of 28,629,151 secrets.
    expect(compared).toBeLessThanOrEqual(5 * 30)
    control.close()
  })
})
