'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { clockText } from '@/lib/client/remote/clock-text'
import { useRemote } from '@/lib/client/remote/remote-context'
import { useTick } from '@/lib/client/remote/use-tick'
import { nextChangeAt } from '@/lib/wall/wall-state'
import styles from './presenter-clock.module.css'

/** The time of day where the presenter is. */
function timeOfDay(locale: string): string {
  return new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Clock, time in this scene, time until the next, and since the presenter began. */
export function PresenterClock() {
  const words = useTranslations('remote.presenter')
  const locale = useLocale()
  const { state, tour } = useRemote()
  const now = useTick()
  const [began, setBegan] = useState(now)
  const times = [
    { name: words('clock'), time: timeOfDay(locale) },
    { name: words('inScene'), time: clockText(now - state.since) },
    { name: words('left'), time: clockText(nextChangeAt(state, tour) - now) },
    { name: words('total'), time: clockText(now - began) },
  ]
  return (
    <footer className={styles.footer}>
      <dl className={styles.times}>
        {times.map(({ name, time }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{time}</dd>
          </div>
        ))}
      </dl>
      <Button className={styles.restart} onClick={() => setBegan(performance.now())}>
        {words('restart')}
      </Button>
      <p className={styles.keys}>{words('keys')}</p>
    </footer>
  )
}
