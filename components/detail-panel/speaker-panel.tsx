'use client'
import { useTranslations } from 'next-intl'
import { FigureCards, QuotationCards } from '@/components/records/linked-cards'
import { StatementCards } from '@/components/records/statement-card'
import { WhatRestsSection } from '@/components/records/what-rests'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons } from '@/components/ui/record-link'
import { Rest } from '@/components/ui/rest'
import type { LinkedActor } from '@/lib/derive/linked-case'
import { VoiceRoutes } from './voice-routes'

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
        <VoiceRoutes ids={actor.quotations} />
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
