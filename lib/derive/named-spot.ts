import type { LngLat } from '@/lib/schema/geometry'

/** A name of the basemap, and where it stands. */
export interface NamedSpot {
  name: string
  kind: 'country' | 'city' | 'sea' | 'island'
  at: LngLat
  /** Of a country that lies whole in the region of the map, km², in the borders that the map shows. */
  areaKm2?: number
}
