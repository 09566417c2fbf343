'use client'
import { useTranslations } from 'next-intl'
import { FigureCards, QuotationCards } from '@/components/records/record-cards'
import { StatementCards } from '@/components/records/statement-card'
import { WhatRestsSection } from '@/components/records/what-rests'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons, RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedActor } from '@/lib/derive/linked-case'
import { listVoiceLines, type VoiceLine } from '@/lib/derive/voice-lines'
import styles from './detail-panel.module.css'

interface Route extends Pick<VoiceLine, 'from' | 'fromSeat'> {
  to: string[]
}

/** Lines that begin at the same place, as surely. */
function groupByOrigin(lines: readonly VoiceLine[]): Route[] {
  const routes: Route[] = []
  for (const { from, fromSeat, to } of lines) {
    const route = routes.find((each) => each.from === from && each.fromSeat === fromSeat)
    if (route === undefined) routes.push({ from, fromSeat, to: [to] })
    else route.to.push(to)
  }
  return routes
}

/** In words what the lines on the map show: from where these quotations were said, and about where. Nothing without one. */
function SpeakerLines({ ids }: { ids: readonly string[] }) {
  const { quotation, place } = useCase()
  const t = useTranslations('voices')
  const quotations = ids.map(quotation).filter((found) => found !== undefined)
  const lines = listVoiceLines(quotations)
  const routes = groupByOrigin(lines)
  const unknown = quotations.filter(({ where }) => where === undefined).length
  if (quotations.length === 0) return null
  return (
    <PanelSection title={t('lines')}>
      <ul className={panel.list}>
        {routes.map(({ from, fromSeat, to }) => (
          <li key={`${from} ${fromSeat}`} className={`${styles.route} ${fromSeat ? styles.inferred : ''}`}>
            <span>
              <span className={panel.quiet}>{t(fromSeat ? 'fromSeat' : 'saidIn')} </span>
              <RecordLink focus={{ kind: 'place', id: from }} look="link">
                <strong>{place(from)?.name ?? from}</strong>
              </RecordLink>
              <span className={panel.quiet}>{t('about')}</span>
            </span>
            <PlaceButtons ids={to} />
          </li>
        ))}
      </ul>
      {routes.some(({ fromSeat }) => fromSeat) && <p className={panel.small}>{t('fromSeatExplained')}</p>}
      {unknown > 0 && <p className={panel.small}>{t('whereUnknown', { count: unknown })}</p>}
    </PanelSection>
  )
}

/** A person or body: role, what they said and counted, and about where. */
export function SpeakerPanel({ actor }: { actor: LinkedActor }) {
  const t = useTranslations('speaker')
  const silent = actor.quotations.length + actor.statements.length + actor.figures.length === 0
  return (
    <>
      <p className={panel.lead}>{actor.role}</p>
      {actor.note !== undefined && <p className={panel.prose}>{actor.note}</p>}
      {silent && <p className={panel.prose}>{t('nothing')}</p>}
      <Rest>
        <SpeakerLines ids={actor.quotations} />
        {actor.quotations.length > 0 && (
          <PanelSection title={t('quotations')} count={actor.quotations.length}>
            <QuotationCards ids={actor.quotations} />
          </PanelSection>
        )}
        {actor.statements.length > 0 && (
          <PanelSection title={t('statements')} count={actor.statements.length}>
            <StatementCards ids={actor.statements} />
          </PanelSection>
        )}
        {actor.figures.length > 0 && (
          <PanelSection title={t('figures')} count={actor.figures.length}>
            <FigureCards ids={actor.figures} />
          </PanelSection>
        )}
        {actor.places.length > 0 && (
          <PanelSection title={t('places')}>
            <PlaceButtons ids={actor.places} />
          </PanelSection>
        )}
        <WhatRestsSection of={{ kind: 'actor', id: actor.id }} />
      </Rest>
    </>
  )
}
