'use client'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { useWall } from '@/lib/client/wall-context'
import { writeCountdown } from '@/lib/wall/write-countdown'
import { useSecondsLeft } from './use-seconds-left'
import styles from './wall-hand.module.css'

/** Whose hand the wall is in: who steers it while they do, and when a tour that is held goes on by itself. */
export function WallHand() {
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
