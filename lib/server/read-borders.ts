import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Feature, LineString, MultiLineString } from 'geojson'
import { z } from 'zod'

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
