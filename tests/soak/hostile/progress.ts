import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

const FOLDER = 'tests/.output'
const KEPT_EVERY = 500

/** What a soak of many inputs has found so far, kept on the disk: ended early, the next run goes on from there. */
export class Progress<T extends { next: number }> {
  readonly #file: string
  readonly state: T

  constructor(name: string, schema: z.ZodType<T>, fresh: T) {
    this.#file = `${FOLDER}/${name}.json`
    this.state = existsSync(this.#file) ? schema.parse(JSON.parse(readFileSync(this.#file, 'utf8'))) : fresh
    if (this.state.next > 0) console.log(`  goes on with ${this.state.next}; without ${this.#file} it begins anew`)
  }

  /** To be called before each input. */
  begin(number: number): void {
    this.state.next = number
    if (number % KEPT_EVERY !== 0) return
    mkdirSync(FOLDER, { recursive: true })
    // Ended in the middle of it, the one before stays.
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.state))
    renameSync(`${this.#file}.new`, this.#file)
  }

  end(): void {
    rmSync(this.#file, { force: true })
  }
}
