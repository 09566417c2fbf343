'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useActorName, useDateText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedStatement } from '@/lib/derive/linked-case'
import { CarriedDetails } from './carried-line'
import { CorrectedSign } from './corrected-line'
import { CarriedText } from './one-origin'
import { PassageButton } from './passage-view'
import styles from './statement-card.module.css'

interface StatementCardProps {
  statement: LinkedStatement
  /** `large` where it is the subject. */
  size: 'list' | 'large'
}

/** What somebody says in other words than their own: in a sentence of ours, with the source's hedge and condition. */
export const StatementCard = memo(function StatementCard({ statement, size }: StatementCardProps) {
  const t = useTranslations('statement')
  const name = useActorName()
  const dateText = useDateText()
  const { id, words, speaker, said, passage, form, certainty } = statement
  return (
    <div className={`${styles.card} ${styles[size]}`}>
      <p className={styles.words}>
        {size === 'large' ? (
          words
        ) : (
          <RecordLink focus={{ kind: 'statement', id }} look="link" className={styles.choose}>
            {words}
          </RecordLink>
        )}
      </p>
      <p className={`${styles.meta} ${panel.quiet}`}>
        <RecordLink focus={{ kind: 'speaker', id: speaker }} look="link" className={styles.speaker}>
          {name(speaker)}
        </RecordLink>
        {[t(`forms.${form}`), t(`certainties.${certainty}`), said === undefined ? t('undated') : dateText(said, true)]
          .map((part) => `\u00a0· ${part}`)
          .join('')}
        {'\u00a0· '}
        {size === 'list' && statement.reports > 0 && (
          <>
            <CarriedText carried={statement} />
            {'\u00a0· '}
          </>
        )}
        <PassageButton focus={{ kind: 'statement', id }} passage={passage} of={words} />
        {size === 'list' && <CorrectedSign record={{ kind: 'statement', id }} />}
      </p>
      <Conditions statement={statement} />
      {size === 'large' && <CarriedDetails record={statement} />}
    </div>
  )
})

/** The source's own words of doubt, and for when it holds. */
function Conditions({ statement: { hedge, condition } }: { statement: LinkedStatement }) {
  const t = useTranslations('statement')
  if (hedge === undefined && condition === undefined) return null
  return (
    <p className={panel.small}>
      {[
        hedge === undefined ? undefined : t('hedge', { words: hedge }),
        condition === undefined ? undefined : t('condition', { words: condition }),
      ]
        .filter((part) => part !== undefined)
        .join(' ')}
    </p>
  )
}

/** Cards of the statements with these ids, in the given order. */
export function StatementCards({ ids }: { ids: readonly string[] }) {
  const { statement } = useCase()
  const found = ids.map(statement).filter((record) => record !== undefined)
  return (
    <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
      {found.map((record) => (
        <li key={record.id}>
          <StatementCard statement={record} size="list" />
        </li>
      ))}
    </ul>
  )
}
