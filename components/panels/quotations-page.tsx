'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import panel from './panel.module.css'
import { QuotationCard } from './quotation-card'

/** Every passage between quotation marks, in the report's order. */
export function QuotationsPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  return (
    <>
      <p className={panel.quiet}>{t('quotationsIntro', { count: linked.quotations.length })}</p>
      <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
        {linked.quotations.map((quotation) => (
          <li key={quotation.id}>
            <QuotationCard quotation={quotation} size="list" />
          </li>
        ))}
      </ul>
    </>
  )
}
