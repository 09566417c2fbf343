import Papa from 'papaparse'
import { limits } from '@/lib/limits'

/** Rows of cells, each with why its quotation marks do not pair up, if they do not. */
export interface SplitRow {
  cells: readonly string[]
  isUnbalanced: boolean
}

/** Beyond so many marks that nothing closes, a file uses none to quote. */
const MOST_UNBALANCED = 50

interface Parsed {
  data: string[][]
  errors: readonly { code: string }[]
  meta: { cursor: number }
}

/**
 * Splits a text that comes in pieces into rows. A quotation mark that nothing closes costs its own line and not the rest
 * of the file. Line breaks of all systems do. Not for use after `finish`.
 */
export class DelimitedSplitter {
  readonly #separator: string
  #rest = ''
  #unbalanced = 0

  constructor(separator: string) {
    this.#separator = separator
  }

  /** The rows that are complete with this piece. */
  add(piece: string): SplitRow[] {
    // A break of two characters may be cut between them: the first waits for the next piece.
    const whole = this.#rest + piece
    const cut = whole.endsWith('\r') ? whole.length - 1 : whole.length
    const text = whole.slice(0, cut).replace(/\r\n?/g, '\n')
    return this.#split(text, whole.slice(cut), false)
  }

  /** The rows that are left at the end of the file. */
  finish(): SplitRow[] {
    return this.#split(this.#rest.replace(/\r/g, '\n'), '', true)
  }

  #parse(text: string, isLast: boolean): Parsed {
    const quoteChar = this.#unbalanced > MOST_UNBALANCED ? '\u0000' : '"'
    return new Papa.Parser({ delimiter: this.#separator, newline: '\n', quoteChar }).parse(text, 0, !isLast)
  }

  #split(start: string, kept: string, isEnd: boolean): SplitRow[] {
    const rows: SplitRow[] = []
    let text = start
    while (true) {
      const { data, meta } = this.#parse(text, false)
      for (const cells of data) rows.push({ cells, isUnbalanced: false })
      text = text.slice(meta.cursor)
      const isStuck = text.length > limits.import.rowCharacters
      if (!isEnd && !isStuck) break
      if (text === '') break
      if (!isStuck) {
        const last = this.#parse(text, true)
        if (last.errors.every(({ code }) => code !== 'MissingQuotes')) {
          for (const cells of last.data) rows.push({ cells, isUnbalanced: false })
          text = ''
          break
        }
      }
      const end = text.indexOf('\n')
      if (end < 0 && !isEnd) break
      const line = end < 0 ? text : text.slice(0, end)
      this.#unbalanced++
      rows.push({ cells: line.slice(0, limits.import.rowCharacters).split(this.#separator), isUnbalanced: true })
      text = end < 0 ? '' : text.slice(end + 1)
    }
    this.#rest = text + kept
    return rows
  }
}
