import { toId } from '@/lib/schema/plain-values'
import type { Doubt } from './attribute'

/** Ids of one kind of record, none given twice. */
export function createIds() {
  const given = new Set<string>()
  // Of rows that are all called the same, each goes on from the last.
  const last = new Map<string, number>()
  return (words: string, otherwise: string): string => {
    const wish = toId(words).slice(0, 48).replace(/-+$/, '') || otherwise
    let id = wish
    let nth = last.get(wish) ?? 1
    while (given.has(id)) id = `${wish}-${++nth}`
    last.set(wish, nth)
    given.add(id)
    return id
  }
}

/** At most so many characters, cut between words. */
export function clip(words: string, most: number): string {
  if (words.length <= most) return words
  const cut = words.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`
}

/** What a proposal's note says: how sure it is, and why. */
export function noteOf(sure: Doubt['sure'], because: string): string {
  const words = { high: 'Drafted, rather sure', medium: 'Drafted, to be checked', low: 'Drafted, doubtful' }[sure]
  return `${words}: ${because}.`
}
