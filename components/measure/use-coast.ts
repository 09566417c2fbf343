import { useState } from 'react'
import { fetchJson } from '@/lib/client/fetch-json'
import type { LngLat } from '@/lib/schema/geometry'

interface Coast {
  point: LngLat
  distanceKm: number
  country: string | null
}

type Answer = { at: LngLat; coast: Coast } | 'failed' | null

/** Asks for the coast that is nearest to a position; `answer` is the last one. */
export function useCoast(onFound: (from: LngLat, coast: LngLat) => void) {
  const [answer, setAnswer] = useState<Answer>(null)
  const ask = async (at: LngLat) => {
    try {
      const coast = await fetchJson<Coast>(`/api/coast?at=${at.map((degrees) => degrees.toFixed(6)).join()}`)
      setAnswer({ at, coast })
      onFound(at, coast.point)
    } catch {
      setAnswer('failed')
    }
  }
  return { answer, ask: (at: LngLat) => void ask(at) }
}
