'use client'
import { useTranslations } from 'next-intl'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import { type Difference, findVisibleDifferences, type VisibleDifferences } from '@/lib/derive/find-differences'
import { findVisible } from '@/lib/derive/visible-records'
import { DifferenceQuestion } from './difference-question'
import { DifferingWordings } from './differing-wordings'
import { EmptyList } from './visible-list'

function countParts({ questions, differing, notFound, notCompared }: VisibleDifferences): number {
  return questions.length + differing.length + notFound.length + notCompared.length
}

/**
 * Where records disagree: questions with several makers' answers, the furthest apart first; those that agree; numbers of
 * one maker over time; then words that others have otherwise, or that were not found, or not compared yet.
 */
export function DifferencesPage() {
  const { linked } = useCase()
  const shown = useVisible()
  const t = useTranslations('differences')
  const found = findVisibleDifferences(linked, shown)
  const { questions } = found
  const apart = questions.filter(({ kind }) => kind === 'apart')
  const alike = questions.filter(({ kind }) => kind === 'alike')
  const series = questions.filter(({ kind }) => kind === 'series')
  if (countParts(found) === 0)
    return (
      <EmptyList
        kind="difference"
        count={(without) =>
          countParts(findVisibleDifferences(linked, findVisible(shown.records, shown.query, without)))
        }
      />
    )
  return (
    <>
      <p className={panel.quiet}>{t('intro', { count: apart.length })}</p>
      {apart.map((difference) => (
        <DifferenceQuestion key={difference.question} difference={difference} />
      ))}
      <Questions intro={t('alikeIntro', { count: alike.length })} questions={alike} />
      <Questions intro={t('seriesIntro', { count: series.length })} questions={series} />
      <DifferingWordings {...found} />
    </>
  )
}

function Questions({ intro, questions }: { intro: string; questions: readonly Difference[] }) {
  if (questions.length === 0) return null
  return (
    <>
      <p className={`${panel.quiet} ${panel.section}`}>{intro}</p>
      {questions.map((difference) => (
        <DifferenceQuestion
          key={`${difference.question} ${difference.figures[0]?.figure.by}`}
          difference={difference}
        />
      ))}
    </>
  )
}
