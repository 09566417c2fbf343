'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { useAskedEntry } from '@/lib/client/asked-entry'
import { useCase } from '@/lib/client/case-context'
import { useCorrectionsSince } from '@/lib/client/link-version'
import type { Correction } from '@/lib/schema/correction'
import { RecordButton } from './record-button'

/** Everything that was mended in the case, newest first; what came after the link that led here is marked. */
export function CorrectionsPage() {
  const { linked } = useCase()
  const t = useTranslations('corrections')
  const since = new Set(useCorrectionsSince().map(({ id }) => id))
  const newestFirst = useMemo(() => linked.corrections.toReversed(), [linked])
  const { askedRef, askedId } = useAskedEntry('correction')
  return (
    <>
      <p className={panel.quiet}>
        {t('intro', { count: newestFirst.length })}
        <br />
        {t('version', { version: linked.caseVersion })}
      </p>
      <ol className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
        {newestFirst.map((correction) => (
          <li
            key={correction.id}
            className={styles.entry}
            data-since={since.has(correction.id) ? '' : undefined}
            {...(correction.id === askedId ? { ref: askedRef, tabIndex: -1 } : {})}
          >
            <Entry correction={correction} isNew={since.has(correction.id)} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Entry({ correction, isNew }: { correction: Correction; isNew: boolean }) {
  const t = useTranslations('corrections')
  const dateText = useDateText()
  const { date, wrong, right, why, records } = correction
  return (
    <>
      <p className={panel.small}>
        {dateText(date)}
        {isNew && <strong className={styles.since}>{` · ${t('new')}`}</strong>}
      </p>
      <dl className={styles.facts}>
        <dt>{t('wrong')}</dt>
        <dd className={panel.quiet}>{wrong}</dd>
        <dt>{t('right')}</dt>
        <dd>{right}</dd>
        <dt>{t('why')}</dt>
        <dd>{why}</dd>
      </dl>
      {records.length === 0 ? (
        <p className={panel.small}>{t('noRecord')}</p>
      ) : (
        <ul className={panel.chips} aria-label={t('records')}>
          {records.map((record) => (
            <li key={`${record.kind} ${record.id}`}>
              <span className={panel.small}>{t(`kinds.${record.kind}`)}</span> <RecordButton record={record} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
