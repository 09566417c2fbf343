'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { DisputeFacts, useDisputes } from '@/components/records/dispute-facts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useFocus } from '@/lib/client/view-context'
import { legendRow } from '@/lib/map/legend-marks'
import type { Dispute } from '@/lib/schema/dispute'
import styles from './map-cards.module.css'
import { useStandBeside } from './use-stand-beside'

interface DisputeCardProps {
  /** Of the disputes under the click, the first to be told first. */
  ids: readonly string[]
  /** Where, px within the map. */
  point: { x: number; y: number }
  onClose(): void
}

/** What a click on a disputed line or area of the basemap tells, beside the click. */
export function DisputeCard({ ids, point, onClose }: DisputeCardProps) {
  const t = useTranslations('borders')
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const { disputes, failed } = useDisputes(true)
  const [asked, setAsked] = useState<string | null>(null)
  const here = ids.flatMap((id) => disputes?.find((dispute) => dispute.id === id) ?? [])
  const shown = here.find(({ id }) => id === asked) ?? here[0]
  useStandBeside(card, point, onClose, shown)
  return (
    <section ref={card} aria-labelledby={titleId} className={`${styles.card} grows`}>
      <header className={styles.head}>
        <h2 id={titleId}>{shown?.name ?? t('disputedTitle')}</h2>
        <Button className={styles.close} aria-label={t('close')} onClick={onClose}>
          <Icon name="closeCard" size={16} />
        </Button>
      </header>
      <div aria-live="polite">
        {shown === undefined ? <p>{t(failed ? 'failed' : 'loading')}</p> : <DisputeFacts dispute={shown} />}
      </div>
      <Others disputes={here.filter((dispute) => dispute !== shown)} onAsk={setAsked} />
    </section>
  )
}

function Others({ disputes, onAsk }: { disputes: readonly Dispute[]; onAsk(id: string): void }) {
  const t = useTranslations('borders')
  if (disputes.length === 0) return null
  return (
    <div className={styles.others}>
      <p className={panel.small}>{t('alsoHere')}</p>
      <ul className={panel.chips}>
        {disputes.map(({ id, name }) => (
          <li key={id}>
            <Button className={panel.link} onClick={() => onAsk(id)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

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
  const t = useTranslations('map')
  const board = useCase()
  const list = useRef<HTMLElement>(null)
  const focus = useFocus()

  useStandBeside(list, picked.point, onClose)

  const places = picked.places.map((id) => board.place(id)).filter((place) => place !== undefined)
  return (
    <section ref={list} aria-label={t('here')} className={`${styles.chooser} grows`}>
      <p className={styles.title}>{t('here')}</p>
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
