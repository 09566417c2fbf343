/** Id of the source that holds the street map's vector tiles, and how the ids of further ones begin. */
export const STREET_TILES = 'street'

/** Id of each source of the street map's tiles, by its number. */
export function streetSourceId(index: number): string {
  return index === 0 ? STREET_TILES : `${STREET_TILES}-${index}`
}
