import { useState } from 'react'
import type { LngLat } from '@/lib/schema/geometry'

interface Coast {
  point: LngLat
  distanceKm: number
  country: string | null
}

type Answer = { at: LngLat; coast: Coast } | 'failed' | null

const TIMEOUT_MS = 10_000

/** Asks for the coast that is nearest to a position; `answer` is the last one. */
export function useCoast(onFound: (from: LngLat, coast: LngLat) => void) {
  const [answer, setAnswer] = useState<Answer>(null)
  const ask = async (at: LngLat) => {
    try {
      const response = await fetch(`/api/coast?at=${at.map((degrees) => degrees.toFixed(6)).join()}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      if (!response.ok) throw new Error(String(response.status))
      const coast: Coast = await response.json()
      setAnswer({ at, coast })
      onFound(at, coast.point)
    } catch {
      setAnswer('failed')
    }
  }
  return { answer, ask: (at: LngLat) => void ask(at) }
}
