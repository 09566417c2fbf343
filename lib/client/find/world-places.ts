'use client'
import type { FoundWorldPlace, PlaceKind, PositionWords, WorldPlace } from '@/lib/gazetteer/place-entry'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { limits } from '@/lib/limits'
import type { LngLat } from '@/lib/schema/geometry'
import { addressBelow } from '@/lib/url/base-path'
import { useAnswer } from './use-answer'

const writePoint = ([lng, lat]: LngLat) => `${Number(lng.toFixed(5))},${Number(lat.toFixed(5))}`

export interface WorldPlaces {
  places: readonly FoundWorldPlace[]
  /** They are on their way. */
  isOut: boolean
}

const none: readonly FoundWorldPlace[] = []

/** The places of the world that a name may mean, the likeliest first, by how near they are to `near` too; none for an empty one. */
export function useWorldPlaces(typed: string, near: LngLat | null, language: string): WorldPlaces {
  const name = typed.trim()
  const isAsked = name !== '' && name.length <= limits.gazetteer.typedCharacters
  const query = new URLSearchParams({ q: name, lang: language, ...(near === null ? {} : { near: writePoint(near) }) })
  const { answer, isOut } = useAnswer<{ places: FoundWorldPlace[] }>(
    isAsked ? addressBelow(`/api/gazetteer?${query}`) : null,
  )
  return { places: answer?.places ?? none, isOut }
}

/** What is known of a position: the place whose point it is, country, part of it, nearest town, time zone. */
export function usePositionWords(at: LngLat | null, language: string): PositionWords | undefined {
  const query = at === null ? null : new URLSearchParams({ at: writePoint(at), lang: language })
  return useAnswer<PositionWords>(query === null ? null : addressBelow(`/api/gazetteer?${query}`)).answer
}

/** How far around its point a place is looked at that is no area, degrees of latitude. */
const reaches: Readonly<Record<PlaceKind, number>> = {
  city: 0.12,
  island: 0.4,
  land: 1.5,
  sea: 3,
  region: 0.8,
  country: 2,
}

/** What is looked at to see a place of the world. */
export function boundsAround({ bounds, at: [lng, lat], kind }: WorldPlace): Bounds {
  if (bounds !== undefined) return bounds
  const up = reaches[kind]
  const aside = up / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [lng - aside, Math.max(-85, lat - up), lng + aside, Math.min(85, lat + up)]
}
