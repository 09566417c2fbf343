'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useCase } from '@/lib/client/case-context'
import { hasNoFocus } from '@/lib/client/keyboard'
import { leaveStory, setStoryPlaying } from '@/lib/client/story-store'
import { isolate } from '@/lib/derive/isolate'
import { neutralHue } from '@/lib/schema/plain-values'
import styles from './story.module.css'
import { StoryScene } from './story-scene'
import { useStory } from './use-story'

/**
 * The story, told in the column scene by scene: it plays by itself, or follows the reader who scrolls, and map, time and
 * evidence follow it.
 */
export function StoryPlayer() {
  const t = useTranslations('story')
  const list = useRef<HTMLOListElement>(null)
  const { scenes, at, isPlaying, tell, step } = useStory(list)
  const count = scenes.length
  const play = useRef<HTMLButtonElement>(null)
  // The button that began the story is gone with the next frame: the keyboard goes on where the story is held.
  const begin = useEffectEvent(() => {
    if (isPlaying && hasNoFocus()) play.current?.focus({ preventScroll: true })
  })
  useEffect(() => {
    const frame = requestAnimationFrame(() => begin())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div className={styles.player}>
      <div className={styles.bar}>
        <Button className={styles.leave} onClick={leaveStory}>
          <Icon name="back" size={12} />
          {t('leave')}
        </Button>
        <span className={styles.place} aria-hidden="true">
          {t('at', { place: at + 1, count })}
        </span>
        <span className="visually-hidden" role="status">
          {t('told', { place: at + 1, count, title: isolate(scenes[at]?.title ?? '') })}
        </span>
        <IconButton icon="move.west" label={t('previous')} disabled={at === 0} onClick={() => step(-1)} />
        <IconButton
          ref={play}
          icon={isPlaying ? 'timeline.pause' : 'timeline.play'}
          label={t(isPlaying ? 'pause' : 'go')}
          onClick={() => setStoryPlaying(!isPlaying)}
        />
        <IconButton icon="move.east" label={t('next')} disabled={at === count - 1} onClick={() => step(1)} />
        <Progress at={at} />
      </div>
      <ol ref={list} className={styles.scenes}>
        {scenes.map((scene, index) => (
          <StoryScene key={scene.id} scene={scene} told={index === at} onTell={() => tell(index)} />
        ))}
      </ol>
    </div>
  )
}

/** How far the story has come, each scene in the hue of its thread. */
function Progress({ at }: { at: number }) {
  const { linked } = useCase()
  const hues = new Map(linked.threads?.map(({ id, hue }) => [id, hue]))
  return (
    <span className={styles.progress} aria-hidden="true">
      {linked.scenes.map(({ id, thread = '' }, index) => (
        <span key={id} className={colours[hues.get(thread) ?? neutralHue]} data-told={index <= at} />
      ))}
    </span>
  )
}
