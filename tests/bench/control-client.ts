import { z } from 'zod'
import type { WallCommand } from '@/lib/wall/wall-state'

const offerSchema = z.object({ offer: z.object({ code: z.string() }) })

/** What a wall's own browser asks of the server, without a browser. */
export class ControlClient {
  readonly #origin: string
  readonly #caseId: string
  #cookie = ''

  constructor(origin: string, caseId: string) {
    this.#origin = origin
    this.#caseId = caseId
  }

  /** As it is sent with every request after registering. */
  get cookie(): string {
    return this.#cookie
  }

  get streamAddress(): string {
    return `${this.#origin}/control/stream?as=screen&case=${this.#caseId}`
  }

  async #post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', origin: this.#origin, cookie: this.#cookie }
    const answer = await fetch(`${this.#origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }

  /** Asks for what makes this client a member of a wall, and keeps its cookie. */
  async #enter(path: string, body: object): Promise<void> {
    const answer = await this.#post(path, body)
    this.#cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    await answer.arrayBuffer()
  }

  register(): Promise<void> {
    return this.#enter('/control/screens', { case: this.#caseId, role: 'mirror', name: 'Benchmark' })
  }

  /** One more display of this one's wall, paired by a code. */
  async join(name: string): Promise<ControlClient> {
    const answer: unknown = await (await this.#post(`/control/offers?case=${this.#caseId}`, {})).json()
    const joined = new ControlClient(this.#origin, this.#caseId)
    await joined.#enter('/control/pairings', { code: offerSchema.parse(answer).offer.code, as: 'mirror', name })
    return joined
  }

  async command(command: WallCommand): Promise<void> {
    await (await this.#post(`/control/commands?as=screen&case=${this.#caseId}`, command)).arrayBuffer()
  }
}
