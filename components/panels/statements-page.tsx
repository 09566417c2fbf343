'use client'
import { useTranslations } from 'next-intl'
import { ShownList } from '@/components/filter/shown-list'
import { useCountWithout } from '@/components/filter/use-count-without'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import { StatementCards } from './statement-card'

/** What is said in other words than the speaker's own, and what the author judges, in the report's order. */
export function StatementsPage() {
  const { linked } = useCaseboard()
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
