'use client'
import { useLocale, useTranslations } from 'next-intl'
import { placeHue } from '@/components/record-text/record-colour'

import { useAccuracyText } from '@/components/record-text/use-accuracy-text'
import { useActorName, useDateText } from '@/components/record-text/use-words'

import { CorrectedLine } from '@/components/records/corrected-line'
import { EventRows } from '@/components/records/event-rows'
import { useMomentText, usePrecisionText } from '@/components/records/moment-text'
import { PlaceFields } from '@/components/records/place-fields'
import { FigureCards, QuotationCards } from '@/components/records/record-cards'
import { SourceLine, SourceTitle } from '@/components/records/source-line'
import { StatementCards } from '@/components/records/statement-card'
import colours from '@/components/ui/colour.module.css'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons, SpeakerButtons } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import type { LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import { namesBeside } from '@/lib/derive/place-names'
import type { Claim } from '@/lib/schema/case'
import { PlacePassages } from './about-sections'
import styles from './detail-panel.module.css'

/** The status of claimed territory in words, and, opened, who declared it and who rejected it in what words. */
function ClaimStatus({ claim }: { claim: Claim }) {
  const t = useTranslations('place')
  const name = useActorName()
  const dateText = useDateText()
  return (
    <div className={styles.claim}>
      <p className={styles.words}>{claim.words}</p>
      {claim.extent !== undefined && <p className={panel.prose}>{claim.extent}</p>}
      <p className={panel.small}>{t('asOf', { date: dateText(claim.asOf) })}</p>
      <CorrectedLine record={{ kind: 'claim', id: claim.id }} />
      <details>
        <summary className={panel.summary}>{t('claimDetails')}</summary>
        <p className={panel.prose}>{t('declared', { name: name(claim.by), date: dateText(claim.declared) })}</p>
        <ul className={`${panel.list} ${styles.rejections}`}>
          {claim.rejections.map((rejection) => (
            <li key={`${rejection.by} ${rejection.date}`}>
              <strong>{t('rejectedBy', { name: name(rejection.by), date: dateText(rejection.date) })}</strong>
              <p className={panel.prose}>{rejection.words}</p>
              <p className={panel.small}>
                <SourceTitle id={rejection.source} />
              </p>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** Related places beyond these are a list of everything; the nearest ones are told first. */
const RELATED_LIMIT = 12

/** A place: its status in words, what was counted, said and done there, and how well its position is known. */
export function PlacePanel({ place }: { place: LinkedPlace }) {
  const index = useCase()
  const { linked, event, figure, quotation } = index
  const t = useTranslations('place')
  const tVoices = useTranslations('voices')
  const claim = linked.claims.find((candidate) => candidate.id === place.claim)
  const events = place.events.map(event).filter((found) => found !== undefined)
  const named = place.quotations.map(quotation).filter((found) => found !== undefined)
  // A place is named by what is about it and by what was only said there.
  const about = named.filter((found) => found.about.includes(place.id))
  const notAbout = named.filter((found) => !found.about.includes(place.id))
  const saidHere = notAbout.filter(({ whereBasis }) => whereBasis !== 'seat')
  const saidFromSeat = notAbout.filter(({ whereBasis }) => whereBasis === 'seat')
  const speakers = [...new Set(about.map(({ speaker }) => speaker).filter((id) => id !== undefined))]
  // What is counted of this place alone comes before what it shares with others.
  const figures = place.figures.toSorted((a, b) => (figure(a)?.about.length ?? 0) - (figure(b)?.about.length ?? 0))
  return (
    <div className={colours[placeHue(index, place)]}>
      <NamesBeside place={place} />
      {claim !== undefined && <ClaimStatus claim={claim} />}
      <PlaceFields place={place} />
      <PlacePassages place={place} />
      {place.fromDate !== undefined && <Begun date={place.fromDate} place={place.id} />}
      {place.note !== undefined && <p className={panel.prose}>{place.note}</p>}
      <Rest>
        {(place.figures.length > 0 || place.measuredAreaKm2 !== undefined) && (
          <PanelSection title={t('figures')}>
            <FigureCards ids={figures} />
            {place.measuredAreaKm2 !== undefined && <MeasuredArea areaKm2={place.measuredAreaKm2} />}
          </PanelSection>
        )}
        {speakers.length > 0 && (
          <PanelSection title={tVoices('whoSpoke')}>
            <SpeakerButtons ids={speakers} />
          </PanelSection>
        )}
        <QuotationSection title={t('quotations')} quotations={about} />
        {place.statements.length > 0 && (
          <PanelSection title={t('statements')} count={place.statements.length}>
            <StatementCards ids={place.statements} />
          </PanelSection>
        )}
        <QuotationSection title={t('saidHere')} quotations={saidHere} />
        <QuotationSection title={t('saidFromSeat')} quotations={saidFromSeat} />
        {events.length > 0 && (
          <PanelSection title={t('events')} count={events.length}>
            <EventRows events={events} />
          </PanelSection>
        )}
        {place.related.length > 0 && (
          <PanelSection title={t('related')}>
            <PlaceButtons ids={place.related.slice(0, RELATED_LIMIT)} />
          </PanelSection>
        )}
        <Position place={place} />
      </Rest>
    </div>
  )
}

/** What it is called in the languages of the case, each said to be what it is where there are several. */
function NamesBeside({ place }: { place: LinkedPlace }) {
  const { linked } = useCase()
  const languageName = new Intl.DisplayNames(useLocale(), { type: 'language' })
  const names = namesBeside(place, linked.placeNames)
  return names.map(({ text, language }) => (
    <p key={language} className={panel.localName}>
      <bdi lang={language}>{text}</bdi>
      {names.length > 1 && <span className={panel.small}>{` ${languageName.of(language) ?? language}`}</span>}
    </p>
  ))
}

function QuotationSection({ title, quotations }: { title: string; quotations: readonly LinkedQuotation[] }) {
  if (quotations.length === 0) return null
  return (
    <PanelSection title={title} count={quotations.length}>
      <QuotationCards ids={quotations.map(({ id }) => id)} />
    </PanelSection>
  )
}

/** From when it is on the map, and how finely that is known: of a month it is there from the first day. */
function Begun({ date, place }: { date: string; place: string }) {
  const t = useTranslations('place')
  const momentText = useMomentText()
  const precisionText = usePrecisionText()
  return (
    <p className={panel.small}>{t('begun', { date: momentText(date, [place]), precision: precisionText(date) })}</p>
  )
}

/** Kept apart from the official figures above it: it is a property of the drawing, not of the place. */
function MeasuredArea({ areaKm2 }: { areaKm2: number }) {
  const t = useTranslations('place')
  const area = formatMeasuredArea(areaKm2, useLocale())
  return (
    <p className={`${panel.small} ${panel.after}`}>
      {t('measured', { area })}. {t('measuredExplained')}
    </p>
  )
}

function Position({ place }: { place: LinkedPlace }) {
  const t = useTranslations('place')
  const accuracy = useAccuracyText()(place)
  return (
    <PanelSection title={t(place.anchor === null ? 'rowSources' : 'sources')}>
      <p className={panel.prose}>
        {accuracy}. <span className={panel.quiet}>{place.basis}</span>
      </p>
      <ul className={panel.list}>
        {place.sources.map((id) => (
          <li key={id}>
            <SourceLine id={id} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
