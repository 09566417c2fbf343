'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import panel from '@/components/panels/panel.module.css'
import { useDateText } from '@/components/panels/use-words'
import { useAskedCorrection } from '@/lib/client/asked-correction'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useCorrectionsSince } from '@/lib/client/link-version'
import { scrollWithin } from '@/lib/client/scroll-within'
import type { Correction } from '@/lib/schema/correction'
import styles from './corrections.module.css'
import { RecordButton } from './record-button'

/** Everything that was mended in the case, newest first; what came after the link that led here is marked. */
export function CorrectionsPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('corrections')
  const since = new Set(useCorrectionsSince().map(({ id }) => id))
  const newestFirst = useMemo(() => linked.corrections.toReversed(), [linked])
  const { askedRef, askedId } = useAskedEntry()
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

/** Brings the correction that was asked for into sight, and the keyboard to it, once its page is open: once for each time. */
function useAskedEntry(): { askedRef: RefObject<HTMLLIElement | null>; askedId: string | null } {
  const { view } = useCaseboard()
  const asked = useAskedCorrection()
  const askedRef = useRef<HTMLLIElement>(null)
  const answered = useRef(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page may open only later, which the view says
  useEffect(() => {
    const element = askedRef.current
    if (asked === answered.current || element === null || !element.checkVisibility()) return
    answered.current = asked
    element.focus({ preventScroll: true })
    scrollWithin(element)
  }, [asked, view])
  return { askedRef, askedId: asked?.id ?? null }
}
