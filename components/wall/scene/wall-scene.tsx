'use client'
import { useEffect, useState } from 'react'
import { findAccent } from '@/components/record-text/record-colour'
import { useDateText } from '@/components/record-text/use-words'
import { ThreadLabel } from '@/components/ui/layer-mark'
import type { CaseIndex } from '@/lib/client/case-context'
import { useWall, type WallBoard } from '@/lib/client/wall-context'
import { type Hue, neutralHue } from '@/lib/schema/plain-values'
import type { Scene } from '@/lib/schema/scene'
import { type TourScene, titleScene } from '@/lib/wall/tour-scenes'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import { ClosingScene } from './closing-scene'
import { Paged, type Stay } from './paged'
import { SceneChart } from './scene-chart'
import { SceneFigure, SceneQuotation } from './scene-records'
import { SceneSourceLine, sceneFigures, sceneSources } from './scene-sources'
import { TitleScene } from './title-scene'
import type { TypeStep } from './use-fit'
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

/** One size from scene to scene beside a map; a display that shows words alone has room for larger ones. */
const typeSteps: Record<ScreenRole, readonly TypeStep[]> = {
  mirror: ['least'],
  map: ['least'],
  evidence: ['poster', 'large', 'ample', 'preferred', 'closer', 'least'],
}

/** How long the scene that is on stays; null while it is held. */
function useStay(): Stay | null {
  const { state, tour } = useWall()
  const durationMs = tour.find(({ id }) => id === state.scene)?.durationMs
  return state.heldUntil === null && durationMs !== undefined ? { since: state.since, durationMs } : null
}

/** A scene in words: when and where, headline, what happened, one figure or chart, one quotation, and who says so. */
function CaseScene({ scene, stay }: { scene: Scene; stay: Stay | null }) {
  const { view, index } = useWall()
  return (
    <Paged
      steps={typeSteps[view.role]}
      content={`${scene.id} ${index.linked.version} ${view.role}`}
      className={styles.scene ?? ''}
      lead={
        <>
          <Kicker scene={scene} />
          <h1 className={styles.headline}>{scene.title}</h1>
        </>
      }
      foot={<SceneSourceLine ids={sceneSources(scene, index)} />}
      stay={stay}
    >
      {view.role !== 'map' && <p data-part="words">{scene.words}</p>}
      {view.role !== 'map' && <SceneEvidence scene={scene} />}
    </Paged>
  )
}

/** The thread that the scene belongs to, and when and where it is about. */
function Kicker({ scene: { thread, when, where } }: { scene: Scene }) {
  const dateText = useDateText()
  const { threads } = useWall().index.linked
  const about = [...(when === undefined ? [] : [dateText(when)]), ...(where === undefined ? [] : [where])]
  if (thread === undefined && about.length === 0) return null
  return (
    <p className={styles.kicker}>
      {thread !== undefined && (
        <span className={styles.thread}>
          <ThreadLabel threads={threads} id={thread} />
        </span>
      )}
      {about.map((part, at) => (
        <span key={part} className={styles.about}>
          {part}
          {at < about.length - 1 && '\u00a0·\u00a0'}
        </span>
      ))}
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
  return (
    <>
      {figure !== undefined && <SceneFigure figure={figure} colour={colour} />}
      {chart !== undefined && figures.length > 0 && (
        <SceneChart scene={scene} chart={chart} figures={figures} colour={colour} />
      )}
      {quotation !== undefined && (
        <SceneQuotation quotation={quotation} colour={sceneHue(index, scene, quotation.about)} />
      )}
    </>
  )
}

/** Longer than the fade in the style sheet: what leaves is gone before it is taken away. */
const LEAVES_MS = 320

interface Item extends Pick<WallBoard, 'scene' | 'opened'> {
  /** The stay that its pages share; what leaves keeps its own, or it would turn back to its first page. */
  stay: Stay | null
}

const keyOf = ({ scene, opened }: Pick<Item, 'scene' | 'opened'>) =>
  opened === null ? `scene ${scene?.id ?? ''}` : `place ${opened.id}`

/** What the wall says: the scene's words, or the evidence of the place that is open. One fades into the other. */
export function SceneStage() {
  const { scene, opened, view } = useWall()
  const item: Item = { scene, opened: view.role === 'map' ? null : opened, stay: useStay() }
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

function StageItem({ item: { scene, opened, stay } }: { item: Item }) {
  const { index } = useWall()
  if (opened !== null) return <WallEvidence place={opened} />
  // Without a tour there is still what the case is about.
  return scene === null ? (
    <TitleScene scene={titleScene(index.linked)} stay={null} />
  ) : (
    <PartOfTour scene={scene} stay={stay} />
  )
}

function PartOfTour({ scene, stay }: { scene: TourScene; stay: Stay | null }) {
  switch (scene.part) {
    case 'title':
      return <TitleScene scene={scene} stay={stay} />
    case 'closing':
      return <ClosingScene scene={scene} stay={stay} />
    case 'scene':
      return <CaseScene scene={scene} stay={stay} />
  }
}
