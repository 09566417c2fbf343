import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Feature, LineString, MultiLineString } from 'geojson'
import { z } from 'zod'
import { once } from '@/lib/derive/once'
import { frameBounds } from '@/lib/geo/bounds'
import { type Dispute, disputesSchema } from '@/lib/schema/dispute'
import { basemapPath, readBasemapFile } from './basemap-files'

const line = z.array(z.array(z.number()).min(2))

const bordersSchema = z.object({
  features: z.array(
    z
      .object({
        properties: z.object({ kind: z.string().optional() }),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('LineString'), coordinates: line }),
          z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
        ]),
      })
      .transform(
        ({ properties, geometry }): Feature<LineString | MultiLineString> => ({
          type: 'Feature',
          geometry,
          properties,
        }),
      ),
  ),
})

/** The basemap's border lines that are more than a claim, `[lng, lat]`; none where `basemap/borders.geojson` cannot be read: crossings lose their bearing. */
export async function readBorders(data: string): Promise<Feature<LineString | MultiLineString>[]> {
  try {
    const json: unknown = JSON.parse(await readFile(path.join(data, 'basemap', 'borders.geojson'), 'utf8'))
    // Nobody crosses anything where a line is only claimed.
    return bordersSchema.parse(json).features.filter(({ properties }) => properties?.kind !== 'claim')
  } catch (error) {
    console.warn(`The basemap's borders cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : ''}`)
    return []
  }
}

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
    const named = keys.flatMap((key) => sources[key] ?? [])
    return [{ ...dispute, sources: named, bounds: frameBounds(features.map(({ geometry }) => geometry)) }]
  })
})
