import type { LinkedScene } from '@/lib/derive/linked-case'
import type { TimeWindow } from '@/lib/derive/record-filter'
import type { WallState } from './wall-state'

const SECOND_MS = 1000
const DAY_MS = 86_400_000
/** The part of a scene's stay after which it has played through its time: what was played is then seen as a whole. */
const PLAYED_BY = 0.6

/**
 * The window of time that a scene shows after `elapsedMs` of `durationMs`; null for all of time. One that plays begins
 * with its first second and only ever grows, so that nothing that has come goes again.
 */
export function sceneTime(
  { time, timeWindow }: Pick<LinkedScene, 'time' | 'timeWindow'>,
  elapsedMs: number,
  durationMs: number,
): TimeWindow | null {
  if (timeWindow === undefined) return null
  if (time?.play !== true || durationMs <= 0) return timeWindow
  const { start, end } = timeWindow
  const part = Math.min(1, Math.max(0, elapsedMs / (durationMs * PLAYED_BY)))
  const seconds = Math.max(1, Math.round((part * (end - start)) / SECOND_MS))
  return { start, end: Math.min(end, start + seconds * SECOND_MS) }
}

/** What a wall shows of time at `now`: what someone looks at, else the scene's own; a held scene stands still. */
export function shownTime(
  state: Pick<WallState, 'time' | 'playedMs' | 'since'>,
  scene: Pick<LinkedScene, 'time' | 'timeWindow'> | null,
  durationMs: number,
  now: number,
): TimeWindow | null {
  if (state.time !== null || scene === null) return state.time
  return sceneTime(scene, state.playedMs ?? now - state.since, durationMs)
}

/** The days, of UTC, that a window touches. */
export function wholeDays({ start, end }: TimeWindow): TimeWindow {
  // Adding nought turns −0 into 0.
  return { start: Math.floor(start / DAY_MS) * DAY_MS, end: Math.ceil(end / DAY_MS) * DAY_MS + 0 }
}

/** A window as a date of the Extended Date/Time Format: as days where it is made of whole ones, else to the second. */
export function writeWindow({ start, end }: TimeWindow): string {
  const inDays = start % DAY_MS === 0 && end % DAY_MS === 0
  const write = (at: number) => {
    const text = new Date(at).toISOString()
    return inDays ? text.slice(0, 'yyyy-mm-dd'.length) : `${text.slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`
  }
  const [first, last] = [write(start), write(end - (inDays ? DAY_MS : SECOND_MS))]
  return first === last ? first : `${first}/${last}`
}
