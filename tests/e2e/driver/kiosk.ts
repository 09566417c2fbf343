import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { chromiumArguments, findWholeChromium } from '../../chromium'
import { familyOf } from './processes'
import { Supervisor } from './supervisor'

const UNIT = 'lib/kiosk/caseboard-kiosk.service'

type Kind = 'renderer' | 'gpu-process' | 'browser'

/** A display as the project's unit runs it, but without a display. */
export class Kiosk {
  readonly #state = mkdtempSync(join(tmpdir(), 'caseboard-kiosk-'))
  readonly #supervisor: Supervisor
  readonly #killed = new Set<number>()

  constructor(wall: string) {
    this.#supervisor = new Supervisor(UNIT, {
      CASEBOARD_COMPOSITOR: '',
      CASEBOARD_WALL: wall,
      CASEBOARD_CHROMIUM: findWholeChromium() ?? chromium.executablePath(),
      CASEBOARD_KIOSK_FLAGS: chromiumArguments.join(' '),
      STATE_DIRECTORY: this.#state,
    })
  }

  /** How many times the unit has been started. */
  get starts(): number {
    return this.#supervisor.starts
  }

  /** What the kiosk has said of why it ended. */
  get log(): string {
    return this.#supervisor.log
  }

  /** Processes of a kind that run now. */
  #running(kind: Kind): number[] {
    const family = familyOf(this.#supervisor.pid).filter(({ command }) => command.includes('--user-data-dir='))
    return (
      family
        .filter(({ command }) =>
          kind === 'browser' ? !command.includes('--type=') : command.includes(`--type=${kind}`),
        )
        .map(({ pid }) => pid)
        // The kernel takes a moment.
        .filter((pid) => !this.#killed.has(pid))
    )
  }

  /** Waits until there is one of a kind. */
  async has(kind: Kind): Promise<void> {
    await expect.poll(() => this.#running(kind).length, { timeout: 30_000, intervals: [100] }).toBeGreaterThan(0)
  }

  /** Ends all processes of a kind at once, as the kernel does when memory has run out. */
  kill(kind: Kind): void {
    const killed = this.#running(kind)
    if (killed.length === 0) throw new Error(`the kiosk has no ${kind}`)
    for (const pid of killed) {
      this.#killed.add(pid)
      process.kill(pid, 'SIGKILL')
    }
  }

  async close(): Promise<void> {
    await this.#supervisor.stop()
    rmSync(this.#state, { recursive: true, force: true, maxRetries: 5 })
  }
}
