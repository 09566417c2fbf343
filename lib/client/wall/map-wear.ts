const HOUR_MS = 3_600_000
/** From so many losses within an hour on, the page itself is due for renewal. */
const WORN_LOSSES = 5
/** A map that cannot be made costs a moment each time; a driver that has died comes back seldom. */
const TRY_AGAIN_MS = 300_000

/** The last hour's losses of the graphics context, with one more now; ms on one clock. */
export function countLoss(losses: readonly number[], now: number): number[] {
  return [...losses.filter((at) => now - at < HOUR_MS), now]
}

/** Whether a page with these losses within an hour is worn. */
export function isWorn(losses: readonly number[]): boolean {
  return losses.length >= WORN_LOSSES
}

/** Whether a map that could not be made is worth another attempt; `triedAt` and `now` in ms on one clock. */
export function mayTryAgain(triedAt: number, now: number): boolean {
  return now - triedAt >= TRY_AGAIN_MS
}
