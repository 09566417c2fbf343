'use client'
import { useTranslations } from 'next-intl'
import { ChooseButton } from '@/components/panels/choose-button'
import { OneOrigin } from '@/components/panels/one-origin'
import panel from '@/components/panels/panel.module.css'
import { useActorName, useFigureText } from '@/components/panels/use-words'
import { WholeWording } from '@/components/panels/wording'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import type { LinkedFigure, LinkedQuotation } from '@/lib/derive/linked-case'
import type { ClaimStep } from '@/lib/derive/tell-claims'
import styles from './claim-story.module.css'
import { PassageButton } from './passage-button'

interface StepRecordsProps {
  step: ClaimStep
  /** How other records have the words, beside them. */
  withWordings?: boolean
}

/** What the case holds of a step: what was counted, what was said and what happened, each with its passage. */
export function StepRecords({ step: { figures, quotations, events }, withWordings = false }: StepRecordsProps) {
  const name = useActorName()
  const t = useTranslations('quotation')
  const shown = useShown()
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
          <PassageButton
            focus={{ kind: 'quotation', id: quotation.id }}
            passage={quotation.passage}
            of={quotation.passage.exact}
          />
          <Outside outside={!shown.quotation.has(quotation.id)} />
          {withWordings && <OtherWordings quotation={quotation} />}
        </li>
      ))}
      {events.map(({ id, title, passage }) => (
        <li key={id}>
          <span className={styles.event}>
            <ChooseButton focus={{ kind: 'event', id }} look="link">
              {title}
            </ChooseButton>
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
  const { source } = useCaseboard()
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
        <span className={panel.quiet}> · {source(record.source)?.publisher ?? record.source}</span>
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
      <ChooseButton focus={focus} look="link">
        <strong>{line}</strong>
      </ChooseButton>{' '}
      {figure.counts} <OneOrigin carried={figure} />
      {figure.passage !== undefined && <span className={panel.quiet}> · </span>}
      <PassageButton focus={focus} passage={figure.passage} of={`${line} ${figure.counts}`} />
    </>
  )
}
