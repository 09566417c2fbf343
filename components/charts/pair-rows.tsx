'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useActorName, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { useMomentText } from '@/components/records/moment-text'
import { OneOrigin } from '@/components/records/one-origin'
import styles from '@/components/ui/chart.module.css'
import panel from '@/components/ui/panel.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useOpenPassage } from '@/lib/client/reveal-requests'
import { shortName } from '@/lib/derive/figure-words'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import { groupPairs } from './pair-groups'
import type { ChartMarksProps } from './use-chart-drawing'

/** One row an event: its name, then the lowest reading to the left of the scale and the highest to its right. */
export const PairRows = memo(function PairRows({ figures, outside }: ChartMarksProps) {
  const { event } = useCase()
  const momentText = useMomentText()
  return (
    <ol className={panel.list}>
      {groupPairs(figures).map((group) => {
        const found = group.event === null ? undefined : event(group.event)
        const [lowest, ...rest] = group.figures
        const highest = rest.pop()
        return (
          <li key={group.event ?? ''} className={styles.pair}>
            {found !== undefined && (
              <p className={styles.pairTitle}>
                {found.title}
                <span className={styles.detail}>{momentText(found.date, found.about)}</span>
              </p>
            )}
            <div className={styles.pairLine}>
              {lowest !== undefined && <Reading figure={lowest} outside={outside.has(lowest.id)} />}
              <span className={styles.pairScale} data-strip="" />
              {highest !== undefined && <Reading figure={highest} outside={outside.has(highest.id)} />}
            </div>
            {rest.map((figure) => (
              <Reading key={figure.id} figure={figure} outside={outside.has(figure.id)} />
            ))}
          </li>
        )
      })}
    </ol>
  )
})

function Reading({ figure, outside }: { figure: LinkedFigure; outside: boolean }) {
  const t = useTranslations('filter')
  const openPassage = useOpenPassage()
  const actorName = useActorName()
  const figureText = useFigureText()
  const statusText = useStatusText()
  const focus = { kind: 'figure', id: figure.id } as const
  const reporter = actorName(figure.by)
  const { qualifier, numeral, unit } = figureText(figure)
  return (
    <SelectButton
      of={focus}
      className={styles.reading}
      data-outside={outside ? '' : undefined}
      onClick={() => openPassage(focus, figure.passage)}
    >
      <span className={styles.readingValue}>
        {qualifier !== '' && <span className={panel.small}>{qualifier} </span>}
        {numeral}
      </span>{' '}
      <span className={styles.readingMaker} title={reporter}>
        {shortName(reporter)}
      </span>{' '}
      <OneOrigin carried={figure} />
      <span className="visually-hidden">{`, ${unit}, ${statusText(figure)}`}</span>
      {outside && <span className="visually-hidden">, {t('outside')}</span>}
    </SelectButton>
  )
}
