'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useSecondsLeft } from '@/components/wall/session/use-wall-session'
import { useWall } from '@/lib/client/wall-context'
import { writeCountdown } from '@/lib/wall/pairing-code'
import { nextChangeAt } from '@/lib/wall/wall-state'
import styles from './wall-progress.module.css'

/** Whose hand the wall is in: who steers it while they do, and when a tour that is held goes on by itself. */
export function SteeringNote() {
  return (
    <div className={styles.hand}>
      <SteeredBy />
      <Held />
    </div>
  )
}

function SteeredBy() {
  const { snapshot } = useWall()
  const t = useTranslations('wall.pairing')
  const remote = snapshot?.remotes.find(({ id }) => id === snapshot.steering)
  return (
    <p role="status" className={styles.steers}>
      {remote !== undefined && t('steers', { name: remote.name })}
    </p>
  )
}

function Held() {
  const { state } = useWall()
  const t = useTranslations('wall.progress')
  const seconds = useSecondsLeft(state.heldUntil)
  if (seconds === null) return null
  const time = writeCountdown(seconds)
  return (
    <p className={styles.held}>
      <Icon name="wall.held" className={styles.pause} />
      <span aria-hidden="true">{time}</span>
      <span className="visually-hidden">{t('held', { time })}</span>
    </p>
  )
}

/** Where the tour is: a mark for every scene, the current one filling up, and whose hand it is in. */
export function WallProgress() {
  const { index, tour, state, command } = useWall()
  const t = useTranslations('wall.progress')
  const titles = new Map(index.linked.scenes.map((scene) => [scene.id, scene.title]))
  return (
    <div className={styles.progress}>
      {!state.blank && <SteeringNote />}
      <ol className={styles.marks} aria-label={t('name')}>
        {tour.map((stop, at) => {
          const current = stop.id === state.scene
          const title = titles.get(stop.id) ?? stop.id
          return (
            <li key={stop.id} className={styles.place}>
              <Button
                className={styles.mark}
                aria-current={current ? 'step' : undefined}
                aria-label={t('scene', { number: at + 1, count: tour.length, title })}
                onClick={() => command({ kind: 'go', scene: stop.id })}
              >
                <span className={styles.bar}>{current && <Filling />}</span>
              </Button>
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
