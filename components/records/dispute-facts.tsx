'use client'
import { useTranslations } from 'next-intl'
import useSWR from 'swr'
import { useDateText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import { fetchJson } from '@/lib/client/load-with-retry'
import type { Dispute } from '@/lib/schema/dispute'
import { addressBelow } from '@/lib/url/base-path'
import styles from './dispute-facts.module.css'
import { WebLink } from './source-line'

/** The disputed lines and areas of the basemap, fetched when they are first `wanted`. */
export function useDisputes(wanted: boolean): { disputes: readonly Dispute[] | undefined; failed: boolean } {
  const { data, error } = useSWR<Dispute[], Error>(
    wanted ? addressBelow('/api/borders') : null,
    (address: string) => fetchJson(address, { cache: 'no-cache' }),
    {
      revalidateOnFocus: false,
      // They change with a release only; one that is there is not asked for again.
      revalidateIfStale: false,
      errorRetryInterval: 5_000,
    },
  )
  return { disputes: data, failed: data === undefined && error !== undefined }
}

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
