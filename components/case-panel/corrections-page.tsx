'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { focusOf, isPart, useOpenPart, usePartTitle } from '@/components/record-text/record-refs'
import { useFocusName } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useCorrectionsSince } from '@/lib/client/link-version'
import { useRequestedEntry } from '@/lib/client/reveal-requests'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'

/** A button that leads to a corrected record; one that is not in the case any more is named without. */
function RecordButton({ record }: { record: CorrectedRecord }) {
  const t = useTranslations('corrections')
  const focusName = useFocusName()
  const partTitle = usePartTitle()
  const openPart = useOpenPart()
  const { kind, id } = record
  const part = isPart(kind) ? { kind, id } : null
  const focus = focusOf(record)
  const name = (part && partTitle(part)) ?? (focus && focusName(focus))
  if (name === null) return <span className={panel.quiet}>{t('gone', { name: id })}</span>
  if (part !== null)
    return (
      <Button className={panel.link} onClick={() => openPart(part)}>
        {name}
      </Button>
    )
  return (
    focus !== null && (
      <RecordLink focus={focus} look="link">
        {name}
      </RecordLink>
    )
  )
}

/** Everything that was mended in the case, newest first; what came after the link that led here is marked. */
export function CorrectionsPage() {
  const { linked } = useCase()
  const t = useTranslations('corrections')
  const since = new Set(useCorrectionsSince().map(({ id }) => id))
  const newestFirst = useMemo(() => linked.corrections.toReversed(), [linked])
  const { askedRef, askedId } = useRequestedEntry('correction')
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
