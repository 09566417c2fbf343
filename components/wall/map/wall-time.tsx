'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import { useClock } from '@/lib/client/use-clock'
import { useMedia } from '@/lib/client/use-media'
import { useView } from '@/lib/client/view-context'
import { useWall } from '@/lib/client/wall-context'
import { wholeDays } from '@/lib/derive/calendar'
import { isOutside, type MarkRef, marksOf, ringsOutside } from '@/lib/derive/marks-in-time'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { shownTime, writeWindow } from '@/lib/wall/scene-view'
import { timeAxis } from '@/lib/wall/time-stops'
import styles from './wall-map.module.css'

/** The marks that the time that is shown has nothing of; the same list until that changes. */
export function useHiddenMarks(time: TimeWindow | null): readonly MarkRef[] {
  const { linked } = useCase()
  const places = linked.places.filter((place) => isOutside(place, time))
  const hidden = [...places.flatMap(marksOf), ...ringsOutside(linked.places, time)]
  const key = hidden.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the list
  return useMemo(() => hidden, [key, linked])
}

/** Often enough that a mark seems to glide over five days in half a minute. */
const TICK_MS = 200

/**
 * The window of time that the wall shows at the moment; null for all of time. Where less motion is asked for, one that
 * plays goes day by day. The same object until it changes.
 */
export function useWallTime(): TimeWindow | null {
  const { state, scene, tour } = useWall()
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const plays = scene?.time?.play === true && state.time === null && state.playedMs === null
  const now = useClock(() => performance.now(), TICK_MS, plays)
  const durationMs = tour.find(({ id }) => id === scene?.id)?.durationMs ?? 0
  const time = shownTime(state, scene, durationMs, now ?? state.since)
  const shown = time !== null && calm && plays ? wholeDays(time) : time
  const [start, end] = [shown?.start, shown?.end]
  return useMemo(() => (start === undefined || end === undefined ? null : { start, end }), [start, end])
}

/** Which time the wall shows, in words and on a line, and how much of the map is not there yet; nothing for all of it. */
export function WallTime() {
  const { state } = useWall()
  const time = useWallTime()
  const t = useTranslations('wall.time')
  const date = useShownDate(time)
  const absent = useAbsentPlaces(time)
  if (time === null || state.blank) return null
  return (
    <div className={styles.time}>
      <p className={styles.words}>
        <span className={styles.shown}>{t('shown', { date })}</span>
        {absent > 0 && (
          <span>
            {'\u00a0· '}
            {t('notYet', { count: absent })}
          </span>
        )}
      </p>
      <TimeLine time={time} />
    </div>
  )
}

/** Days as words; a scene's own window as finely as it is written. */
function useShownDate(time: TimeWindow | null): string {
  const { scene } = useWall()
  const dateText = useDateText()
  if (time === null) return ''
  const own = scene?.timeWindow
  const isOwn = own !== undefined && own.start === time.start && own.end === time.end
  return dateText(isOwn && scene?.time !== undefined ? scene.time.window : writeWindow(wholeDays(time)))
}

/** How many places of the layers that are on the time shown has nothing of. */
function useAbsentPlaces(time: TimeWindow | null): number {
  const { linked } = useCase()
  const visibleLayers = useView((view) => view.visibleLayers)
  return linked.places.filter((place) => isOutside(place, time) && visibleLayers.includes(place.layer)).length
}

/** Length of the line in the drawing's own units. */
const FULL_LENGTH = 1000

function TimeLine({ time }: { time: TimeWindow }) {
  const { index, scene } = useWall()
  const { moments } = index.linked
  const own = scene?.timeWindow
  const axis = useMemo(() => timeAxis(time, own ?? null, moments), [time, own, moments])
  const [from, to] = [axis.from * FULL_LENGTH, axis.to * FULL_LENGTH]
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${FULL_LENGTH} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 5H${FULL_LENGTH}`} />
      {axis.ticks.map((tick) => (
        <path key={tick} d={`M${tick * FULL_LENGTH} 1V9`} />
      ))}
      <path className={styles.open} d={`M${from} 5H${Math.max(to, from + 1)}`} />
    </svg>
  )
}
