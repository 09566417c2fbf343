import { limits } from '@/lib/limits'

/** Goes over the positions of nested coordinates without recursion into what could be deep. */
export function eachPosition(value: unknown, visit: (lng: number, lat: number) => void): number {
  const left: unknown[] = [value]
  let count = 0
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (!Array.isArray(next)) continue
    if (typeof next[0] === 'number') {
      visit(Number(next[0]), Number(next[1]))
      count++
    } else for (const each of next) left.push(each)
  }
  return count
}

/** Room that the files of layers have: bytes, JSON tokens and rows. */
export class CaseRoom {
  readonly #bytes = new Map<string, number>()
  #tokens = new Map<string, number>()
  readonly #full = new Set<string>()
  #rows = 0

  /** Whether a row of this kind found no room: those after it need not be written out to be counted. */
  isFull(kind: string): boolean {
    return this.#full.has(kind)
  }

  take(kind: string, text: string, positions: number): boolean {
    const bytes = (this.#bytes.get(kind) ?? 1000) + text.length * 1.02 + countWide(text)
    const tokens = (this.#tokens.get(kind) ?? 1000) + positions * 6 + (text.match(/[:,{}]/g)?.length ?? 0) * 2
    const { fileBytes, tokens: mostTokens, records } = limits.case
    if (bytes > fileBytes || tokens > mostTokens || this.#rows >= records) {
      this.#full.add(kind)
      return false
    }
    this.#bytes.set(kind, bytes)
    this.#tokens.set(kind, tokens)
    this.#rows++
    return true
  }
}

/** Bytes that letters beyond ASCII take beside one each. */
function countWide(text: string): number {
  let wide = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 0x7f) wide += code > 0x7ff ? 2 : 1
  }
  return wide
}
