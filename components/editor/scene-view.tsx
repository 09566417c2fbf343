'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useViewBounds } from '@/components/map/places-beyond'
import { Button } from '@/components/ui/button'
import { showBounds } from '@/lib/client/map-commands'
import type { RecordValue } from '@/lib/edit/record-edit'
import { type Bounds, cameraToBounds, sceneFrame } from '@/lib/geo/camera-to-bounds'
import { toSceneCamera } from '@/lib/wall/scene-view'
import styles from './editor.module.css'
import formStyles from './record-form.module.css'

/** What a scene's camera shows; null where the scene has none that can be used. */
function sceneBounds({ camera }: RecordValue): Bounds | null {
  const { center, zoom } = Object(camera)
  const numbers: unknown[] = [...(Array.isArray(center) ? center : []), zoom]
  const [lng, lat, near] = numbers.flatMap((number) => (typeof number === 'number' ? number : []))
  if (lng === undefined || lat === undefined || near === undefined) return null
  return cameraToBounds({ center: [lng, lat], zoom: near }, sceneFrame)
}

interface SceneViewProps {
  value: RecordValue
  onChange(next: (scene: RecordValue) => RecordValue): void
}

/** What of the map a scene shows: the map goes there when the scene is chosen, and the scene takes on what the map shows. */
export function SceneView({ value, onChange }: SceneViewProps) {
  const t = useTranslations('editor.scene')
  const shown = useViewBounds()
  const bounds = sceneBounds(value)
  const show = () => {
    if (bounds !== null) showBounds(bounds, true)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is chosen; what is typed meanwhile moves no map
  useEffect(show, [])
  return (
    <div className={formStyles.position}>
      <p>{t(bounds === null ? 'none' : 'hint')}</p>
      <p className={styles.actions}>
        <Button
          className={styles.button}
          disabled={shown === null}
          onClick={() => shown !== null && onChange((scene) => ({ ...scene, camera: toSceneCamera(shown) }))}
        >
          {t('take')}
        </Button>
        {bounds !== null && (
          <Button className={styles.link} onClick={show}>
            {t('show')}
          </Button>
        )}
      </p>
    </div>
  )
}
