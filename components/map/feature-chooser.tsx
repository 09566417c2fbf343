'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { LayerMark } from '@/components/panels/layer-mark'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useFocus } from '@/lib/client/view-context'
import { type LayerId, layerRow } from '@/lib/map/layer-table'
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

const markOf = (layer: LayerId) => {
  const { mark, colour } = layerRow(layer)
  return { mark, colour }
}

/** Several places under one click: the topmost is chosen already, the others are one more click away. */
export function FeatureChooser({ picked, onChoose, onClose }: FeatureChooserProps) {
  const words = useTranslations('map')
  const layerWords = useTranslations('layers')
  const board = useCaseboard()
  const list = useRef<HTMLElement>(null)
  const focus = useFocus()

  useStandBeside(list, picked.point, onClose)

  const places = picked.places.map((id) => board.place(id)).filter((place) => place !== undefined)
  return (
    <section ref={list} aria-label={words('here')} className={`${styles.chooser} grows`}>
      <p className={styles.title}>{words('here')}</p>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              aria-pressed={focus?.kind === 'place' && focus.id === place.id}
              onClick={() => onChoose(place.id)}
            >
              <LayerMark {...markOf(place.layer)} />
              <span>
                {place.name}
                <small>{layerWords(`${place.layer}.name`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
