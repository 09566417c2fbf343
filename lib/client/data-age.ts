/**
 * A moment on two clocks, ms: the wall clock (since 1970), which people and daylight saving set, and the steady one of
 * `performance.now()`, which stands still while the machine sleeps.
 */
export interface Moment {
  wall: number
  steady: number
}

/** Clocks that disagree by more have been set, or the machine has slept. */
const DISAGREEMENT_MS = 5_000

/** This moment. */
export function currentMoment(): Moment {
  return { wall: Date.now(), steady: performance.now() }
}

/** How long ago `then` was: what the clock that says more says, so that old data never passes for new. Never negative. */
export function ageOf(then: Moment, now: Moment): number {
  return Math.max(0, now.wall - then.wall, now.steady - then.steady)
}

/** Whether the age is in doubt, so that only the server can tell: the clock was set, or the machine has slept. */
export function isAgeInDoubt(then: Moment, now: Moment): boolean {
  return Math.abs(now.wall - then.wall - (now.steady - then.steady)) > DISAGREEMENT_MS
}
