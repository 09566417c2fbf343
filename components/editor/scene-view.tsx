'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useViewBounds } from '@/components/map/places-beyond'
import { Button } from '@/components/ui/button'
import { LayerMark } from '@/components/ui/layer-mark'
import { showBounds } from '@/lib/client/map-commands'
import type { RecordValue } from '@/lib/edit/record-edit'
import { readSceneLayers, toggleSceneLayer } from '@/lib/edit/scene-layers'
import { type Bounds, cameraToBounds, sceneFrame } from '@/lib/geo/camera-to-bounds'
import { legendRow } from '@/lib/map/legend-marks'
import { toSceneCamera } from '@/lib/wall/scene-view'
import styles from './editor.module.css'
import { useEditor } from './editor-context'
import formStyles from './record-form.module.css'

/** What a scene's camera shows; null where the scene has none that can be used. */
function sceneBounds({ camera }: RecordValue): Bounds | null {
  const { center, zoom } = Object(camera)
  const numbers: unknown[] = [...(Array.isArray(center) ? center : []), zoom]
  const [lng, lat, near] = numbers.flatMap((number) => (typeof number === 'number' ? number : []))
  if (lng === undefined || lat === undefined || near === undefined) return null
  return cameraToBounds({ center: [lng, lat], zoom: near }, sceneFrame)
}

/** The keys of a scene that are chosen here; the form has the others. */
export const scenesChosen: readonly string[] = ['layers']

interface SceneViewProps {
  value: RecordValue
  onChange(next: (scene: RecordValue) => RecordValue): void
}

/**
 * The layers that a scene shows, switched by the marks that the legend has; the map beside them follows. Those that the map
 * does not have are named by their ids, so that they can be taken out.
 */
export function SceneLayers({ value, onChange }: SceneViewProps) {
  const t = useTranslations('editor.scene')
  const { linked } = useEditor()
  if (linked === null) return null
  const { layers } = linked
  const { shown, missing } = readSceneLayers(value.layers, layers)
  if (layers.length + missing.length === 0) return null
  const toggle = (id: string) => onChange((scene) => ({ ...scene, layers: toggleSceneLayer(scene.layers, layers, id) }))
  return (
    <fieldset className={formStyles.layers}>
      <legend className={formStyles.label}>{t('layers')}</legend>
      {layers.map((layer) => (
        <label key={layer.id}>
          <input type="checkbox" checked={shown.has(layer.id)} onChange={() => toggle(layer.id)} />
          <LayerMark {...legendRow(layer)} />
          {layer.name}
        </label>
      ))}
      {missing.map((id) => (
        <label key={id}>
          <input type="checkbox" checked onChange={() => toggle(id)} />
          <code>{id}</code>
        </label>
      ))}
    </fieldset>
  )
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
      <SceneLayers value={value} onChange={onChange} />
    </div>
  )
}
