import { readFileSync } from 'node:fs'
import { limits } from '@/lib/limits'
import { Refusal } from './refusal'

export interface SlotLimits {
  perMember: number
  perAddress: number
  total: number
}

/** Files that this process may open; infinite where the system does not say. */
export function mostFiles(): number {
  try {
    const soft = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** What is written down of a kind of stream. */
export interface StreamLimits {
  streams: number
  streamsPerAddress: number
  streamsPerMember: number
  streamsShareOfFiles: number
}

/** The limits of this process: as written down, and less where it may open few files. */
export function slotLimits(written: StreamLimits = limits.control, files: number = mostFiles()): SlotLimits {
  const { streams, streamsPerAddress, streamsPerMember, streamsShareOfFiles } = written
  const total = Math.floor(Math.min(streams, files * streamsShareOfFiles))
  // So that no address takes all.
  const perAddress = Math.min(streamsPerAddress, Math.floor(total * 0.75))
  return { total, perAddress, perMember: Math.min(streamsPerMember, perAddress) }
}

/** Counts open streams by whose they are and where they come from. */
export interface StreamSlots {
  /** Takes a place, and answers what gives it back. Throws a Refusal where there is none. */
  take(member: string, address: string): () => void
}

const RETRY_MS = 5000

function tooMany(status: 429 | 503, whose: string): Refusal {
  return new Refusal(status, 'Too many streams', `${whose} Close one, or ask again in a moment.`, RETRY_MS)
}

export function createStreamSlots({ perMember, perAddress, total }: SlotLimits): StreamSlots {
  const counts = new Map<string, number>()
  let all = 0
  const count = (key: string) => counts.get(key) ?? 0
  const change = (key: string, by: number) => {
    const next = count(key) + by
    if (next > 0) counts.set(key, next)
    else counts.delete(key)
  }
  return {
    take(member, address) {
      const keys = [`member ${member}`, `address ${address}`] as const
      if (count(keys[0]) >= perMember) throw tooMany(429, 'This display or remote has as many open as it may.')
      if (count(keys[1]) >= perAddress) throw tooMany(429, 'Your network has as many open as it may.')
      if (all >= total) throw tooMany(503, 'The server has as many open as it can.')
      for (const key of keys) change(key, 1)
      all++
      let held = true
      return () => {
        if (!held) return
        held = false
        for (const key of keys) change(key, -1)
        all--
      }
    },
  }
}
