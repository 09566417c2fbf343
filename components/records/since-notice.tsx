'use client'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { recordsInFocus, useShowCorrections } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { LinkVersionContext, useCorrectionsSince } from '@/lib/client/link-version'
import { useFocus } from '@/lib/client/view-context'
import { orderByConcern } from '@/lib/derive/case-version'

/**
 * On a page that an older link has opened: how much was corrected since, first of what is in focus, and where to read it.
 * Nothing where the link is of the present version, or was dismissed.
 */
export function SinceNotice() {
  const index = useCase()
  const focus = useFocus()
  const since = useCorrectionsSince()
  const { dismiss } = useContext(LinkVersionContext)
  const t = useTranslations('corrections')
  const dateText = useDateText()
  const show = useShowCorrections()
  if (since.length === 0) return null
  const { concerned } = orderByConcern(since, recordsInFocus(index, focus))
  const newest = since.at(-1)
  return (
    <section className={styles.notice} aria-label={t('notice')}>
      <p>
        <strong>{t('since', { count: since.length })}</strong>
        {focus !== null && ` ${t('concern.record', { count: concerned.length })}`}
      </p>
      {concerned.length > 0 && (
        <ul className={panel.list}>
          {concerned.map(({ id, date, right }) => (
            <li key={id}>
              <Button className={panel.link} onClick={() => show(id)}>
                {dateText(date)}
              </Button>
              {`: ${right}`}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.actions}>
        <Button className={panel.link} onClick={() => show(newest?.id)}>
          {t('showAll', { count: since.length })}
        </Button>
        <Button className={panel.link} onClick={dismiss}>
          {t('dismiss')}
        </Button>
      </p>
    </section>
  )
}
