import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Server } from '../../e2e/driver/server'
import { atMost, type Finding, told } from '../finding'
import { wait } from '../wall-page'

/** Those who attack open as many connections as they like; the honest have their own, and wait for none of theirs. */
const agents = { attacker: new Agent({ keepAlive: true }), honest: new Agent({ keepAlive: true }) }
const toldSchema = z.object({
  ...{ rss: z.number(), heapUsed: z.number(), external: z.number() },
  ...{ busyMs: z.number(), waitedMs: z.number() },
})
const MEMORY_LIMIT_MS = 20_000
/** What was answered last is still being put away. */
const REST_MS = 3_000
const MEMORY_BACK = 1.1
/** With a core to itself it then answers within the time that a wall waits. */
const BUSY_LIMIT_MS = 200

interface Ask {
  method?: string
  body?: unknown
  cookie?: string
  /** Whom the proxy names; each is somebody else. */
  from?: string
  as?: keyof typeof agents
}

export interface Answer {
  status: number
  cookie: string
  text: string
}

/**
 * Asks as somebody; without a browser, so fast. The honest ask once more, as browsers do, where the server has closed a
 * connection that had rested since their last request.
 */
export function ask(origin: string, path: string, asked: Ask = {}): Promise<Answer> {
  const { method = 'GET', body, cookie = '', from = '', as = 'attacker' } = asked
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    origin,
    cookie,
    'x-forwarded-for': from,
    ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  }
  return new Promise<Answer>((done, fail) => {
    const sent = request(origin + path, { agent: agents[as], method, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', fail)
      answer.on('end', () => {
        const cookies = (answer.headers['set-cookie'] ?? []).map((each) => each.split(';')[0] ?? '')
        done({ status: answer.statusCode ?? 0, cookie: cookies.join('; '), text: Buffer.concat(pieces).toString() })
      })
    })
    sent.on('error', (error) => {
      const isClosed = sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      if (isClosed && as === 'honest') ask(origin, path, asked).then(done, fail)
      else fail(error)
    })
    sent.end(text)
  })
}

/** Those who attack leave; what they still ask is cut off. */
export function attackersLeave(): void {
  agents.attacker.destroy()
}

/** Does `work` for each number below `count`, so many at once. */
export async function inParallel(count: number, atOnce: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

/** A server behind a proxy that names whoever asks, and what it needs for itself. */
export class HostileServer {
  readonly server: Server
  readonly #folder: string

  private constructor(server: Server, folder: string) {
    this.server = server
    this.#folder = folder
  }

  static async launch(environment: Record<string, string> = {}, shell?: string): Promise<HostileServer> {
    const folder = mkdtempSync(join(tmpdir(), 'caseboard-soak-'))
    const told = {
      CASEBOARD_PROXIES: '1',
      CASEBOARD_SOAK_MEMORY: join(folder, 'memory.json'),
      NODE_OPTIONS: `--import ${resolve('tests/soak/hostile/tell-server.mjs')}`,
      ...environment,
    }
    const server = await Server.launch({ environment: told, ...(shell !== undefined && { shell }) })
    return new HostileServer(server, folder)
  }

  get origin(): string {
    return this.server.origin
  }

  /**
   * What the server still needs once it has collected the rest, and what the system has given it, MB; and since it was
   * asked last the longest that the thread which answers was busy in one go, and that it waited for a core, ms.
   */
  async tell(): Promise<{ usedMb: number; residentMb: number; busyMs: number; waitedMs: number }> {
    await wait(REST_MS)
    const file = join(this.#folder, 'memory.json')
    rmSync(file, { force: true })
    this.server.signal('SIGUSR2')
    const until = performance.now() + MEMORY_LIMIT_MS
    while (!existsSync(file) && performance.now() < until) await wait(100)
    await wait(100)
    const { rss, heapUsed, external, busyMs, waitedMs } = toldSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { usedMb: (heapUsed + external) / 1e6, residentMb: rss / 1e6, busyMs, waitedMs }
  }

  /** How busy the server was in an attack, and its memory after it against that before. */
  async sinceBefore(before: { usedMb: number }): Promise<Finding[]> {
    const after = await this.tell()
    return [
      atMost('longest that the thread which answers was busy in one go', after.busyMs, BUSY_LIMIT_MS, 'ms'),
      told('longest that it waited for a core meanwhile', after.waitedMs, 'ms'),
      atMost('memory in use afterwards, of that before', after.usedMb / before.usedMb, MEMORY_BACK, '×', 2),
      told('memory in use afterwards', after.usedMb, 'MB'),
      told('memory that the system has given the server', after.residentMb, 'MB'),
    ]
  }

  async metric(name: string): Promise<number> {
    const { text } = await ask(this.origin, '/metrics')
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN)
  }

  async close(): Promise<void> {
    await this.server.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
