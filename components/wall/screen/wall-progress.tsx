'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { Icon } from '@/components/ui/icon'
import { useSecondsLeft } from '@/components/wall/session/use-wall-session'
import { useWall } from '@/lib/client/wall-context'
import { isolate } from '@/lib/derive/isolate'
import { neutralHue } from '@/lib/schema/plain-values'
import { writeCountdown } from '@/lib/wall/pairing-code'
import { sceneNumber, type TourScene } from '@/lib/wall/tour-scenes'
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
      {remote !== undefined && t('steers', { name: isolate(remote.name) })}
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

/** What of a scene says whether another strand of the story begins. */
const strandOf = (scene: TourScene | undefined) => `${scene?.part} ${scene?.thread ?? ''}`

/** Where the tour is: a mark for every scene in its thread's hue, the current one filling up, and whose hand it is in. */
export function WallProgress() {
  const { index, scenes, state, command } = useWall()
  const t = useTranslations('wall.progress')
  const { threads = [] } = index.linked
  const at = scenes.findIndex(({ id }) => id === state.scene)
  const nameOf = ({ id, title, part }: TourScene) => {
    const own = sceneNumber(scenes, id)
    return own === null
      ? t(part === 'title' ? 'title' : 'closing', { title: isolate(title) })
      : t('scene', { ...own, title: isolate(title) })
  }
  return (
    <div className={styles.progress}>
      <ol className={styles.marks} aria-label={t('name')}>
        {scenes.map((scene, place) => {
          const hue = threads.find(({ id }) => id === scene.thread)?.hue ?? neutralHue
          const begins = place > 0 && strandOf(scene) !== strandOf(scenes[place - 1])
          return (
            <li
              key={scene.id}
              className={`${styles.place} ${colours[hue]}`}
              data-begins={begins ? '' : undefined}
              data-done={place < at ? '' : undefined}
            >
              <Button
                className={styles.mark}
                aria-current={place === at ? 'step' : undefined}
                aria-label={nameOf(scene)}
                onClick={() => command({ kind: 'go', scene: scene.id })}
              >
                <span className={styles.bar}>{place === at && <Filling />}</span>
              </Button>
            </li>
          )
        })}
      </ol>
      {!state.blank && <SteeringNote />}
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
