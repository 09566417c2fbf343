import { once } from '@/lib/derive/once'
import type { NamedSpot } from '@/lib/derive/place-names'
import { type BasemapFileName, readBasemapFile } from './basemap-files'

const kinds = {
  'country-names': 'country',
  cities: 'city',
  'sea-names': 'sea',
  'island-names': 'island',
} as const satisfies Partial<Record<BasemapFileName, NamedSpot['kind']>>

/** Last rank that is named here: the page gets these names as one list, and is not to wait for villages. */
const lastRanks: Partial<Record<BasemapFileName, number>> = { cities: 4, 'island-names': 3 }

/** Cities chosen by hand have an order of precedence below this, and are all named. */
const OWN_ORDERS = 1000

async function readSpots(file: keyof typeof kinds): Promise<NamedSpot[]> {
  const { features } = await readBasemapFile(file)
  const lastRank = lastRanks[file] ?? Number.POSITIVE_INFINITY
  return features.flatMap(({ geometry, properties }): NamedSpot[] => {
    const name = String(properties?.name)
    // A name in brackets says whose an exclave is; a second name of one country stands for near zooms.
    if (geometry.type !== 'Point' || name.startsWith('(') || properties?.at === 'near') return []
    if (properties?.rank > lastRank && !(properties?.order < OWN_ORDERS)) return []
    const [lng = 0, lat = 0] = geometry.coordinates
    const km2: unknown = properties?.km2
    return [{ name, kind: kinds[file], at: [lng, lat], ...(typeof km2 === 'number' ? { areaKm2: km2 } : {}) }]
  })
}

/**
 * The basemap's names and where they stand: countries first, then cities, seas and islands. Read once. Throws where a file
 * is missing.
 */
export const readGazetteer = once(async (): Promise<NamedSpot[]> => {
  const lists = await Promise.all(
    (['country-names', 'cities', 'sea-names', 'island-names'] as const).map((file) => readSpots(file)),
  )
  return lists.flat()
})
