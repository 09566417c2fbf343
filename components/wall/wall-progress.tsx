'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { useWall } from '@/lib/client/wall-context'
import { nextChangeAt } from '@/lib/wall/wall-state'
import { writeCountdown } from '@/lib/wall/write-countdown'
import { useSecondsLeft } from './use-seconds-left'
import styles from './wall-progress.module.css'
import { SteeredBy } from './wall-roster'

/** Where the tour is: a mark for every scene, the current one filling up; while held, how long still. */
export function WallProgress() {
  const { index, tour, state, command } = useWall()
  const t = useTranslations('wall.progress')
  const titles = new Map(index.linked.scenes.map((scene) => [scene.id, scene.title]))
  return (
    <div className={styles.progress}>
      <SteeredBy />
      <Held />
      <ol className={styles.marks} aria-label={t('name')}>
        {tour.map((stop, at) => {
          const current = stop.id === state.scene
          const title = titles.get(stop.id) ?? stop.id
          return (
            <li key={stop.id} className={styles.place}>
              <button
                type="button"
                className={styles.mark}
                aria-current={current ? 'step' : undefined}
                aria-label={t('scene', { number: at + 1, count: tour.length, title })}
                onClick={() => command({ kind: 'go', scene: stop.id })}
              >
                <span className={styles.bar}>{current && <Filling />}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The part of the current mark that time has filled; whole while the tour is held. */
function Filling() {
  const { state, tour } = useWall()
  const ref = useRef<HTMLSpanElement>(null)
  const { since, heldUntil } = state
  const endsAt = heldUntil === null ? nextChangeAt(state, tour) : null
  useLayoutEffect(() => {
    const style = ref.current?.style
    if (style === undefined || endsAt === null) return
    style.setProperty('--dwell', `${endsAt - since}ms`)
    style.setProperty('--elapsed', `${since - performance.now()}ms`)
  }, [since, endsAt])
  // A new key starts the animation anew: the same scene may come round again.
  return <span key={since} ref={ref} className={endsAt === null ? styles.whole : styles.filling} />
}

function Held() {
  const { state } = useWall()
  const t = useTranslations('wall.progress')
  const seconds = useSecondsLeft(state.heldUntil)
  if (seconds === null) return null
  const time = writeCountdown(seconds)
  return (
    <p className={styles.held}>
      <svg className={styles.pause} viewBox="0 0 10 10" aria-hidden="true">
        <path d="M1.5 0.5h2.4v9H1.5zM6.1 0.5h2.4v9H6.1z" />
      </svg>
      <span aria-hidden="true">{time}</span>
      <span className="visually-hidden">{t('held', { time })}</span>
    </p>
  )
}
