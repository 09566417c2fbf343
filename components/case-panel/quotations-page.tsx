'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { QuotationCard } from '@/components/records/quotation-card'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { ShownList } from './shown-list'
import { useCountWithout } from './use-count-without'

const isUndated = ({ kind, basis }: LinkedMoment) => kind === 'quotation' && basis !== 'record'

/** Every passage between quotation marks that is shown, in the report's order. */
export function QuotationsPage() {
  const { linked } = useCase()
  const { quotation: ids, sieve } = useShown()
  const t = useTranslations('panel')
  const undated = useMemo(
    () => new Map(linked.moments.flatMap((moment) => (isUndated(moment) ? [[moment.id, moment]] : []))),
    [linked],
  )
  return (
    <ShownList
      kind="quotation"
      items={linked.quotations.filter(({ id }) => ids.has(id))}
      total={linked.quotations.length}
      intro={t('quotationsIntro', { count: linked.quotations.length })}
      count={useCountWithout('quotation')}
    >
      {(part) => (
        <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
          {part.map((quotation) => (
            <li key={quotation.id}>
              <QuotationCard
                quotation={quotation}
                size="list"
                undated={sieve.time === null ? undefined : undated.get(quotation.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </ShownList>
  )
}
