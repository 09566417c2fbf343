'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useActorName, useAsOfText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { OneOrigin } from '@/components/records/one-origin'
import { PassageButton } from '@/components/records/passage-button'
import styles from '@/components/ui/chart.module.css'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import type { ChartMarksProps } from './use-chart-drawing'

/** The table behind a chart: the same figures, each leading to its evidence. */
export const ChartTable = memo(function ChartTable({ figures, outside }: ChartMarksProps) {
  const filterWords = useTranslations('filter')
  const t = useTranslations('chart')
  const actorName = useActorName()
  const figureText = useFigureText()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  return (
    <details>
      <summary className={panel.summary}>{t('table')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('sure')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                <RecordLink focus={{ kind: 'figure', id: figure.id }} look="link">
                  {figureText(figure).line}
                </RecordLink>
                <span className={styles.cellNote}>{figure.counts}</span>
                <PassageButton focus={{ kind: 'figure', id: figure.id }} passage={figure.passage} of={figure.counts} />
                {outside.has(figure.id) && <span className={styles.cellNote}>{filterWords('outside')}</span>}
              </th>
              <td>{actorName(figure.by)}</td>
              <td>
                {statusText(figure)} <OneOrigin carried={figure} />
                <span className={styles.cellNote}>{asOfText(figure)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
})
