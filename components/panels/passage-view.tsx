'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { Passage } from '@/lib/schema/passage'
import panel from './panel.module.css'
import { PanelSection } from './panel-section'
import styles from './passage-view.module.css'
import { SourceLine } from './source-line'

/** Where words stand in their source: a little before, the words marked, a little after; then the source itself. */
export function PassageView({ passage, note }: { passage: Passage; note?: string | undefined }) {
  const { source } = useCaseboard()
  const t = useTranslations('source')
  const numbers = new Intl.NumberFormat(useLocale())
  const { start, end, prefix, suffix } = passage
  const sha256 = source(passage.source)?.sha256
  return (
    <PanelSection title={t('passage')}>
      <p className={styles.passage}>
        {prefix !== undefined && `…${prefix}`}
        <mark className={styles.exact}>{passage.exact}</mark>
        {suffix !== undefined && `${suffix}…`}
      </p>
      {note !== undefined && <p className={panel.prose}>{note}</p>}
      <SourceLine id={passage.source} />
      <p className={panel.small}>
        {start !== undefined && end !== undefined
          ? t('position', { start: numbers.format(start), end: numbers.format(end) })
          : t('notHeld')}
      </p>
      {sha256 !== undefined && start !== undefined && (
        <details className={panel.small}>
          <summary className={panel.summary}>{t('sha256')}</summary>
          <span className={styles.hash}>{sha256}</span>
        </details>
      )}
    </PanelSection>
  )
}
