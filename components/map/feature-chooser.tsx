'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { LayerMark } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import { useFocus } from '@/lib/client/view-context'
import { legendRow } from '@/lib/map/legend-marks'
import styles from './feature-chooser.module.css'
import { useStandBeside } from './use-stand-beside'

export interface Picked {
  /** Ids, topmost first. */
  places: readonly string[]
  /** Where, px within the map. */
  point: { x: number; y: number }
}

interface FeatureChooserProps {
  picked: Picked
  onChoose(place: string): void
  onClose(): void
}

/** Several places under one click: the topmost is chosen already, the others are one more click away. */
export function FeatureChooser({ picked, onChoose, onClose }: FeatureChooserProps) {
  const words = useTranslations('map')
  const board = useCase()
  const list = useRef<HTMLElement>(null)
  const focus = useFocus()

  useStandBeside(list, picked.point, onClose)

  const places = picked.places.map((id) => board.place(id)).filter((place) => place !== undefined)
  return (
    <section ref={list} aria-label={words('here')} className={`${styles.chooser} grows`}>
      <p className={styles.title}>{words('here')}</p>
      <ul>
        {places.map((place) => {
          const layer = board.layer(place.layer)
          return (
            <li key={place.id}>
              <Button
                aria-pressed={focus?.kind === 'place' && focus.id === place.id}
                onClick={() => onChoose(place.id)}
              >
                {layer !== undefined && <LayerMark {...legendRow(layer)} />}
                <span>
                  {place.name}
                  <small>{layer?.name}</small>
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
