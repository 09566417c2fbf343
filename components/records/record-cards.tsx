'use client'
import { memo } from 'react'
import { useAsOfText, useFigureText, useSaysText, useStatusText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { groupSayings } from '@/lib/derive/group-sayings'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import { CorrectedSign } from './corrected-line'
import { CarriedText } from './one-origin'
import { PassageButton } from './passage-view'
import { SayingCard } from './quotation-card'
import styles from './record-cards.module.css'

/** The numeral large in the serif, its qualifier and unit small beside it. */
export function FigureNumeral({ figure, size }: { figure: LinkedFigure; size: 'list' | 'panel' | 'large' }) {
  const { qualifier, lead, numeral, unit } = useFigureText()(figure)
  const before = [qualifier, lead].filter((part) => part !== '').join(' ')
  // A range is twice as long as a number and would break over two lines at the same size.
  const long = numeral.length > 9 ? styles.long : ''
  return (
    <span className={`${styles.number} ${styles[size]} ${long}`}>
      {before !== '' && <span className={styles.beside}>{before} </span>}
      <span className={styles.numeral}>{numeral}</span>
      {unit !== '' && <span className={styles.beside}> {unit}</span>}
    </span>
  )
}

interface FigureCardProps {
  figure: LinkedFigure
  size: 'list' | 'panel'
}

/** One number of the case: what it counts, who says so, how sure it is and as of when. The whole card chooses it. */
export const FigureCard = memo(function FigureCard({ figure, size }: FigureCardProps) {
  const { choose } = useActions()
  const saysText = useSaysText()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const focus = { kind: 'figure', id: figure.id } as const
  return (
    <div className={styles.card}>
      <SelectButton of={focus} className={styles.choose} onClick={() => choose(focus)}>
        <FigureNumeral figure={figure} size={size} /> <span className={styles.counts}>{figure.counts}</span>
      </SelectButton>
      <p className={`${styles.meta} ${panel.quiet}`}>
        {saysText(figure)}
        {'\u00a0· '}
        <span className={styles.status}>{statusText(figure)}</span>
        {'\u00a0· '}
        {asOfText(figure)}
        {figure.reports > 0 && '\u00a0· '}
        <CarriedText carried={figure} />
        <CorrectedSign record={focus} />
        {figure.passage !== undefined && '\u00a0· '}
        <PassageButton focus={focus} passage={figure.passage} of={figure.counts} className={styles.passage} />
      </p>
    </div>
  )
})

/** The longest figure that keeps to one line in half a panel, characters. */
const COLUMN_LENGTH = 16

/** Cards of the quotations with these ids, in the given order; passages of one sentence share a card. */
export function QuotationCards({ ids }: { ids: readonly string[] }) {
  const { quotation, source } = useCase()
  const found = ids.map(quotation).filter((record) => record !== undefined)
  return (
    <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
      {groupSayings(found, source).map((saying) => (
        <li key={saying.quotations[0].id}>
          <SayingCard saying={saying} size="panel" />
        </li>
      ))}
    </ul>
  )
}

/** Cards of the figures with these ids, in the given order. */
export function FigureCards({ ids }: { ids: readonly string[] }) {
  const { figure } = useCase()
  const figureText = useFigureText()
  const found = ids.map(figure).filter((record) => record !== undefined)
  const short = found.every((record) => figureText(record).line.length <= COLUMN_LENGTH)
  return (
    <ul className={`${panel.list} ${styles.figures} ${short ? styles.columns : ''}`}>
      {found.map((record) => (
        <li key={record.id}>
          <FigureCard figure={record} size="panel" />
        </li>
      ))}
    </ul>
  )
}
