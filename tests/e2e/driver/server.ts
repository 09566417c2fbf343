import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../free-port'

const START_TIMEOUT_MS = 30_000
const FILES_LOOKED_AT_MS = 1_200

interface ServerOptions {
  /** A copy of the data, which a test may damage. */
  ownData?: boolean
  /** A data folder that is the caller's own. */
  data?: string
  /** Where the build lies that is served. */
  folder?: string
  /** The Valkey or Redis server that this one shares with others. */
  valkey?: string
  /** What else the server is told by its environment. */
  environment?: Readonly<Record<string, string>>
  /** Starts the server of `npm run standalone`, with nothing but what is in its folder. */
  standalone?: boolean
  /** The path that the build is for. */
  path?: string
  /** What a shell does before it becomes the server, as `ulimit -n 256`. */
  shell?: string
  /** A state folder that is the caller's own. */
  state?: string
}

/** The production server on a port of its own, with walls and pairings of its own. */
export class Server {
  readonly origin: string
  readonly #port: number
  readonly data: string
  readonly #temporary: boolean
  readonly #folder: string
  readonly #valkey: string
  readonly #environment: Readonly<Record<string, string>>
  /** Kept over a restart, as on a machine. */
  readonly #state: string
  readonly #ownState: boolean
  readonly #shell: string
  readonly #path: string
  readonly #standalone: boolean
  #process: ChildProcess | null = null

  private constructor(port: number, data: string, temporary: boolean, options: ServerOptions) {
    this.#port = port
    this.origin = `http://localhost:${port}`
    this.data = data
    this.#temporary = temporary
    this.#standalone = options.standalone ?? false
    this.#folder = options.folder ?? (this.#standalone ? join(process.cwd(), '.next/standalone') : process.cwd())
    this.#valkey = options.valkey ?? ''
    this.#environment = options.environment ?? {}
    this.#shell = options.shell ?? ''
    this.#path = options.path ?? ''
    this.#ownState = options.state === undefined
    this.#state = options.state ?? mkdtempSync(join(tmpdir(), 'caseboard-state-'))
  }

  static async launch(options: ServerOptions = {}): Promise<Server> {
    const { ownData = false } = options
    const data = ownData ? mkdtempSync(join(tmpdir(), 'caseboard-')) : (options.data ?? join(process.cwd(), 'data'))
    // The tiles and their sources are the server's own, wherever its cases lie.
    if (ownData) cpSync('data', data, { recursive: true, filter: (file) => !/\.pmtiles$|basemap.sources/.test(file) })
    const server = new Server(await freePort(), data, ownData, options)
    await server.start()
    return server
  }

  async start(): Promise<void> {
    const environment = {
      ...process.env,
      CASEBOARD_DATA: this.data,
      CASEBOARD_STATE: this.#state,
      CASEBOARD_VALKEY: this.#valkey,
      PORT: String(this.#port),
      ...this.#environment,
    }
    const command = this.#standalone
      ? [process.execPath, 'server.js']
      : ['node_modules/.bin/next', 'start', '-p', String(this.#port)]
    const shell = ['sh', '-c', `${this.#shell}; exec "$@"`, 'sh', ...command]
    const [program = '', ...words] = this.#shell === '' ? command : shell
    this.#process = spawn(program, words, {
      cwd: this.#folder,
      env: environment,
      stdio: 'ignore',
    })
    const deadline = Date.now() + START_TIMEOUT_MS
    while (Date.now() < deadline) {
      const up = await fetch(`${this.origin}${this.#path}/healthz`).then(
        (response) => response.ok,
        () => false,
      )
      if (up) return
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    throw new Error('the server did not start')
  }

  /** Waits until the server has looked at its files again, which it does no more than once a second. */
  async seesFiles(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, FILES_LOOKED_AT_MS))
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name)
  }

  /** As a crash does. */
  async stop(): Promise<void> {
    const running = this.#process
    this.#process = null
    if (running === null || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    if (this.#ownState) rmSync(this.#state, { recursive: true, force: true })
    if (this.#temporary) rmSync(this.data, { recursive: true, force: true })
  }
}
