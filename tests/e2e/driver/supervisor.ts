import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Of a systemd unit, what decides how its process is started and started again. */
export interface Unit {
  command: string[]
  environment: Record<string, string>
  restart: string
  restartSec: number
  startLimitIntervalSec: string
  /** All words that a key is given; none for a key that is not there. */
  words(key: string): string[]
}

/** Words as systemd parts them: by spaces, with double quotation marks around what holds together. */
function parts(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

/** Reads a unit as systemd would: `${NAME}` is one word, `$NAME` as many as its value has. */
export function readUnit(file: string, settings: Record<string, string>): Unit {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  const last = (key: string) => lines.findLast(([name]) => name === key)?.[1] ?? ''
  const own = lines.filter(([name]) => name === 'Environment').flatMap(([, value]) => parts(value))
  const environment = {
    ...Object.fromEntries(own.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])),
    ...settings,
  }
  const command = parts(last('ExecStart')).flatMap((word) => {
    const whole = /^\$(\w+)$/.exec(word)?.[1]
    if (whole !== undefined) return parts(environment[whole] ?? '')
    return [word.replace(/\$\{(\w+)\}/g, (_, name: string) => environment[name] ?? '')]
  })
  return {
    command,
    environment,
    restart: last('Restart'),
    restartSec: Number(last('RestartSec')),
    startLimitIntervalSec: last('StartLimitIntervalSec'),
    words: (key) => lines.filter(([name]) => name === key).flatMap(([, value]) => parts(value)),
  }
}

/** Does for a test what systemd does with a unit: starts it, and starts it again whenever it ends. */
export class Supervisor {
  readonly #unit: Unit
  #process: ChildProcess | null = null
  #timer: NodeJS.Timeout | null = null
  #stopped = false
  /** What the unit's processes have said. */
  log = ''
  starts = 0

  constructor(file: string, settings: Record<string, string>) {
    this.#unit = readUnit(file, settings)
    if (this.#unit.restart !== 'always') throw new Error(`${file} is not restarted always`)
    this.#start()
  }

  /** Of the process that the unit's command started; it leads a group of its own. */
  get pid(): number {
    const pid = this.#process?.pid
    if (pid === undefined) throw new Error('the unit is not running')
    return pid
  }

  #start(): void {
    const { command, environment, restartSec } = this.#unit
    const [file = '', ...words] = command
    this.starts += 1
    const started = spawn(file, words, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    this.#process = started
    started.stderr.on('data', (text: Buffer) => {
      this.log += text.toString('utf8')
    })
    started.once('exit', () => {
      this.#endGroup(started)
      this.#process = null
      if (!this.#stopped) this.#timer = setTimeout(() => this.#start(), restartSec * 1000)
    })
  }

  /** As systemd does with what is left of a unit's processes. */
  #endGroup({ pid }: ChildProcess): void {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    } catch {
      // None was left.
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    const running = this.#process
    if (running === null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGTERM')
    await ended
  }
}
