'use client'
import { useTranslations } from 'next-intl'
import { DifferenceQuestion } from '@/components/evidence/difference-question'
import { DifferingWordings } from '@/components/evidence/differing-wordings'
import { EmptyList } from '@/components/filter/empty-list'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import { findShownDifferences, type ShownDifferences } from '@/lib/derive/find-differences'
import { findShown } from '@/lib/derive/shown-records'
import panel from './panel.module.css'

function countParts({ questions, differing, alone }: ShownDifferences): number {
  return questions.length + differing.length + alone.length
}

/** Where records disagree: questions with several answers, the furthest apart first; then words that others have otherwise. */
export function DifferencesPage() {
  const { linked } = useCaseboard()
  const shown = useShown()
  const t = useTranslations('differences')
  const found = findShownDifferences(linked, shown)
  const { questions, differing, alone } = found
  const apart = questions.filter(({ spread }) => spread > 0)
  const alike = questions.filter(({ spread }) => spread === 0)
  if (countParts(found) === 0)
    return (
      <EmptyList
        kind="difference"
        count={(without) => countParts(findShownDifferences(linked, findShown(shown.records, shown.sieve, without)))}
      />
    )
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
      <DifferingWordings differing={differing} alone={alone} />
    </>
  )
}
