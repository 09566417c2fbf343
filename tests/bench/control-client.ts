import type { WallCommand } from '@/lib/wall/wall-command'

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

  async register(): Promise<void> {
    const answer = await this.#post('/control/screens', { case: this.#caseId, role: 'mirror', name: 'Benchmark' })
    this.#cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    await answer.arrayBuffer()
  }

  async command(command: WallCommand): Promise<void> {
    await (await this.#post(`/control/commands?as=screen&case=${this.#caseId}`, command)).arrayBuffer()
  }
}
