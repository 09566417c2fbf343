import type { Position } from 'geojson'

/** Nearer than this to 180° or to a pole, a side is where the data was cut, degrees. */
const CUT = 1e-3

function isCut([fromLng = 0, fromLat = 0]: Position, [toLng = 0, toLat = 0]: Position): boolean {
  const areBoth = (edge: number, from: number, to: number) => Math.abs(from - edge) < CUT && Math.abs(to - edge) < CUT
  return areBoth(180, fromLng, toLng) || areBoth(-180, fromLng, toLng) || areBoth(-90, fromLat, toLat)
}

/** The sides of a polygon as lines, less those along 180° and the pole, where it goes on beyond or has no border. */
export function outlineLines(rings: readonly Position[][]): Position[][] {
  const lines: Position[][] = []
  for (const ring of rings) {
    let line: Position[] = []
    for (const [index, position] of ring.entries()) {
      const before = ring[index - 1]
      if (before !== undefined && isCut(before, position)) {
        if (line.length > 1) lines.push(line)
        line = []
      }
      line.push(position)
    }
    if (line.length > 1) lines.push(line)
  }
  return lines
}
