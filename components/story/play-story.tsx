'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useCase } from '@/lib/client/case-context'
import { hasNoFocus } from '@/lib/client/keyboard'
import { setStoryPlaying, tellScene, useLeftScene } from '@/lib/client/story-store'
import { useView } from '@/lib/client/view-context'
import { planTour } from '@/lib/wall/plan-tour'
import styles from './story.module.css'

/** Begins the story, or takes it up where it was left, and plays it. */
export function PlayStory() {
  const t = useTranslations('story')
  const { linked } = useCase()
  const left = useLeftScene()
  const begin = useRef<HTMLButtonElement>(null)
  // Whoever has left the story is where they began it, once what they left it by is gone.
  const takeFocus = useEffectEvent(() => {
    if (left !== null && hasNoFocus()) begin.current?.focus({ preventScroll: true })
  })
  const isTold = useView((view) => view.scene !== null)
  useEffect(() => {
    if (isTold) return
    const frame = requestAnimationFrame(() => takeFocus())
    return () => cancelAnimationFrame(frame)
  }, [isTold])
  const minutes = useMemo(() => {
    const ms = planTour(linked).reduce((sum, { durationMs }) => sum + durationMs, 0)
    return Math.max(1, Math.round(ms / 60_000))
  }, [linked])
  const at = linked.scenes.findIndex(({ id }) => id === left)
  const scene = linked.scenes[Math.max(0, at)]
  if (scene === undefined) return null
  const count = linked.scenes.length
  return (
    <Button
      ref={begin}
      className={styles.begin}
      onClick={() => {
        tellScene(scene)
        setStoryPlaying(true)
      }}
    >
      <span className={styles.beginSign}>
        <Icon name="timeline.play" size={16} />
      </span>
      <span className={styles.beginName}>{t(at > 0 ? 'resume' : 'play')}</span>
      <span className={styles.beginLength}>
        {at > 0 ? t('at', { place: at + 1, count }) : t('length', { count, minutes })}
      </span>
    </Button>
  )
}
