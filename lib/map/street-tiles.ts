/** Id of the source that holds the street map's vector tiles. */
export const STREET_TILES = 'street'
