import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port'
import { type EngineName, findEngine, findMiniBrowser } from './install'
import { openMarionette, openWebDriver, type RemoteEnd } from './remote-ends'

const START_TIMEOUT_MS = 60_000
const SCREEN = { width: 1440, height: 900 } as const

/** A screen that nobody sees; answers its name once it can be drawn on. */
async function startScreen(): Promise<{ process: ChildProcess; name: string }> {
  const program = findEngine('screen') ?? 'Xvfb'
  const size = `${SCREEN.width}x${SCREEN.height}x24`
  const words = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp']
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const said = child.stdio[3]
  if (said === null || said === undefined) throw new Error('the screen says nothing')
  const [number]: unknown[] = await once(said, 'data')
  return { process: child, name: `:${String(number).trim()}` }
}

async function retry<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
}

/** Nothing is fetched in the background, and nothing is asked of who starts it. */
function firefoxPreferences(port: number, webGl: boolean): string {
  const preferences = {
    'marionette.port': port,
    'webgl.force-enabled': webGl,
    'webgl.disabled': !webGl,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'ui.prefersReducedMotion': 1,
  }
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n')
}

interface EngineOptions {
  /** False for a browser without WebGL; Firefox alone can be told so. */
  webGl?: boolean
}

/** A browser of another engine, on a screen of its own. */
export class Engine {
  readonly #remote: RemoteEnd
  readonly #processes: readonly ChildProcess[]
  readonly #folder: string

  private constructor(remote: RemoteEnd, processes: readonly ChildProcess[], folder: string) {
    this.#remote = remote
    this.#processes = processes
    this.#folder = folder
  }

  static async launch(name: EngineName, { webGl = true }: EngineOptions = {}): Promise<Engine> {
    const folder = mkdtempSync(join(tmpdir(), 'caseboard-engine-'))
    const [screen, port] = [await startScreen(), await freePort()]
    const environment = { ...process.env, DISPLAY: screen.name, LIBGL_ALWAYS_SOFTWARE: '1', HOME: folder }
    if (name === 'Firefox') writeFileSync(join(folder, 'user.js'), firefoxPreferences(port, webGl))
    const words = name === 'Firefox' ? ['--marionette', '--no-remote', '--profile', folder] : [`--port=${port}`]
    // As a group, so that what it starts ends with it.
    const child = spawn(findEngine(name) ?? name, words, { env: environment, stdio: 'ignore', detached: true })
    const processes = [child, screen.process]
    try {
      const remote = await retry(() => (name === 'Firefox' ? openMarionette(port) : openMiniBrowser(port)))
      return new Engine(remote, processes, folder)
    } catch (error) {
      await endAll(processes, folder)
      throw error
    }
  }

  async open(address: string): Promise<void> {
    await this.#remote.send('url', { url: address })
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#remote.send('window/rect', { x: 0, y: 0, width, height })
  }

  /** What a function's body answers in the page. */
  run(body: string, ...words: unknown[]): Promise<unknown> {
    return this.#remote.send('execute/sync', { script: body, args: words })
  }

  async click(x: number, y: number): Promise<void> {
    const at = { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) }
    const actions = [at, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }
    await this.#remote.send('actions', { actions: [pointer] })
  }

  /** Presses keys one after another; those of `held` are down meanwhile. */
  async press(keys: readonly string[], held: readonly string[] = []): Promise<void> {
    const down = (value: string) => ({ type: 'keyDown', value })
    const up = (value: string) => ({ type: 'keyUp', value })
    const actions = [...held.map(down), ...keys.flatMap((key) => [down(key), up(key)]), ...held.map(up)]
    await this.#remote.send('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(String(await this.#remote.send('screenshot')), 'base64')
  }

  /** What it would print, as PDF. */
  async print(): Promise<Buffer> {
    return Buffer.from(String(await this.#remote.send('print', { background: true })), 'base64')
  }

  async close(): Promise<void> {
    await endAll(this.#processes, this.#folder)
  }
}

function openMiniBrowser(port: number): Promise<RemoteEnd> {
  const browser = { binary: findMiniBrowser(), args: ['--automation'] }
  return openWebDriver(`http://127.0.0.1:${port}`, { 'webkitgtk:browserOptions': browser })
}

async function endAll(processes: readonly ChildProcess[], folder: string): Promise<void> {
  for (const child of processes) {
    if (child.pid === undefined || child.exitCode !== null) continue
    const ended = once(child, 'exit')
    // The screen is no group of its own.
    child.kill('SIGTERM')
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {}
    await ended
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
