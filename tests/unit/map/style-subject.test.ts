import { describe, expect, it } from 'vitest'
import { subjectOf } from '@/lib/map/style-subject'

const of = (id: string, from: string | undefined, filter?: unknown, type = 'fill') =>
  subjectOf({ id, type, 'source-layer': from, filter })

describe('what a layer of a style draws', () => {
  it.each([
    // OpenMapTiles, as its own styles call their layers.
    ['water', 'water', undefined, 'water'],
    ['waterway-river', 'waterway', ['==', 'class', 'river'], 'water'],
    ['landcover-glacier', 'landcover', ['==', 'subclass', 'glacier'], 'ice'],
    ['landcover_x', 'landcover', ['==', ['get', 'class'], 'wood'], 'green'],
    ['landuse-residential', 'landuse', ['==', 'class', 'residential'], 'built-up'],
    ['park', 'park', undefined, 'green'],
    ['building-top', 'building', undefined, 'building'],
    ['aeroway-runway', 'aeroway', undefined, 'runway'],
    ['tunnel-railway', 'transportation', ['==', 'class', 'rail'], 'rail'],
    ['x', 'transportation', ['all', ['in', 'class', 'rail', 'transit']], 'rail'],
    ['bridge-motorway-casing', 'transportation', ['==', 'class', 'motorway'], 'road'],
    ['highway-minor', 'transportation', ['all', ['!in', 'class', 'rail', 'transit']], 'road'],
    ['boundary-land-level-4', 'boundary', undefined, 'boundary'],
    ['place-village', 'place', undefined, 'place'],
    // Protomaps.
    ['earth', 'earth', undefined, 'land'],
    ['roads_rail', 'roads', ['==', 'kind', 'rail'], 'rail'],
    ['roads_major', 'roads', ['==', 'kind', 'major_road'], 'road'],
    ['buildings', 'buildings', undefined, 'building'],
    ['boundaries_country', 'boundaries', undefined, 'boundary'],
    // Shortbread.
    ['ocean', 'ocean', undefined, 'water'],
    ['water-pond', 'water_polygons', undefined, 'water'],
    ['street-primary', 'streets', ['==', 'kind', 'primary'], 'road'],
    ['transport-rail', 'streets', ['in', 'kind', 'rail'], 'rail'],
    ['transport-tram', 'streets', undefined, 'rail'],
    ['land-forest', 'land', ['==', 'kind', 'forest'], 'green'],
    ['label-place-town', 'place_labels', undefined, 'place'],
    ['what', 'elsewhere', undefined, 'other'],
  ])('%s of %s', (id, from, filter, subject) => {
    expect(of(id, from, filter)).toBe(subject)
  })

  it('is the land, of a background', () => {
    expect(of('anything', undefined, undefined, 'background')).toBe('land')
  })
})
