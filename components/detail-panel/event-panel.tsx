'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CarriedDetails } from '@/components/records/carried-line'
import { EvidenceSection } from '@/components/records/evidence-section'
import { MomentText, useMomentText } from '@/components/records/moment-text'
import { PassageView } from '@/components/records/passage-view'
import { FigureCards, QuotationCards } from '@/components/records/record-cards'
import { SourceLine } from '@/components/records/source-line'
import { WhatRestsSection } from '@/components/records/what-rests'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons, SpeakerButtons } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedEvent } from '@/lib/derive/linked-case'
import type { CaseEvent } from '@/lib/schema/event'

/** An event: when, as exactly as it is known and how that is known; where, who, and how other records date it. */
export function EventPanel({ event, corrected }: { event: LinkedEvent; corrected: ReactNode }) {
  const { linked } = useCase()
  const t = useTranslations('event')
  const quotations = linked.quotations.filter((quotation) => quotation.event === event.id).map(({ id }) => id)
  const figures = linked.figures.filter((figure) => figure.event === event.id).map(({ id }) => id)
  return (
    <>
      <MomentText id={event.id} />
      {corrected}
      <CarriedDetails record={event} />
      {event.dateBasis !== undefined && (
        <p className={`${panel.prose} ${panel.quiet}`}>{t('basis', { basis: event.dateBasis })}</p>
      )}
      {event.note !== undefined && <p className={panel.prose}>{event.note}</p>}
      <Rest>
        <EvidenceSection of={{ kind: 'event', id: event.id }} />
        {event.about.length > 0 && (
          <PanelSection title={t('about')}>
            <PlaceButtons ids={event.about} />
          </PanelSection>
        )}
        <Named title={t('by')} ids={event.by} />
        <Named title={t('reportedBy')} ids={event.reportedBy} />
        <Named title={t('named')} ids={event.named ?? []} />
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
        {event.records.length > 0 && <EventRecords event={event} />}
        <WhatRestsSection of={{ kind: 'event', id: event.id }} />
      </Rest>
    </>
  )
}

function Named({ title, ids }: { title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <PanelSection title={title}>
      <SpeakerButtons ids={ids} />
    </PanelSection>
  )
}

function EventRecords({ event: { records, about } }: { event: CaseEvent }) {
  const t = useTranslations('event')
  const momentText = useMomentText()
  return (
    <PanelSection title={t('records')} count={records.length}>
      <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
        {records.map((record) => (
          <li key={`${record.source} ${record.words}`}>
            {record.date !== undefined && <strong>{momentText(record.date, about)}</strong>}
            <p className={panel.prose}>{record.words}</p>
            <SourceLine id={record.source} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
