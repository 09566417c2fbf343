import type { ScreenRole, WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { ControlBackend } from './backend'
import type { Changed, Credential } from './control'
import { Refusal } from './refusal'
import { createCode, createId, createToken, locatorOf, readCode } from './token'
import { keepWall, readWall, revise, type WallDocument, wallKey } from './wall-document'
import { addRemote, addScreen, type Member, removeMember } from './wall-members'
import { type Attempt, CODE_MS, lockedFor, openOffer, tryCode } from './wall-pairing'

/** What a pairing made of the browser; `token` is for its cookie. */
export type Paired =
  | { kind: 'remote'; token: string }
  | { kind: 'screen'; token: string; caseId: string; role: ScreenRole }

/** Letting browsers in, and the codes for that. */
export interface Pairing {
  /** Shows a code on the wall's displays; `address` is where it is entered. A wall that is locked gets none. */
  offer(credential: Credential, address: string): Promise<WallSnapshot>
  withdraw(credential: Credential): Promise<WallSnapshot>
  pair(code: string, as: 'remote' | ScreenRole, name: string): Promise<Paired>
  /** Makes a display's own browser a remote. */
  pairOwn(screen: Credential, name: string): Promise<Paired>
  /** Ends the pairing that a browser held before it was paired anew. Never rejects for one that has ended already. */
  forget(credential: Credential): Promise<void>
}

export interface PairingParts {
  backend: ControlBackend
  read(credential: Credential): Promise<{ wall: WallDocument; member: Member }>
  change(
    credential: Credential,
    make: (wall: WallDocument, member: Member, now: number) => WallDocument,
  ): Promise<Changed>
  publish(changed: Changed): Promise<WallSnapshot>
}

const offerKey = (code: string) => `offer:${locatorOf(code)}`

/** One answer for a code that is wrong, used or run out: which it was is nobody's business. */
function wrongCode(): Refusal {
  return new Refusal(403, 'This code does not pair', 'It is wrong, used or older than five minutes. Ask for a new one.')
}

function locked(ms: number): Refusal {
  const detail = 'Too many wrong codes were entered for this display. Wait, and ask for a new code.'
  return new Refusal(429, 'Pairing is locked', detail, ms)
}

/** The part of the control plane that lets browsers in. */
export function createPairing({ backend, read, change, publish }: PairingParts): Pairing {
  /** Makes the code's first characters lead to the wall; false where they lead to another. */
  async function claim(code: string, wall: string, keepMs: number): Promise<boolean> {
    const { text } = await backend.update(offerKey(code), (holder) =>
      holder === null || holder === wall ? { text: wall, keepMs } : undefined,
    )
    return text === wall
  }

  async function release(code: string | undefined, wall: string): Promise<void> {
    if (code === undefined) return
    await backend.update(offerKey(code), (holder) => (holder === wall ? { text: null } : undefined))
  }

  async function claimNewCode(wall: string): Promise<string> {
    for (let tries = 0; tries < 50; tries += 1) {
      const code = createCode()
      if (await claim(code, wall, CODE_MS)) return code
    }
    throw new Refusal(503, 'No code is free', 'Too many displays show one. Ask again in a moment.', 10_000)
  }

  function admit(wall: WallDocument, as: 'remote' | ScreenRole, name: string, hash: string): WallDocument {
    const entry = { id: createId(), name, tokenHash: hash }
    return as === 'remote' ? addRemote(wall, entry) : addScreen(wall, { ...entry, role: as })
  }

  return {
    async offer(credential, address) {
      const before = (await read(credential)).wall
      const code = await claimNewCode(before.id)
      let replaced: string | undefined
      const changed = await change(credential, (wall, _, now) => {
        replaced = wall.offer?.code
        return openOffer(wall, code, address, now)
      })
      if (replaced !== undefined && offerKey(replaced) !== offerKey(code)) await release(replaced, before.id)
      if (changed.wall.offer === null) await release(code, before.id)
      return publish(changed)
    },

    async withdraw(credential) {
      let withdrawn: string | undefined
      const changed = await change(credential, (wall) => {
        withdrawn = wall.offer?.code
        return wall.offer === null ? wall : { ...wall, offer: null }
      })
      await release(withdrawn, changed.wall.id)
      return publish(changed)
    },

    async pair(typed, as, name) {
      const code = readCode(typed)
      const id = code === null ? null : (await backend.read(offerKey(code))).text
      if (code === null || id === null) throw wrongCode()
      const { token, hash } = createToken(id)
      let attempt: Attempt | null = null
      const { now } = await backend.update(wallKey(id), (text, at) => {
        const before = readWall(text)
        attempt = before === null ? null : tryCode(before, code, at)
        if (attempt === null || attempt.wall === before) return undefined
        return keepWall(revise(attempt.result === 'paired' ? admit(attempt.wall, as, name, hash) : attempt.wall))
      })
      return settle(attempt, now)

      async function settle(tried: Attempt | null, at: number): Promise<Paired> {
        if (tried === null || code === null || id === null || tried.result === 'wrong') throw wrongCode()
        if (tried.result === 'locked') {
          const ms = lockedFor(tried.wall, at)
          // Whoever comes with this display's codes is told of the lock for as long as it holds.
          await claim(code, id, ms)
          throw locked(ms)
        }
        await release(code, id)
        if (as === 'remote') return { kind: 'remote', token }
        return { kind: 'screen', token, caseId: tried.wall.caseId, role: as }
      }
    },

    async pairOwn(screen, name) {
      const { wall } = await read(screen)
      const { token, hash } = createToken(wall.id)
      await change(screen, (before) => admit(before, 'remote', name, hash))
      return { kind: 'remote', token }
    },

    async forget(credential) {
      await change(credential, (wall, member) => removeMember(wall, member.id)).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      })
    },
  }
}
