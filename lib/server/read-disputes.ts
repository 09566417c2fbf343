import { readFile } from 'node:fs/promises'
import { bbox, featureCollection } from '@turf/turf'
import { once } from '@/lib/derive/once'
import { type Dispute, disputesSchema } from '@/lib/schema/dispute'
import { basemapPath, readBasemapFile } from './basemap-files'

/**
 * The disputed lines and areas of the basemap in the order of `basemap/disputes.json`, read once. Throws where that
 * or the geometry cannot be read; a failed read is tried again at the next call.
 */
export const readDisputes = once(async (): Promise<Dispute[]> => {
  const json: unknown = JSON.parse(await readFile(basemapPath('disputes.json'), 'utf8'))
  const { sources, disputes } = disputesSchema.parse(json)
  const files = await Promise.all([readBasemapFile('borders'), readBasemapFile('disputed-areas')])
  const drawn = files.flatMap(({ features }) => features)
  return disputes.flatMap(({ sources: keys, lines: _lines, areas: _areas, ...dispute }) => {
    const features = drawn.filter(({ properties }) => properties?.dispute === dispute.id)
    // What is not on the map is not told of: there is nothing to move to.
    if (features.length === 0) return []
    const [west, south, east, north] = bbox(featureCollection(features))
    const named = keys.flatMap((key) => sources[key] ?? [])
    return [{ ...dispute, sources: named, bounds: [west, south, east, north] }]
  })
})
