import { useEffect, useEffectEvent, useState } from 'react'
import type { WallBoard } from '@/lib/client/wall-context'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'

/** A phone sleeps for a while in the hand of someone who speaks; who stays away for longer has left, ms. */
const LEFT_AFTER_MS = 300_000
/** Until an offer that was not made is asked for again, ms. */
const ASK_AGAIN_MS = 5_000

/**
 * When a display shows a code by itself: while no remote is paired, and again once those that are paired have left. The
 * server says something every ten seconds, so it needs no timer.
 */
export class OfferKeeper {
  /** How many remotes were paired at the last look. */
  #paired = 0
  /** Since when none of them is connected. */
  #nobodySince: number | null = null
  #askedAt: number | null = null
  /** Whether the code on the display is one that was asked for here. */
  #own = false

  /** What to do about what was heard at `now`, ms: true to ask for a code, false to take it away, null for nothing. */
  hear({ remotes, offer }: WallSnapshot, now: number): boolean | null {
    const connected = remotes.some((remote) => remote.connected)
    const joined = remotes.length > this.#paired
    this.#paired = remotes.length
    if (connected || remotes.length === 0) this.#nobodySince = null
    // Whoever has just used the code is about to connect.
    else if (joined) this.#nobodySince = now
    else this.#nobodySince ??= now
    if (connected) return this.#end(offer)
    const left = this.#nobodySince !== null && now - this.#nobodySince >= LEFT_AFTER_MS
    return offer === null && (left || remotes.length === 0) ? this.#ask(now) : null
  }

  /** A remote that is back needs no code, and the card would stand before what it steers. */
  #end(offer: WallSnapshot['offer']): false | null {
    const own = this.#own
    this.#own = false
    this.#askedAt = null
    return own && offer?.kind === 'open' ? false : null
  }

  #ask(now: number): true | null {
    if (this.#askedAt !== null && now - this.#askedAt < ASK_AGAIN_MS) return null
    this.#askedAt = now
    this.#own = true
    return true
  }
}

/**
 * A display whose address asks for it shows a code as long as nothing is connected: without keyboard or touch there is
 * no other way in.
 */
export function useKeepOffering({ view, snapshot, offerPairing }: WallBoard): void {
  const [keeper] = useState(() => new OfferKeeper())
  const keep = useEffectEvent((on: boolean) => offerPairing(on))
  useEffect(() => {
    if (!view.offersPairing || snapshot === null) return
    const wanted = keeper.hear(snapshot, performance.now())
    if (wanted !== null) keep(wanted)
  }, [view.offersPairing, snapshot, keeper])
}
