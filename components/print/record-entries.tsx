import { useTranslations } from 'next-intl'
import { usePublisher } from '@/components/record-text/record-refs'
import {
  useActorName,
  useAsOfText,
  useDateText,
  useFigureText,
  useSaysText,
  useStatusText,
} from '@/components/record-text/use-words'
import { CorrectedLine } from '@/components/records/corrected-line'
import { OneOriginNote, useCarriedText } from '@/components/records/one-origin'
import { useFieldText } from '@/components/records/place-fields'
import { shownFields } from '@/lib/derive/field-values'
import type { LinkedEvent, LinkedFigure, LinkedLayer, LinkedPlace, LinkedStatement } from '@/lib/derive/linked-case'
import type { Passage } from '@/lib/schema/passage'
import styles from './print-entries.module.css'

/** The words that a record rests on, and the document that has them. */
function PassageLine({ passage: { exact, noted, source: id } }: { passage: Passage }) {
  const t = useTranslations('print')
  const publisher = usePublisher()
  return (
    <p className={styles.passage}>
      {t('passage')}: {noted === true ? exact : <q>{exact}</q>} · {publisher(id)}
    </p>
  )
}

export function StatementEntry({ statement }: { statement: LinkedStatement }) {
  const t = useTranslations('statement')
  const name = useActorName()
  const carriedText = useCarriedText()
  const { hedge, condition, form, certainty, speaker } = statement
  return (
    <article className={styles.entry}>
      <h3>{statement.words}</h3>
      <p>{[name(speaker), t(`forms.${form}`), t(`certainties.${certainty}`), carriedText(statement)].join(' · ')}</p>
      {hedge !== undefined && <p>{t('hedge', { words: hedge })}</p>}
      {condition !== undefined && <p>{t('condition', { words: condition })}</p>}
      <PassageLine passage={statement.passage} />
      {statement.note !== undefined && <p className={styles.note}>{statement.note}</p>}
      <CorrectedLine record={{ kind: 'statement', id: statement.id }} printed />
    </article>
  )
}

export function FigureEntry({ figure }: { figure: LinkedFigure }) {
  const { line } = useFigureText()(figure)
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const saysText = useSaysText()
  const carried = useCarriedText()(figure)
  return (
    <article className={styles.entry}>
      <h3>
        <span className={styles.numeral}>{line}</span> {figure.counts}
      </h3>
      <p>
        {[saysText(figure), statusText(figure), asOfText(figure), ...(carried === '' ? [] : [carried])].join(' · ')}
      </p>
      {figure.passage !== undefined && <PassageLine passage={figure.passage} />}
      {figure.note !== undefined && <p className={styles.note}>{figure.note}</p>}
      <CorrectedLine record={{ kind: 'figure', id: figure.id }} printed />
    </article>
  )
}

export function EventEntry({ event }: { event: LinkedEvent }) {
  const t = useTranslations('event')
  const publisher = usePublisher()
  const dateText = useDateText()
  return (
    <article className={styles.entry}>
      <h3>
        <span className={styles.date}>{dateText(event.date, event.once)}</span> {event.title}{' '}
        <OneOriginNote carried={event} />
      </h3>
      {event.dateBasis !== undefined && <p>{t('basis', { basis: event.dateBasis })}</p>}
      <PassageLine passage={event.passage} />
      {event.records.map((record) => (
        <p key={`${record.source} ${record.words}`} className={styles.passage}>
          {[record.date && dateText(record.date), record.words, publisher(record.source)]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      ))}
      {event.note !== undefined && <p className={styles.note}>{event.note}</p>}
      <CorrectedLine record={{ kind: 'event', id: event.id }} printed />
    </article>
  )
}

export function RowEntry({ place, layer }: { place: LinkedPlace; layer: LinkedLayer }) {
  const t = useTranslations('place')
  const publisher = usePublisher()
  const dateText = useDateText()
  const fieldText = useFieldText()
  const date = place.date === undefined ? t('undated') : dateText(place.date)
  const fields = shownFields(place, layer).map((field) => `${field.label}: ${fieldText(field)}`)
  const publishers = new Set(place.sources.map(publisher))
  return (
    <article className={styles.entry}>
      <h3>
        <span className={styles.date}>{date}</span> {place.name}
      </h3>
      <p>{[...fields, ...publishers].join(' · ')}</p>
    </article>
  )
}
