'use client'
import { useTranslations } from 'next-intl'
import { DifferenceQuestion } from '@/components/evidence/difference-question'
import { DifferingWordings } from '@/components/evidence/differing-wordings'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import { findDifferences } from '@/lib/derive/find-differences'
import panel from './panel.module.css'

/** Where records disagree: questions with several answers, the furthest apart first; then words that others have otherwise. */
export function DifferencesPage() {
  const { linked } = useCaseboard()
  const shown = useShown()
  const t = useTranslations('differences')
  const figures = linked.figures.filter(({ id }) => shown.figure.has(id))
  const found = findDifferences(linked.questions, figures)
  const apart = found.filter(({ spread }) => spread > 0)
  const alike = found.filter(({ spread }) => spread === 0)
  const spoken = linked.quotations.filter(({ id }) => shown.quotation.has(id))
  if (found.length + spoken.length === 0) return <p className={panel.prose}>{t('nothing')}</p>
  return (
    <>
      <p className={panel.quiet}>{t('intro', { count: apart.length })}</p>
      {apart.map((difference) => (
        <DifferenceQuestion key={difference.question} difference={difference} />
      ))}
      {alike.length > 0 && (
        <>
          <p className={`${panel.quiet} ${panel.section}`}>{t('alikeIntro', { count: alike.length })}</p>
          {alike.map((difference) => (
            <DifferenceQuestion key={difference.question} difference={difference} />
          ))}
        </>
      )}
      <DifferingWordings quotations={spoken} />
    </>
  )
}
