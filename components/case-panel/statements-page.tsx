'use client'
import { useTranslations } from 'next-intl'
import { StatementCards } from '@/components/records/statement-card'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import { ShownList } from './shown-list'
import { useCountWithout } from './use-count-without'

/** What is said in other words than the speaker's own, and what the author judges, in the report's order. */
export function StatementsPage() {
  const { linked } = useCase()
  const { statement: ids } = useShown()
  const t = useTranslations('panel')
  return (
    <ShownList
      kind="statement"
      items={linked.statements.filter(({ id }) => ids.has(id))}
      total={linked.statements.length}
      intro={t('statementsIntro', { count: linked.statements.length })}
      count={useCountWithout('statement')}
    >
      {(part) => <StatementCards ids={part.map(({ id }) => id)} />}
    </ShownList>
  )
}
