'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { ThreadLabel } from '@/components/ui/thread-label'
import { useWall } from '@/lib/client/wall-context'
import type { Scene } from '@/lib/schema/scene'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import { SceneChart } from './scene-chart'
import { SceneFigure } from './scene-figure'
import { sceneHue } from './scene-hue'
import { SceneQuotation } from './scene-quotation'
import { SceneSourceLine } from './scene-source-line'
import { sceneFigures, sceneSources } from './scene-sources'
import { type TypeStep, useFit } from './use-fit'
import styles from './wall-scene.module.css'

/** A display that shows words alone has room for larger ones. */
const typeSteps: Record<ScreenRole, readonly TypeStep[]> = {
  mirror: ['preferred', 'closer', 'least'],
  map: ['preferred', 'closer', 'least'],
  evidence: ['poster', 'large', 'ample', 'preferred', 'closer', 'least'],
}

const roleClass: Record<ScreenRole, string | undefined> = {
  mirror: styles.mirror,
  map: styles.mapAlone,
  evidence: styles.wordsAlone,
}

/** A scene in words: when and where, headline, what happened, one figure or chart, one quotation, and who says so. */
export function WallScene({ scene }: { scene: Scene }) {
  const { view, index } = useWall()
  const ref = useRef<HTMLElement>(null)
  useFit(ref, typeSteps[view.role], `${scene.id} ${index.linked.version} ${view.role}`)
  return (
    <article ref={ref} className={`${styles.scene} ${roleClass[view.role] ?? ''}`}>
      <header className={styles.lead} data-fit-part="">
        <Kicker scene={scene} />
        <h1 className={styles.headline}>{scene.title}</h1>
        {view.role !== 'map' && (
          <p className={styles.words} data-part="words">
            {scene.words}
          </p>
        )}
      </header>
      {view.role !== 'map' && <SceneEvidence scene={scene} />}
      <SceneSourceLine ids={sceneSources(scene, index)} />
    </article>
  )
}

/** The thread that the scene belongs to, and when and where it is about. */
function Kicker({ scene: { thread, when, where } }: { scene: Scene }) {
  const t = useTranslations('wall.scene')
  const dateText = useDateText()
  const { threads } = useWall().index.linked
  const date = when === undefined ? undefined : dateText(when)
  const about = date !== undefined && where !== undefined ? t('kicker', { when: date, where }) : (date ?? where)
  if (thread === undefined && about === undefined) return null
  return (
    <p className={styles.kicker}>
      {thread !== undefined && (
        <span className={styles.thread}>
          <ThreadLabel threads={threads} id={thread} />
        </span>
      )}
      {about}
    </p>
  )
}

/** What the words rest on: the scene's figure or chart, and its quotation. */
function SceneEvidence({ scene }: { scene: Scene }) {
  const { index } = useWall()
  const figures = sceneFigures(scene, index)
  const chart = index.linked.charts.find(({ id }) => id === scene.chart)
  const figure = scene.figure === undefined ? undefined : index.figure(scene.figure)
  const quotation = scene.quotation === undefined ? undefined : index.quotation(scene.quotation)
  const tone = sceneHue(
    index,
    scene,
    figures.flatMap(({ about }) => about),
  )
  if (figure === undefined && chart === undefined && quotation === undefined) return null
  return (
    <div className={styles.evidence} data-fit-part="">
      {figure !== undefined && <SceneFigure figure={figure} tone={tone} />}
      {chart !== undefined && figures.length > 0 && <SceneChart chart={chart} figures={figures} tone={tone} />}
      {quotation !== undefined && (
        <SceneQuotation quotation={quotation} tone={sceneHue(index, scene, quotation.about)} />
      )}
    </div>
  )
}
