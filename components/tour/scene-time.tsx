'use client'
import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import type { Scene } from '@/lib/schema/scene'
import styles from './tour.module.css'

interface SceneTimeProps {
  time: NonNullable<Scene['time']>
  onChange(time: Scene['time']): void
}

/** The window of time that a scene came with: whether the wall plays through it, and the way back to all of time. */
export function SceneTime({ time, onChange }: SceneTimeProps) {
  const t = useTranslations('tour.time')
  const dateText = useDateText()
  const { window, play = false } = time
  return (
    <div className={styles.field}>
      <p>{t('shows', { date: dateText(window) })}</p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={play}
          onChange={({ target }) => onChange(target.checked ? { window, play: true } : { window })}
        />
        {t('play')}
      </label>
      <p>
        <Button className={panel.link} onClick={() => onChange(undefined)}>
          {t('remove')}
        </Button>
      </p>
    </div>
  )
}
