import type { NamedSpot } from '@/lib/derive/place-names'
import { type BasemapFileName, readBasemapFile } from './basemap-files'

const kinds = {
  'country-names': 'country',
  cities: 'city',
  'sea-names': 'sea',
  'island-names': 'island',
} as const satisfies Partial<Record<BasemapFileName, NamedSpot['kind']>>

/** Area of each country that lies whole in the region of the map, km². */
async function readAreas(): Promise<Map<string, number>> {
  const { features } = await readBasemapFile('countries')
  return new Map(
    features.flatMap(({ properties }): [string, number][] =>
      typeof properties?.km2 === 'number' ? [[String(properties.name), properties.km2]] : [],
    ),
  )
}

async function readSpots(file: keyof typeof kinds, areas: ReadonlyMap<string, number>): Promise<NamedSpot[]> {
  const { features } = await readBasemapFile(file)
  return features.flatMap(({ geometry, properties }): NamedSpot[] => {
    const name = String(properties?.name)
    // A name in brackets says whose an exclave is; a second name of one country stands for near zooms.
    if (geometry.type !== 'Point' || name.startsWith('(') || properties?.at === 'near') return []
    const [lng = 0, lat = 0] = geometry.coordinates
    const km2 = kinds[file] === 'country' ? areas.get(name) : undefined
    return [{ name, kind: kinds[file], at: [lng, lat], ...(km2 === undefined ? {} : { areaKm2: km2 }) }]
  })
}

/** The basemap's names and where they stand: countries first, then cities, seas and islands. Throws where a file is missing. */
export async function readGazetteer(): Promise<NamedSpot[]> {
  const areas = await readAreas()
  const lists = await Promise.all(
    (['country-names', 'cities', 'sea-names', 'island-names'] as const).map((file) => readSpots(file, areas)),
  )
  return lists.flat()
}
