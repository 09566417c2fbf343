'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useAsOfText, useFigureText, useReporterName, useStatusText } from '@/components/record-text/use-words'
import { OneOrigin } from '@/components/records/one-origin'
import styles from '@/components/ui/chart.module.css'
import panel from '@/components/ui/panel.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useOpenPassage } from '@/lib/client/reveal-requests'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { ChartMarksProps } from './use-chart-drawing'

/**
 * One row a figure: what it is and its value, written; under it a strip that the bar is drawn in or, where the numbers may
 * not be compared, what days each counts.
 */
export const BarRows = memo(function BarRows({ figures, outside, scaled }: ChartMarksProps & { scaled: boolean }) {
  const openPassage = useOpenPassage()
  const t = useTranslations('chart')
  const tFilter = useTranslations('filter')
  const figureText = useFigureText()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const label = useRowLabels(figures)
  const shared = sharedUnit(figures) !== null
  return (
    <ol className={panel.list} aria-label={t('figures')}>
      {figures.map((figure) => {
        const { name, detail } = label(figure)
        const { qualifier, numeral, unit } = figureText(figure)
        const focus = { kind: 'figure', id: figure.id } as const
        return (
          <li key={figure.id}>
            <SelectButton
              of={focus}
              className={styles.row}
              data-outside={outside.has(figure.id) ? '' : undefined}
              onClick={() => openPassage(focus, figure.passage)}
            >
              <span className={styles.label}>
                <span className={styles.name}>
                  {name} <OneOrigin carried={figure} />
                </span>{' '}
                <span className={styles.value}>
                  {qualifier !== '' && <span className={panel.quiet}>{qualifier} </span>}
                  {numeral}
                  <span className={shared ? 'visually-hidden' : panel.quiet}> {unit}</span>
                </span>
              </span>
              {detail !== null && <span className={styles.detail}>{detail}</span>}
              {scaled && <span className="visually-hidden">, {statusText(figure)}</span>}
              {outside.has(figure.id) && <span className="visually-hidden">, {tFilter('outside')}</span>}
              {scaled ? (
                <span className={styles.strip} data-strip="" />
              ) : (
                <span className={styles.detail}>{`${asOfText(figure)} · ${statusText(figure)}`}</span>
              )}
            </SelectButton>
          </li>
        )
      })}
    </ol>
  )
})

/**
 * What tells the rows of one chart apart. Figures of one question differ by who counts; those of several by what is
 * counted, and who counts is said below.
 */
function useRowLabels(
  figures: readonly LinkedFigure[],
): (figure: LinkedFigure) => { name: string; detail: string | null } {
  const reporter = useReporterName()
  const reporters = new Set(figures.map((figure) => figure.by)).size
  const oneQuestion = new Set(figures.map((figure) => figure.question)).size === 1
  return (figure) => {
    if (oneQuestion && reporters === figures.length) return { name: reporter(figure), detail: null }
    return { name: figure.counts, detail: reporters > 1 ? reporter(figure) : null }
  }
}

/** The unit that all figures share, to be written once; null where they differ. */
export function sharedUnit(figures: readonly LinkedFigure[]): string | null {
  const [first, ...rest] = figures
  return first !== undefined && first.unit !== '' && rest.every((figure) => figure.unit === first.unit)
    ? first.unit
    : null
}
