'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ShownList } from '@/components/filter/shown-list'
import { useCountWithout } from '@/components/filter/use-count-without'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import panel from './panel.module.css'
import { QuotationCard } from './quotation-card'

const isUndated = ({ kind, basis }: LinkedMoment) => kind === 'quotation' && basis !== 'record'

/** Every passage between quotation marks that is shown, in the report's order. */
export function QuotationsPage() {
  const { linked } = useCaseboard()
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
