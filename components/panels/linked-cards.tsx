'use client'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { FigureCard } from './figure-card'
import panel from './panel.module.css'
import { QuotationCard } from './quotation-card'

/** Cards of the quotations with these ids, in the given order. */
export function QuotationCards({ ids }: { ids: readonly string[] }) {
  const { quotation } = useCaseboard()
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
  const { figure } = useCaseboard()
  const found = ids.map(figure).filter((record) => record !== undefined)
  return (
    <ul className={panel.list}>
      {found.map((record) => (
        <li key={record.id}>
          <FigureCard figure={record} size="panel" />
        </li>
      ))}
    </ul>
  )
}
