'use client'
import { useTranslations } from 'next-intl'
import { MomentText } from '@/components/timeline/moment-text'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { CaseEvent } from '@/lib/schema/event'
import { PlaceButtons, SpeakerButtons } from './choose-button'
import { FigureCards, QuotationCards } from './linked-cards'
import panel from './panel.module.css'
import { PanelSection } from './panel-section'
import { PassageView } from './passage-view'
import { SourceLine } from './source-line'
import { useDateText } from './use-words'

/** An event: when, as exactly as it is known and how that is known; where, who, and how other records date it. */
export function EventPanel({ event }: { event: CaseEvent }) {
  const { linked } = useCaseboard()
  const t = useTranslations('event')
  const dateText = useDateText()
  const quotations = linked.quotations.filter((quotation) => quotation.event === event.id).map(({ id }) => id)
  const figures = linked.figures.filter((figure) => figure.event === event.id).map(({ id }) => id)
  return (
    <>
      <p className={panel.localName}>{dateText(event.date, event.once)}</p>
      <MomentText id={event.id} />
      {event.dateBasis !== undefined && (
        <p className={`${panel.prose} ${panel.quiet}`}>{t('basis', { basis: event.dateBasis })}</p>
      )}
      {event.note !== undefined && <p className={panel.prose}>{event.note}</p>}
      {event.about.length > 0 && (
        <PanelSection title={t('about')}>
          <PlaceButtons ids={event.about} />
        </PanelSection>
      )}
      {event.actors.length > 0 && (
        <PanelSection title={t('actors')}>
          <SpeakerButtons ids={event.actors} />
        </PanelSection>
      )}
      {figures.length > 0 && (
        <PanelSection title={t('figures')}>
          <FigureCards ids={figures} />
        </PanelSection>
      )}
      {quotations.length > 0 && (
        <PanelSection title={t('quotations')}>
          <QuotationCards ids={quotations} />
        </PanelSection>
      )}
      <PassageView passage={event.passage} />
      {event.records.length > 0 && <EventRecords records={event.records} />}
    </>
  )
}

function EventRecords({ records }: { records: CaseEvent['records'] }) {
  const t = useTranslations('event')
  const dateText = useDateText()
  return (
    <PanelSection title={t('records')} count={records.length}>
      <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
        {records.map((record) => (
          <li key={`${record.source} ${record.words}`}>
            {record.date !== undefined && <strong>{dateText(record.date)}</strong>}
            <p className={panel.prose}>{record.words}</p>
            <SourceLine id={record.source} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
