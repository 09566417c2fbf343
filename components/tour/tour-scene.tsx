'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, useId } from 'react'
import { flushSync } from 'react-dom'
import { CorrectedLine, CorrectedSign } from '@/components/records/corrected-line'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { isolate } from '@/lib/derive/isolate'
import type { Scene } from '@/lib/schema/scene'
import { sceneReadingMs } from '@/lib/wall/plan-tour'
import { SceneForm } from './scene-form'
import styles from './tour.module.css'
import { useSceneFaults } from './use-tour-draft'

interface TourSceneProps {
  scene: Scene
  /** From 1. */
  place: number
  count: number
  open: boolean
  onToggle(): void
  onMove(by: 1 | -1): void
  onChange(change: Partial<Scene>): void
  onLook(): void
  onRemove(): void
}

const stepOfKey: Partial<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 }

/** One scene of the tour: its title and how long it stays, buttons to move it, and under them, when opened, its form. */
export function TourScene({ scene, place, count, open, onToggle, onMove, ...form }: TourSceneProps) {
  const { linked } = useCase()
  const t = useTranslations('tour')
  const faults = useSceneFaults()(scene)
  const id = useId()
  const title = scene.title.trim() === '' ? t('untitled') : scene.title
  const seconds = Math.round(Math.max(scene.dwellSeconds, sceneReadingMs(scene, linked) / 1000))

  /** An element that is moved in the page loses the keyboard's focus, and the next key would go nowhere. */
  const move = (by: 1 | -1, control: HTMLElement) => {
    flushSync(() => onMove(by))
    control.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.altKey ? stepOfKey[event.key] : undefined
    if (by === undefined || !(event.target instanceof HTMLElement)) return
    event.preventDefault()
    move(by, event.target)
  }
  const button = (by: 1 | -1, name: string, end: boolean, sign: string) => (
    <Button
      className={styles.step}
      aria-label={name}
      aria-disabled={end}
      onClick={(event: MouseEvent<HTMLElement>) => move(by, event.currentTarget)}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  )

  return (
    <li className={styles.scene}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the buttons inside */}
      <div className={styles.head} onKeyDown={onKeyDown}>
        <span className={styles.number} aria-hidden="true">
          {place}
        </span>
        <Button
          className={styles.title}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onToggle}
        >
          {title}
          <span className={styles.time}>
            {t('seconds', { seconds })}
            {faults.length > 0 && ` · ${t('incomplete')}`}
            <CorrectedSign record={{ kind: 'scene', id: scene.id }} />
          </span>
        </Button>
        {button(-1, t('moveUp', { title: isolate(title) }), place === 1, '↑')}
        {button(1, t('moveDown', { title: isolate(title) }), place === count, '↓')}
      </div>
      {open && (
        <div id={id}>
          <CorrectedLine record={{ kind: 'scene', id: scene.id }} />
          <SceneForm scene={scene} faults={faults} {...form} />
        </div>
      )}
    </li>
  )
}
