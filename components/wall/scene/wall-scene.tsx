'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { findAccent } from '@/components/record-text/record-colour'
import { useDateText } from '@/components/record-text/use-words'
import { ThreadLabel } from '@/components/ui/layer-mark'
import type { CaseIndex } from '@/lib/client/case-context'
import { useWall, type WallBoard } from '@/lib/client/wall-context'
import { type Hue, neutralHue } from '@/lib/schema/plain-values'
import type { Scene } from '@/lib/schema/scene'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import { SceneChart } from './scene-chart'
import { SceneFigure, SceneQuotation } from './scene-records'
import { SceneSourceLine, sceneFigures, sceneSources } from './scene-sources'
import { type TypeStep, useFit } from './use-fit'
import { WallEvidence } from './wall-evidence'
import styles from './wall-scene.module.css'

/**
 * The accent of what a scene counts or quotes: that of its places; where those only locate, of the place in the scene's
 * focus; else of the first layer that the scene shows.
 */
export function sceneHue(index: Pick<CaseIndex, 'layer' | 'place'>, scene: Scene, about: readonly string[]): Hue {
  const focus = scene.focus === undefined ? [] : [scene.focus]
  const own = findAccent(index, about) ?? findAccent(index, focus)
  if (own !== null) return own
  const shown = scene.layers.map(index.layer).find((layer) => layer !== undefined && layer.context !== true)
  return shown?.hue ?? neutralHue
}

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
function WallScene({ scene }: { scene: Scene }) {
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
  const colour = sceneHue(
    index,
    scene,
    figures.flatMap(({ about }) => about),
  )
  if (figure === undefined && chart === undefined && quotation === undefined) return null
  return (
    <div className={styles.evidence} data-fit-part="">
      {figure !== undefined && <SceneFigure figure={figure} colour={colour} />}
      {chart !== undefined && figures.length > 0 && <SceneChart chart={chart} figures={figures} colour={colour} />}
      {quotation !== undefined && (
        <SceneQuotation quotation={quotation} colour={sceneHue(index, scene, quotation.about)} />
      )}
    </div>
  )
}

/** Longer than the fade in the style sheet: what leaves is gone before it is taken away. */
const LEAVES_MS = 320

type Item = Pick<WallBoard, 'scene' | 'opened'>

const keyOf = ({ scene, opened }: Item) => (opened === null ? `scene ${scene?.id ?? ''}` : `place ${opened.id}`)

/** What the wall says: the scene's words, or the evidence of the place that is open. One fades into the other. */
export function SceneStage() {
  const { scene, opened, view } = useWall()
  const item: Item = { scene, opened: view.role === 'map' ? null : opened }
  const key = keyOf(item)
  const [stage, setStage] = useState<{ key: string; item: Item; leaving: Item | null }>({ key, item, leaving: null })
  if (stage.key !== key) setStage({ key, item, leaving: stage.item })
  const { leaving } = stage
  useEffect(() => {
    if (leaving === null) return
    const timer = setTimeout(() => setStage((now) => ({ ...now, leaving: null })), LEAVES_MS)
    return () => clearTimeout(timer)
  }, [leaving])
  return (
    <div className={styles.stage}>
      {leaving !== null && keyOf(leaving) !== key && (
        <div key={keyOf(leaving)} className={`${styles.item} ${styles.leaving}`} aria-hidden="true" inert>
          <StageItem item={leaving} />
        </div>
      )}
      <div key={key} className={styles.item}>
        <StageItem item={item} />
      </div>
    </div>
  )
}

function StageItem({ item: { scene, opened } }: { item: Item }) {
  if (opened !== null) return <WallEvidence place={opened} />
  return scene === null ? null : <WallScene scene={scene} />
}
