'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ThreadLabel } from '@/components/ui/thread-label'
import { clockText } from '@/lib/client/remote/clock-text'
import { useRemote } from '@/lib/client/remote/remote-context'
import { useTick } from '@/lib/client/remote/use-tick'
import { nextChangeAt } from '@/lib/wall/wall-state'
import styles from './now-on-wall.module.css'

const VIBRATION_MS = 12

/** A short tap in the hand when another scene comes on, where the device has one and somebody has touched the page. */
function useSceneTap(scene: string): void {
  const felt = useRef(scene)
  useEffect(() => {
    if (felt.current === scene) return
    felt.current = scene
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATION_MS)
  }, [scene])
}

/** What the audience sees: the scene, its place in the tour, how long it stays, and who steers. */
export function NowOnWall() {
  const words = useTranslations('remote.now')
  const { linked, scene, state, tour, snapshot } = useRemote()
  useSceneTap(state.scene)
  const number = tour.findIndex(({ id }) => id === state.scene) + 1
  const steering = snapshot.remotes.find(({ id }) => id === snapshot.steering && id !== snapshot.self)
  if (scene === null) return <p className={styles.now}>{words('noScenes')}</p>
  return (
    <section aria-label={words('name')} className={styles.now}>
      <p className={styles.line}>
        <span className={styles.place}>
          <span>{words('place', { number, count: tour.length })}</span>
          <ThreadLabel threads={linked.threads} id={scene.thread} />
        </span>
        <TimeLeft />
      </p>
      <h2 className={styles.headline}>{scene.title}</h2>
      {state.blank && <p className={styles.blank}>{words('blank')}</p>}
      {steering !== undefined && <p className={styles.steering}>{words('steers', { name: steering.name })}</p>}
      <p role="status" className="visually-hidden">
        {words('announced', { number, count: tour.length, title: scene.title })}
      </p>
    </section>
  )
}

function TimeLeft() {
  const words = useTranslations('remote.now')
  const { state, tour } = useRemote()
  const time = clockText(nextChangeAt(state, tour) - useTick())
  return <span>{words(state.heldUntil === null ? 'left' : 'held', { time })}</span>
}
