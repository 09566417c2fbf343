'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { DisputeFacts } from '@/components/borders/dispute-facts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import panel from '@/components/ui/panel.module.css'
import { useDisputes } from '@/lib/client/use-disputes'
import type { Dispute } from '@/lib/schema/dispute'
import styles from './dispute-card.module.css'
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
