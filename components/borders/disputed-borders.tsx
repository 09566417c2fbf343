'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { lookAt } from '@/lib/client/look-at'
import { useDisputes } from '@/lib/client/use-disputes'
import { useView } from '@/lib/client/view-context'
import { groupBy } from '@/lib/derive/group-by'
import type { Dispute } from '@/lib/schema/dispute'
import styles from './dispute.module.css'
import { DisputeFacts } from './dispute-facts'

/** The disputed lines and areas of the basemap as a list, fetched when the page of borders is open. */
export function DisputedBorders() {
  const t = useTranslations('borders')
  const id = useId()
  const isOpen = useView(({ page }) => page === 'borders')
  const { disputes, failed } = useDisputes(isOpen)
  return (
    <section aria-labelledby={id} className={panel.section}>
      <h2 className={panel.sectionTitle}>
        <span id={id}>{t('disputedTitle')}</span>
        {disputes !== undefined && <span className={panel.count}>{disputes.length}</span>}
      </h2>
      <p className={panel.quiet}>{t('disputedIntro')}</p>
      {disputes === undefined && <p role="status">{t(failed ? 'failed' : 'loading')}</p>}
      {[...groupBy(disputes ?? [], ({ region }) => region)].map(([region, members]) => (
        <RegionDisputes key={region} region={region} disputes={members} />
      ))}
    </section>
  )
}

function RegionDisputes({ region, disputes }: { region: string; disputes: readonly Dispute[] }) {
  const t = useTranslations('borders')
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.region}>
      <h3 id={id} className={panel.sectionTitle}>
        {region}
      </h3>
      <ul className={`${panel.list} ${panel.ruled}`}>
        {disputes.map((dispute) => (
          <li key={dispute.id} className={styles.entry}>
            <h4>
              <Button
                className={panel.link}
                aria-label={t('showOnMap', { name: dispute.name })}
                onClick={() => lookAt(dispute.bounds, true)}
              >
                {dispute.name}
              </Button>
            </h4>
            <DisputeFacts dispute={dispute} />
          </li>
        ))}
      </ul>
    </section>
  )
}
