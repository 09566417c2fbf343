'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useSaysText, useStatusText } from '@/components/record-text/use-words'
import { FigureNumeral } from '@/components/records/record-cards'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { showBounds } from '@/lib/client/map-commands'
import { useView } from '@/lib/client/view-context'
import type { LinkedFigure, LinkedLayer } from '@/lib/derive/linked-case'
import type { Thread } from '@/lib/schema/case'
import legend from './layer-legend.module.css'
import styles from './layer-thread.module.css'

interface LayerThreadProps {
  thread: Thread
  /** From 1, in the case's order. */
  number: number
  layers: readonly LinkedLayer[]
  children: ReactNode
}

/** A thread of the story over its layers: its title, which leads to it on the map, its figure and what it is, in a sentence. */
export function LayerThread({ thread, number, layers, children }: LayerThreadProps) {
  const t = useTranslations('threads')
  const { figure } = useCase()
  const stands = thread.figure === undefined ? undefined : figure(thread.figure)
  return (
    <li className={`${styles.thread} ${colours[thread.hue]}`}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <span className={styles.badge} aria-hidden="true">
            {number}
          </span>
          <Button
            className={styles.title}
            title={t('show', { title: thread.title })}
            onClick={() => showBounds(thread.bounds, true)}
          >
            {thread.title}
          </Button>
        </h3>
        {layers.length > 0 && <ThreadSwitch thread={thread} layers={layers} />}
      </div>
      <div className={styles.told}>
        {stands !== undefined && <ThreadFigure figure={stands} />}
        <p className={styles.sentence}>{thread.sentence}</p>
      </div>
      {children}
    </li>
  )
}

/** The figure that stands for a thread, what it counts, who says so and how sure it is. */
function ThreadFigure({ figure }: { figure: LinkedFigure }) {
  const { choose } = useActions()
  const saysText = useSaysText()
  const statusText = useStatusText()
  const focus = { kind: 'figure', id: figure.id } as const
  return (
    <>
      <SelectButton of={focus} className={styles.figure} onClick={() => choose(focus)}>
        <FigureNumeral figure={figure} size="list" /> {figure.counts}
      </SelectButton>
      <p className={styles.says}>
        {saysText(figure)}
        {'\u00a0· '}
        {statusText(figure)}
      </p>
    </>
  )
}

/**
 * All layers of a thread at once. A checkbox, which looks like the switches under it: of a switch ARIA knows no state
 * between on and off, and some of the layers may be on.
 */
function ThreadSwitch({ thread, layers }: { thread: Thread; layers: readonly LinkedLayer[] }) {
  const t = useTranslations('threads')
  const { switchLayers } = useActions()
  const ids = layers.map(({ id }) => id)
  const count = useView(({ visibleLayers }) => ids.filter((id) => visibleLayers.includes(id)).length)
  const state = count === ids.length ? 'true' : count === 0 ? 'false' : 'mixed'
  const look = { true: 'checked', false: 'unchecked', mixed: 'mixed' }[state]
  return (
    // No input, which would need a style of its own and a script for its third state.
    <Button
      role="checkbox"
      aria-checked={state}
      aria-label={t('all', { title: thread.title })}
      className={`${legend.switch} ${styles.all}`}
      data-state={look}
      onClick={() => switchLayers(ids, state !== 'true')}
    >
      <span className={legend.thumb} data-state={look} />
    </Button>
  )
}
