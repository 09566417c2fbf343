import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '../../chromium'
import { familyOf } from './processes'
import { Supervisor } from './supervisor'

const UNIT = 'lib/kiosk/caseboard-kiosk.service'

/** A display as the project's unit runs it, but without a display. */
export class Kiosk {
  readonly #state = mkdtempSync(join(tmpdir(), 'caseboard-kiosk-'))
  readonly #supervisor: Supervisor

  constructor(wall: string) {
    this.#supervisor = new Supervisor(UNIT, {
      CASEBOARD_COMPOSITOR: '',
      CASEBOARD_WALL: wall,
      CASEBOARD_CHROMIUM: findChromium() ?? chromium.executablePath(),
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

  /** Ends all processes of a kind at once, as the kernel does when memory has run out. */
  kill(kind: 'renderer' | 'gpu-process' | 'browser'): void {
    const family = familyOf(this.#supervisor.pid).filter(({ command }) => command.includes('--user-data-dir='))
    const killed = family.filter(({ command }) =>
      kind === 'browser' ? !command.includes('--type=') : command.includes(`--type=${kind}`),
    )
    if (killed.length === 0) throw new Error(`the kiosk has no ${kind}`)
    for (const { pid } of killed) process.kill(pid, 'SIGKILL')
  }

  async close(): Promise<void> {
    await this.#supervisor.stop()
    rmSync(this.#state, { recursive: true, force: true, maxRetries: 5 })
  }
}
