import { limits } from '@/lib/limits'
import { type Allowance, createAllowance } from './allowance'
import { Refusal } from './refusal'
import { createStreamSlots, type StreamSlots, slotLimits } from './stream-slots'

/** What any address may ask for before it has to wait. */
export interface Admission {
  streams: StreamSlots
  /** Runs `pair` unless the address has sent too many wrong codes; counts those for which it is refused with 403. */
  tryCode<T>(address: string, pair: () => Promise<T>): Promise<T>
  /** Counts a wall that is begun. Throws a Refusal where the address has begun too many. */
  beginWall(address: string): void
  /** What the next code, or wall, of an address would be refused with; null where it would not. */
  foresee(what: 'code' | 'wall', address: string): Refusal | null
}

type Words = readonly [title: string, detail: string]

const words = {
  code: ['Too many wrong codes', 'They came from your network. Wait, and ask for a new code.'],
  wall: ['Too many walls', 'As many were begun from your network as may be. Wait a moment.'],
} as const

function refuse([title, detail]: Words, waitMs: number): Refusal | null {
  return waitMs > 0 ? new Refusal(429, title, detail, waitMs) : null
}

/** Takes one, or refuses. */
function requireOne(allowance: Allowance, address: string, told: Words): void {
  const refusal = refuse(told, allowance.take(address))
  if (refusal !== null) throw refusal
}

export function createAdmission(now?: () => number): Admission {
  const { addresses: mostKeys, wallsBegun, wallsBegunPauseMs, wrongCodes, wrongCodesPauseMs } = limits.control
  const clock = now === undefined ? {} : { now }
  const walls = createAllowance({ burst: wallsBegun, pauseMs: wallsBegunPauseMs, mostKeys, ...clock })
  const codes = createAllowance({ burst: wrongCodes, pauseMs: wrongCodesPauseMs, mostKeys, ...clock })
  return {
    streams: createStreamSlots(slotLimits()),
    async tryCode(address, pair) {
      // Taken first, or a thousand at once would all be tried before the first of them is known to be wrong.
      requireOne(codes, address, words.code)
      try {
        const paired = await pair()
        codes.giveBack(address)
        return paired
      } catch (error) {
        if (!(error instanceof Refusal && error.status === 403)) codes.giveBack(address)
        throw error
      }
    },
    beginWall(address) {
      requireOne(walls, address, words.wall)
    },
    foresee: (what, address) => refuse(words[what], (what === 'code' ? codes : walls).waitMs(address)),
  }
}

declare global {
  // Route handlers are bundled apart, and have to count together.
  var caseboardAdmission: Admission | undefined
}

export function admission(): Admission {
  globalThis.caseboardAdmission ??= createAdmission()
  return globalThis.caseboardAdmission
}
