/** WGS 84: semi-major axis in metres, and the square of the eccentricity. */
const A = 6_378_137
const E2 = 0.006_694_379_990_14
/** The scale on the middle meridian of a zone. */
const K0 = 0.999_6
const FALSE_EASTING = 500_000
const FALSE_NORTHING = 10_000_000

const degrees = (radians: number) => (radians * 180) / Math.PI

/**
 * [lng, lat] of a point of Universal Transverse Mercator, whose easting and northing are metres, to a few centimetres within
 * its zone, 1 to 60. After Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 8-17 to 8-25 and 3-26.
 */
export function utmToLngLat(
  zone: number,
  isSouth: boolean,
  easting: number,
  northing: number,
): [lng: number, lat: number] {
  const e1 = (1 - Math.sqrt(1 - E2)) / (1 + Math.sqrt(1 - E2))
  const second = E2 / (1 - E2)
  const arc = (northing - (isSouth ? FALSE_NORTHING : 0)) / K0
  const mu = arc / (A * (1 - E2 / 4 - (3 * E2 ** 2) / 64 - (5 * E2 ** 3) / 256))
  const foot =
    mu +
    ((3 * e1) / 2 - (27 * e1 ** 3) / 32) * Math.sin(2 * mu) +
    ((21 * e1 ** 2) / 16 - (55 * e1 ** 4) / 32) * Math.sin(4 * mu) +
    ((151 * e1 ** 3) / 96) * Math.sin(6 * mu) +
    ((1097 * e1 ** 4) / 512) * Math.sin(8 * mu)
  const [sin, cos, tan] = [Math.sin(foot), Math.cos(foot), Math.tan(foot)]
  const [c, t] = [second * cos ** 2, tan ** 2]
  const n = A / Math.sqrt(1 - E2 * sin ** 2)
  const r = (A * (1 - E2)) / (1 - E2 * sin ** 2) ** 1.5
  const d = (easting - FALSE_EASTING) / (n * K0)
  const lat =
    foot -
    ((n * tan) / r) *
      (d ** 2 / 2 -
        ((5 + 3 * t + 10 * c - 4 * c ** 2 - 9 * second) * d ** 4) / 24 +
        ((61 + 90 * t + 298 * c + 45 * t ** 2 - 252 * second - 3 * c ** 2) * d ** 6) / 720)
  const lng =
    (d -
      ((1 + 2 * t + c) * d ** 3) / 6 +
      ((5 - 2 * c + 28 * t - 3 * c ** 2 + 8 * second + 24 * t ** 2) * d ** 5) / 120) /
    cos
  return [zone * 6 - 183 + degrees(lng), degrees(lat)]
}
