'use client'
import { useEffect, useState } from 'react'
import { useWall, type WallBoard } from '@/lib/client/wall-context'
import styles from './scene-stage.module.css'
import { WallEvidence } from './wall-evidence'
import { WallScene } from './wall-scene'

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
