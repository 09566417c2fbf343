import { planRuns, type Tier, type TierName, tiers } from './plan-runs'
import type { TimeExtent } from './time-extent'

/** A stretch of the axis with one scale, in px from its left end. A `break` is a time in which nothing begins or ends. */
interface AxisPiece {
  kind: TierName
  start: number
  end: number
  x0: number
  x1: number
}

/** A time axis: true within each piece; where the scale changes the axis says so. */
export interface TimeAxis {
  start: number
  end: number
  width: number
  pieces: readonly AxisPiece[]
  /** Px of a moment, ms since 1970; clamped to the axis. */
  toX(ms: number): number
  /** The moment at a px; the inverse of `toX`. */
  toTime(x: number): number
  /** The piece that a moment is in; the first or last one for a moment off the axis. */
  pieceAt(ms: number): AxisPiece
}

/** What a drawn break takes, px. */
const BREAK_PX = 22

/** How much of the width a run asks for: its units, each as wide as its tier has them. A break has its own width. */
function demand({ start, end, kind }: { start: number; end: number; kind: TierName }): number {
  const tier: Tier = tiers[kind]
  return ((end - start) / tier.unitMs) * tier.weight
}

function place(runs: ReturnType<typeof planRuns>, width: number): AxisPiece[] {
  const breaks = runs.filter(({ kind }) => kind === 'break').length
  // On the narrowest of screens breaks give way, so that there is an axis at all.
  const breakPx = Math.min(BREAK_PX, breaks === 0 ? 0 : width / (4 * breaks))
  const asked = runs.reduce((sum, run) => sum + (run.kind === 'break' ? 0 : demand(run)), 0)
  const perDemand = (width - breaks * breakPx) / asked
  let x = 0
  return runs.map((run, index) => {
    const x0 = x
    const isLast = index === runs.length - 1
    x = isLast ? width : x + (run.kind === 'break' ? breakPx : demand(run) * perDemand)
    return { ...run, x0, x1: x }
  })
}

/**
 * Plans an axis of `width` px for moments of a case: where much happens each day has much room, where little does
 * months or years have little, and where nothing begins or ends for long there is a break. Strictly monotonic, without
 * gaps, and every moment's extent is on it. Null where there are no moments.
 */
export function planAxis(moments: readonly TimeExtent[], width: number): TimeAxis | null {
  const pieces = place(planRuns(moments), width)
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return null
  const pieceAt = (ms: number) => pieces.find(({ end }) => ms < end) ?? last
  return {
    start: first.start,
    end: last.end,
    width,
    pieces,
    pieceAt,
    toX(ms) {
      const { start, end, x0, x1 } = pieceAt(ms)
      const share = (ms - start) / (end - start)
      return x0 + Math.min(1, Math.max(0, share)) * (x1 - x0)
    },
    toTime(x) {
      const { start, end, x0, x1 } = pieces.find((piece) => x < piece.x1) ?? last
      const share = (x - x0) / (x1 - x0)
      return start + Math.min(1, Math.max(0, share)) * (end - start)
    },
  }
}
