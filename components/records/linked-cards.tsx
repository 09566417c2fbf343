'use client'
import { useFigureText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { FigureCard } from './figure-card'
import styles from './linked-cards.module.css'
import { QuotationCard } from './quotation-card'

/** The longest figure that keeps to one line in half a panel, characters. */
const COLUMN_LENGTH = 16

/** Cards of the quotations with these ids, in the given order. */
export function QuotationCards({ ids }: { ids: readonly string[] }) {
  const { quotation } = useCase()
  const found = ids.map(quotation).filter((record) => record !== undefined)
  return (
    <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
      {found.map((record) => (
        <li key={record.id}>
          <QuotationCard quotation={record} size="panel" />
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
