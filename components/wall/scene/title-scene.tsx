'use client'
import { useTranslations } from 'next-intl'
import { useDateText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import colours from '@/components/ui/colour.module.css'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useWall } from '@/lib/client/wall-context'
import { isUnproven } from '@/lib/derive/figure-words'
import type { Thread } from '@/lib/schema/case'
import type { TourScene } from '@/lib/wall/tour-scenes'
import { Paged, type Stay } from './paged'
import styles from './title-scene.module.css'
import type { TypeStep } from './use-fit'

const titleSteps: readonly TypeStep[] = ['poster', 'large', 'ample', 'preferred', 'closer', 'least']

/** The case's name, what it is in two sentences, and its threads, each with its number and the figure that stands for it. */
export function TitleScene({ scene, stay }: { scene: TourScene; stay: Stay | null }) {
  const { index, view, tour } = useWall()
  const t = useTranslations('wall.title')
  const dateText = useDateText()
  const { threads = [], version, scenes } = index.linked
  const minutes = Math.max(1, Math.round(tour.reduce((sum, { durationMs }) => sum + durationMs, 0) / 60_000))
  return (
    <Paged
      steps={titleSteps}
      content={`${scene.id} ${version} ${view.role}`}
      className={styles.title ?? ''}
      lead={
        <>
          {scene.when !== undefined && <p className={styles.kicker}>{dateText(scene.when)}</p>}
          <h1 className={styles.name}>{scene.title}</h1>
        </>
      }
      foot={scenes.length === 0 ? null : <p>{t('length', { scenes: scenes.length, minutes })}</p>}
      stay={stay}
    >
      {view.role !== 'map' && <p data-part="words">{scene.words}</p>}
      {view.role !== 'map' && threads.length > 0 && (
        <ul className={styles.threads}>
          {threads.map((thread) => (
            <li key={thread.id} className={`${styles.thread} ${colours[thread.hue]}`}>
              <ThreadLabel threads={threads} id={thread.id} />
              <KeyFigure thread={thread} />
            </li>
          ))}
        </ul>
      )}
    </Paged>
  )
}

function KeyFigure({ thread }: { thread: Thread }) {
  const { index } = useWall()
  const figureText = useFigureText()
  const statusText = useStatusText()
  const figure = thread.figure === undefined ? undefined : index.figure(thread.figure)
  if (figure === undefined) return null
  const { qualifier, lead, numeral, unit } = figureText(figure)
  const before = [qualifier, lead].filter((part) => part !== '').join(' ')
  return (
    <p className={styles.figure}>
      {before !== '' && `${before} `}
      <span className={`${styles.numeral} ${isUnproven(figure) ? styles.open : ''}`}>{numeral}</span>
      {unit !== '' && ` ${unit}`}
      {isUnproven(figure) && `, ${statusText(figure)}`}
    </p>
  )
}
