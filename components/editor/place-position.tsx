'use client'
import type { Position } from 'geojson'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { setPreview } from '@/lib/client/bring/brought-store'
import { findNamedPlaces } from '@/lib/client/editor/editor-link'
import { isTyping } from '@/lib/client/keyboard'
import { showBounds } from '@/lib/client/map-commands'
import { useToolPointer } from '@/lib/client/tool-store'
import { drawnSoFar, pointOf, type ShapeKind, shapeKinds, shapeOf } from '@/lib/edit/draw-shape'
import { withField } from '@/lib/edit/form-fields'
import { takeStep } from '@/lib/edit/workspace'
import type { FoundWorldPlace } from '@/lib/gazetteer/place-entry'
import { emptyCollection } from '@/lib/map/overlays'
import styles from './editor.module.css'
import { useEditor } from './editor-context'
import formStyles from './record-form.module.css'

interface DrawProps {
  kind: ShapeKind
  onDrawn(geometry: unknown): void
  onStop(): void
}

/** The drawing hand on the map: the map's own way for tools is used, so that no second library changes the map. */
function Draw({ kind, onDrawn, onStop }: DrawProps) {
  const t = useTranslations('editor')
  const [corners, setCorners] = useState<readonly Position[]>([])
  const end = (drawn: readonly Position[]) => {
    const shape = shapeOf(kind, drawn)
    if (shape !== null) onDrawn(shape)
  }
  useToolPointer(
    ({ phase, at }) => {
      if (phase !== 'click') return false
      const next = [...corners, [...at]]
      if (kind === 'point') end(next)
      else setCorners(next)
      return false
    },
    (event) => {
      if (isTyping(event.target)) return
      const acts: Record<string, () => void> = {
        Enter: () => end(corners),
        Backspace: () => setCorners(corners.slice(0, -1)),
        Escape: onStop,
      }
      const act = acts[event.key]
      if (act === undefined || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return
      event.preventDefault()
      // The map has a use for Enter too.
      event.stopPropagation()
      act()
    },
  )
  useEffect(() => {
    setPreview(drawnSoFar(kind, corners))
    return () => setPreview(emptyCollection)
  }, [kind, corners])
  return (
    <div className={formStyles.drawing}>
      <p role="status">{t(`drawing.${kind}`, { count: corners.length })}</p>
      <p className={styles.actions}>
        {kind !== 'point' && (
          <Button className={styles.button} disabled={shapeOf(kind, corners) === null} onClick={() => end(corners)}>
            {t('drawn')}
          </Button>
        )}
        <Button className={styles.link} onClick={onStop}>
          {t('cancel')}
        </Button>
      </p>
    </div>
  )
}

function FindByName({ onFound }: { onFound(place: FoundWorldPlace): void }) {
  const t = useTranslations('editor')
  const id = useId()
  const [found, setFound] = useState<readonly FoundWorldPlace[] | null>(null)
  const [typed, setTyped] = useState('')
  const find = async () => {
    const answer = await findNamedPlaces(typed)
    setFound(answer.kind === 'done' ? answer.value.places : [])
  }
  return (
    <search className={formStyles.byName}>
      <label htmlFor={id}>{t('byName')}</label>
      <input
        id={id}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void find()
        }}
      />
      <Button className={styles.button} onClick={() => void find()}>
        {t('find')}
      </Button>
      <div role="status">
        <ul>
          {found?.length === 0 && <li className={styles.hint}>{t('noSuchPlace')}</li>}
          {found?.map((place) => (
            <li key={`${place.kind} ${place.at.join()}`}>
              <Button
                className={styles.link}
                onClick={() => {
                  setFound(null)
                  onFound(place)
                }}
              >
                {place.name}
              </Button>{' '}
              <span className={styles.hint}>{[place.region, place.country].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </search>
  )
}

/** Where a place is: found by name, clicked or drawn on the map. With it stands how it is known, unless somebody has said that. */
export function PlacePosition({ value }: { value: unknown }) {
  const t = useTranslations('editor')
  const { store, selected } = useEditor()
  const [drawing, setDrawing] = useState<ShapeKind | null>(null)
  const point = pointOf(value)
  const { type } = Object(value)
  const set = (geometry: unknown, how: string | undefined = undefined) => {
    setDrawing(null)
    store.change((before) => {
      const record = selected === null ? undefined : before.working.get(selected)
      if (record === undefined) return before
      const properties = Object(record.value.properties)
      const basis = properties.basis === undefined || ours.includes(properties.basis) ? how : properties.basis
      return takeStep(before, [
        { ...record, value: { ...record.value, geometry, properties: withField(properties, 'basis', basis) } },
      ])
    })
  }
  /** What stands there only because a position was put in here goes with that position. */
  const ours = [t('basis.byHand'), t('basis.byName')]
  const found = ({ at: [lng, lat] }: FoundWorldPlace) => {
    set({ type: 'Point', coordinates: [lng, lat] }, t('basis.byName'))
    showBounds([lng - 2, lat - 2, lng + 2, lat + 2])
  }
  return (
    <div className={formStyles.position}>
      <p>
        {point !== null
          ? t('pointAt', { lat: point[0], lng: point[1] })
          : t(type === undefined ? 'nowhere' : 'shape', { type: String(type ?? '') })}
      </p>
      {drawing === null ? (
        <p className={styles.actions}>
          {shapeKinds.map((kind) => (
            <Button key={kind} className={styles.button} onClick={() => setDrawing(kind)}>
              {t(`draw.${kind}`)}
            </Button>
          ))}
          {type !== undefined && (
            <Button className={styles.link} onClick={() => set(null)}>
              {t('noPosition')}
            </Button>
          )}
        </p>
      ) : (
        <Draw kind={drawing} onDrawn={(shape) => set(shape, t('basis.byHand'))} onStop={() => setDrawing(null)} />
      )}
      <FindByName onFound={found} />
    </div>
  )
}
