import { type ClientRequest, get } from 'node:http'
import { z } from 'zod'
import { CASE } from '../wall-page'
import { ask } from './hostile-server'

const HONEST = '198.51.100.7'
const offerSchema = z.object({ offer: z.object({ code: z.string() }) })
const SEEN_LIMIT_MS = 20_000
const FOLLOW_AGAIN_MS = 500

/** A wall with a phone that somebody uses while the server is attacked; from an address of their own. */
export class HonestWall {
  readonly #origin: string
  readonly #screen: string
  readonly #remote: string
  readonly #end: () => void
  #seen = ''
  #at = 0

  private constructor(origin: string, screen: string, remote: string) {
    this.#origin = origin
    this.#screen = screen
    this.#remote = remote
    const address = `${origin}/control/stream?as=screen&case=${CASE}`
    let stream: ClientRequest | null = null
    let isOver = false
    const follow = () => {
      if (isOver) return
      stream = get(address, { headers: { cookie: screen, 'x-forwarded-for': HONEST } }, (answer) => {
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          this.#seen = (this.#seen + piece).slice(-20_000)
        })
        answer.on('error', () => undefined)
      })
      stream.on('error', () => undefined)
      // A display asks anew where its stream ends or could not be had.
      stream.on('close', () => setTimeout(follow, FOLLOW_AGAIN_MS))
    }
    follow()
    this.#end = () => {
      isOver = true
      stream?.destroy()
    }
  }

  static async open(origin: string): Promise<HonestWall> {
    const post = { method: 'POST', from: HONEST, as: 'honest' as const }
    const begun = await ask(origin, '/control/screens', { ...post, body: { case: CASE, role: 'mirror' } })
    const { cookie: screen } = begun
    const remote = await HonestWall.#pair(origin, screen)
    if (remote === null) throw new Error('the honest phone could not be paired')
    return new HonestWall(origin, screen, remote)
  }

  static async #pair(origin: string, screen: string): Promise<string | null> {
    const post = { method: 'POST', from: HONEST, as: 'honest' as const }
    const offered = await ask(origin, `/control/offers?case=${CASE}`, { ...post, body: {}, cookie: screen })
    if (offered.status !== 200) return null
    const { code } = offerSchema.parse(JSON.parse(offered.text)).offer
    const paired = await ask(origin, '/control/pairings', { ...post, body: { code, as: 'remote', name: 'Phone' } })
    return paired.status === 200 ? paired.cookie : null
  }

  /** Whether a new phone can be paired by the code on the display. */
  async canPair(): Promise<boolean> {
    return (await HonestWall.#pair(this.#origin, this.#screen)) !== null
  }

  /** From a command of the phone until the display has it, ms; Infinity where it is refused, cut off or never comes. */
  async steer(): Promise<number> {
    const x = ++this.#at / 100_000
    const from = performance.now()
    const answered = await ask(this.#origin, '/control/commands?as=remote', {
      method: 'POST',
      from: HONEST,
      as: 'honest',
      cookie: this.#remote,
      body: { kind: 'point', at: { x, y: 0.5 } },
    }).catch(() => null)
    if (answered?.status !== 200) return Number.POSITIVE_INFINITY
    while (!this.#seen.includes(`"spot":{"x":${x},`)) {
      if (performance.now() - from > SEEN_LIMIT_MS) return Number.POSITIVE_INFINITY
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return performance.now() - from
  }

  /** Whether the phone is still known to a server that was started anew, which the display has not joined again. */
  async steerAgain(): Promise<boolean> {
    const body = { kind: 'point', at: { x: 0.5, y: 0.5 } }
    const post = { method: 'POST', from: HONEST, as: 'honest' as const, cookie: this.#remote, body }
    return (await ask(this.#origin, '/control/commands?as=remote', post)).status === 200
  }

  close(): void {
    this.#end()
  }
}

/** Steers every so often until it is ended; answers how long each took. */
export function steerOn(wall: HonestWall, everyMs = 250): () => Promise<number[]> {
  const times: number[] = []
  let going = true
  const steering = (async () => {
    while (going) {
      times.push(await wall.steer())
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  })()
  return async () => {
    going = false
    await steering
    return times
  }
}
