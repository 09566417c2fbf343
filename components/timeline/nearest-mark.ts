import type { TimeMark } from '@/lib/derive/time-mark'

/** A finger's width around what is drawn, px. */
const REACH_PX = 8

/** The mark nearest to a point of the plot, with its words: of several the smaller one, which stands between longer ones. */
export function nearestMark(marks: readonly TimeMark[], x: number, y: number): TimeMark | undefined {
  let best: { mark: TimeMark; distance: number } | undefined
  for (const mark of marks) {
    const { reach } = mark
    const across = Math.max(reach.x0 - x, 0, x - reach.x1)
    const down = Math.max(mark.y - y, 0, y - mark.y - mark.height)
    const distance = Math.hypot(across, down) + (mark.x1 - mark.x0) / 10_000
    if (distance < REACH_PX && (best === undefined || distance < best.distance)) best = { mark, distance }
  }
  return best?.mark
}
