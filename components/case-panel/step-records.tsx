'use client'
import { useTranslations } from 'next-intl'
import { usePublisher } from '@/components/record-text/record-refs'
import { useActorName, useFigureText } from '@/components/record-text/use-words'
import styles from '@/components/records/claim-story.module.css'
import { OneOrigin } from '@/components/records/one-origin'
import { PassageButton, QuotationPassageButton } from '@/components/records/passage-view'
import { WholeWording } from '@/components/records/wording'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useVisible } from '@/lib/client/visible-context'
import type { ClaimStep } from '@/lib/derive/claim-timeline'
import type { LinkedFigure, LinkedQuotation } from '@/lib/derive/linked-case'

interface StepRecordsProps {
  step: ClaimStep
  /** How other records have the words, beside them. */
  withWordings?: boolean
}

/** What the case holds of a step: what was counted, what was said and what happened, each with its passage. */
export function StepRecords({ step: { figures, quotations, events }, withWordings = false }: StepRecordsProps) {
  const name = useActorName()
  const t = useTranslations('quotation')
  const shown = useVisible()
  return (
    <ul className={`${panel.list} ${styles.records}`}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <CountedLine figure={figure} />
          <Outside outside={!shown.figure.has(figure.id)} />
        </li>
      ))}
      {quotations.map((quotation) => (
        <li key={quotation.id}>
          <q className={styles.words}>{quotation.passage.exact}</q>{' '}
          <span className={panel.quiet}>
            {name(quotation.speaker ?? '')} <OneOrigin carried={quotation} />
            {quotation.garbled && ` · ${t('garbledCopy')}`}
            {' · '}
          </span>
          <QuotationPassageButton quotation={quotation} />
          <Outside outside={!shown.quotation.has(quotation.id)} />
          {withWordings && <OtherWordings quotation={quotation} />}
        </li>
      ))}
      {events.map(({ id, title, passage }) => (
        <li key={id}>
          <span className={styles.event}>
            <RecordLink focus={{ kind: 'event', id }} look="link">
              {title}
            </RecordLink>
            <PassageButton focus={{ kind: 'event', id }} passage={passage} of={title} />
          </span>
          <Outside outside={!shown.event.has(id)} />
        </li>
      ))}
    </ul>
  )
}

/** A story keeps what filter, time or layers leave out, and says so of it. */
function Outside({ outside }: { outside: boolean }) {
  const t = useTranslations('filter')
  return outside && <span className={panel.small}> ({t('outside')})</span>
}

function OtherWordings({ quotation: { records, comparisons } }: { quotation: LinkedQuotation }) {
  const publisher = usePublisher()
  const t = useTranslations('quotation')
  return records.map((record, index) => (
    <div key={`${record.source} ${record.words}`} className={styles.otherWording}>
      <p className={panel.prose}>
        <span className={panel.quiet}>{t(record.status === 'differs' ? 'differs' : 'agrees')}:</span>{' '}
        <WholeWording
          runs={record.status === 'differs' ? (comparisons[index] ?? []) : [{ kind: 'same', text: record.words }]}
          words={record.words}
          side="theirs"
        />
        <span className={panel.quiet}> · {publisher(record.source)}</span>
      </p>
      {record.note !== undefined && <p className={panel.small}>{record.note}</p>}
    </div>
  ))
}

function CountedLine({ figure }: { figure: LinkedFigure }) {
  const { line } = useFigureText()(figure)
  const focus = { kind: 'figure', id: figure.id } as const
  return (
    <>
      <RecordLink focus={focus} look="link">
        <strong>{line}</strong>
      </RecordLink>{' '}
      {figure.counts} <OneOrigin carried={figure} />
      {figure.passage !== undefined && <span className={panel.quiet}> · </span>}
      <PassageButton focus={focus} passage={figure.passage} of={`${line} ${figure.counts}`} />
    </>
  )
}
