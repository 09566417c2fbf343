import { once } from '@/lib/derive/once'
import { textOf } from '@/lib/map/feature-values'
import { type BasemapFileName, readBasemapFile } from './basemap-files'

/** Where the names come from that the map's tiles have. */
const files: readonly BasemapFileName[] = ['country-names', 'sea-names', 'island-names', 'cities']

/**
 * Every name of a country, a sea, an island or a city that the basemap can write; null where its files cannot be read, and
 * nobody knows what it lacks.
 */
export const readBasemapNames = once(async (): Promise<ReadonlySet<string> | null> => {
  try {
    const collections = await Promise.all(files.map(readBasemapFile))
    return new Set(collections.flatMap(({ features }) => features.map((feature) => textOf(feature, 'name'))))
  } catch (error) {
    console.warn(`The basemap's names cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : ''}`)
    return null
  }
})
