import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { WebLink } from '@/components/records/source-line'
import panel from '@/components/ui/panel.module.css'
import type { Dispute } from '@/lib/schema/dispute'
import styles from './dispute.module.css'

/** What a disputed line or area is, who administers it and who claims it, as of when and on what sources. */
export function DisputeFacts({ dispute }: { dispute: Dispute }) {
  const t = useTranslations('borders')
  const dateText = useDateText()
  const { status, administered, claimed, note, asOf, sources } = dispute
  return (
    <>
      <p className={styles.status}>{status}</p>
      <dl className={styles.sides}>
        <div>
          <dt>{t('administered')}</dt>
          <dd>{administered}</dd>
        </div>
        <div>
          <dt>{t('claimed')}</dt>
          <dd>{claimed}</dd>
        </div>
      </dl>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <p className={panel.small}>{t('asOf', { date: dateText(asOf) })}</p>
      <ul className={`${panel.list} ${panel.small}`} aria-label={t('sources')}>
        {sources.map(({ title, address }) => (
          <li key={address}>
            <WebLink address={address}>{title}</WebLink>
          </li>
        ))}
      </ul>
    </>
  )
}
