import { DAY_MS, SECOND_MS, writeDay, writeSecond, writeYear, yearAt } from '@/lib/derive/calendar'
import type { LinkedScene } from '@/lib/derive/linked-case'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { type Bounds, boundsToCamera, sceneFrame } from '@/lib/geo/camera-to-bounds'
import { clamp, wrapLongitude } from '@/lib/geo/clamp'
import type { Scene } from '@/lib/schema/scene'
import type { WallState } from './wall-state'

/** What a scene's camera may be, as in its schema. */
const limits = { zoom: 12, lat: 85 } as const
/** As near as the map comes to a single place, which has no extent to say how near. */
const POINT_ZOOM = 8.5
/** Of less extent than this, degrees, nothing on the map is. */
const POINT_EXTENT = 1e-4

function within(value: number, limit: number): number {
  return clamp(value, -limit, limit)
}

/**
 * The camera of a scene that shows all of `bounds` (`[west, south, east, north]` in degrees) in the scenes' own frame,
 * without digits that no screen shows: 0.01 of a zoom, 0.0001° (11 m).
 */
export function toSceneCamera(bounds: Bounds): Scene['camera'] {
  const [west, east] = [bounds[0], bounds[2]]
  const [south, north] = [within(bounds[1], limits.lat), within(bounds[3], limits.lat)]
  const point = east - west < POINT_EXTENT || north - south < POINT_EXTENT
  const { center, zoom } = point
    ? { center: [(west + east) / 2, (south + north) / 2] as const, zoom: POINT_ZOOM }
    : boundsToCamera([west, south, east, north], sceneFrame)
  return {
    center: [Number(wrapLongitude(center[0]).toFixed(4)), Number(within(center[1], limits.lat).toFixed(4))],
    // Downward: nothing may fall off the edge for a rounded zoom.
    zoom: Math.max(0, Math.floor(within(zoom, limits.zoom) * 100) / 100),
  }
}

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
  const part = clamp(elapsedMs / (durationMs * PLAYED_BY), 0, 1)
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

/**
 * A window as a date of the Extended Date/Time Format: as days where it is made of whole ones, else to the second. The
 * format knows no days of a year with more than four digits: there, and then at both ends, it is years.
 */
export function writeWindow({ start, end }: TimeWindow): string {
  const inDays = start % DAY_MS === 0 && end % DAY_MS === 0
  const lastMoment = end - (inDays ? DAY_MS : SECOND_MS)
  const isLong = [start, lastMoment].some((at) => Math.abs(yearAt(at)) > 9999)
  const write = isLong ? (at: number) => writeYear(yearAt(at)) : inDays ? writeDay : writeSecond
  const [first, last] = [write(start), write(lastMoment)]
  return first === last ? first : `${first}/${last}`
}
