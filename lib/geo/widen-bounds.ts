type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Bounds in degrees, widened about their middle to at least `least` degrees each way: a point has none of its own to frame. */
export function widenBounds([west, south, east, north]: Bounds, least: number): Bounds {
  const [across, up] = [Math.max(0, least - (east - west)) / 2, Math.max(0, least - (north - south)) / 2]
  return [west - across, south - up, east + across, north + up]
}
