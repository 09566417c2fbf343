import { expect, it } from 'vitest'
import { utmToLngLat } from '@/lib/geo/utm'

// By PROJ: cs2cs EPSG:326xx EPSG:4326.
it.each([
  [36, false, 324_567, 5_587_654, 30.530_664_4, 50.414_691_9],
  [31, false, 500_000, 0, 3, 0],
  [33, true, 500_000, 10_000_000, 15, 0],
])('zone %i, south %s, %f, %f', (zone, isSouth, easting, northing, lng, lat) => {
  const [x, y] = utmToLngLat(zone, isSouth, easting, northing)
  expect(x).toBeCloseTo(lng, 6)
  expect(y).toBeCloseTo(lat, 6)
})
