import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import timeZoneAt from '@photostructure/tz-lookup'
import { once } from '@/lib/derive/once'
import { Gazetteer } from '@/lib/gazetteer/gazetteer'
import type { FoundWorldPlace, GazetteerPlace, PositionWords, WorldPlace } from '@/lib/gazetteer/place-entry'
import type { LngLat } from '@/lib/schema/geometry'
import { ownValue } from '@/lib/schema/plain-values'
import { basemapPath } from './basemap-files'
import { countryAt } from './country-at'
import { readAreas } from './units'

const unpack = promisify(gunzip)

/** The gazetteer as it is kept and sent: bytes of `packGazetteer`, compressed. Throws where the file is missing. */
export const readGazetteerFile = once(() => readFile(basemapPath('gazetteer.gz')))

/** Changes when the gazetteer does. */
export const gazetteerVersion = once(async () =>
  createHash('sha256')
    .update(await readGazetteerFile())
    .digest('hex')
    .slice(0, 12),
)

/** The places of the world by name, made by `npm run basemap`. Read once; throws where the file is missing or is another. */
export const readGazetteer = once(async () => new Gazetteer(await unpack(await readGazetteerFile())))

/** A place in the reader's language, where the gazetteer has it. */
function translate(gazetteer: Gazetteer, { names, ...place }: GazetteerPlace, language: string): WorldPlace {
  const name = ownValue(names ?? {}, language) ?? place.name
  const country = place.countryCode === undefined ? undefined : gazetteer.countryName(place.countryCode, language)
  return { ...place, name, englishName: place.name, ...(country === undefined ? {} : { country }) }
}

/** The places that what was typed may mean, the likeliest first: by name, by how well known they are, by how near to `near`. */
export async function findPlaces(
  typed: string,
  near: LngLat | undefined,
  language: string,
  limit: number,
): Promise<FoundWorldPlace[]> {
  const gazetteer = await readGazetteer()
  const code = near === undefined ? undefined : gazetteer.nearest(near)?.place.countryCode
  const context = { near, countries: new Set(code === undefined ? [] : [code]) }
  return gazetteer
    .search(typed, context, limit)
    .map(({ place, fit }) => ({ ...translate(gazetteer, place, language), fit }))
}

/** The country, its part, the nearest town and the time zone of a position. */
export async function describePosition(at: LngLat, language = 'en'): Promise<PositionWords> {
  const [gazetteer, areas, country] = await Promise.all([readGazetteer(), readAreas(), countryAt(at)])
  const area = areas.at(at)
  const [nearest, here] = [gazetteer.nearest(at), gazetteer.standingAt(at)]
  return {
    place: here === null ? null : translate(gazetteer, here, language),
    country:
      country === null ? null : (gazetteer.countryName(gazetteer.countryCode(country) ?? '', language) ?? country),
    region: area === null ? null : { id: area.id, ...(area.name === undefined ? {} : { name: area.name }) },
    nearest: nearest === null ? null : { ...nearest, place: translate(gazetteer, nearest.place, language) },
    timeZone: timeZoneAt(at[1], at[0]),
  }
}
