'use client'
import { useTranslations } from 'next-intl'
import { placeHue } from '@/components/record-text/record-colour'
import { EventRows } from '@/components/records/event-rows'
import { EvidenceSection } from '@/components/records/evidence-section'
import { PlaceFields } from '@/components/records/place-fields'
import { FigureCards } from '@/components/records/record-cards'
import colours from '@/components/ui/colour.module.css'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { orderByDate } from '@/lib/derive/compare-dates'
import type { LinkedEvent, LinkedPlace } from '@/lib/derive/linked-case'
import { splitPlaceFigures } from '@/lib/derive/place-figures'
import { PlaceDoubt } from './place-doubt'
import { PlaceKnown } from './place-known'
import { PlaceSaid } from './place-said'
import { PlaceStatus, RejectionWords } from './place-status'
import { useShortList } from './short-list'

/** Related places beyond these are a list of everything; the nearest ones are told first. */
const RELATED_LIMIT = 12

/**
 * A place, what is most to the point first: its status, what is known of it alone, what was said of it, what happened,
 * what it shares with others, and how sure its mark on the map is.
 */
export function PlacePanel({ place }: { place: LinkedPlace }) {
  const index = useCase()
  const { linked, event, figure } = index
  const t = useTranslations('place')
  const claim = linked.claims.find((candidate) => candidate.id === place.claim)
  const events = place.events.map(event).filter((found) => found !== undefined)
  const figures = place.figures.map(figure).filter((found) => found !== undefined)
  const { own, shared, votes } = splitPlaceFigures(place, figures, linked.questions, claim)
  return (
    <div className={colours[placeHue(index, place)]}>
      {claim !== undefined && <PlaceStatus claim={claim} votes={votes} />}
      <PlaceFields place={place} />
      {place.note !== undefined && <p className={panel.prose}>{place.note}</p>}
      <Rest>
        {claim !== undefined && claim.rejections.length > 0 && <RejectionWords claim={claim} />}
        <PlaceKnown place={place} figures={own} />
        <EvidenceSection of={{ kind: 'place', id: place.id }} />
        <PlaceSaid place={place} />
        {events.length > 0 && <PlaceEvents events={events} />}
        {shared.length > 0 && (
          <PanelSection title={t('shared')} count={shared.length}>
            <FigureCards ids={shared.map(({ id }) => id)} />
          </PanelSection>
        )}
        {place.related.length > 0 && (
          <PanelSection title={t('related')}>
            <PlaceButtons ids={place.related.slice(0, RELATED_LIMIT)} />
          </PanelSection>
        )}
        <PlaceDoubt place={place} />
      </Rest>
    </div>
  )
}

const FIRST_EVENTS = 6

function PlaceEvents({ events }: { events: readonly LinkedEvent[] }) {
  const t = useTranslations('place')
  const { shown, more } = useShortList(orderByDate(events), FIRST_EVENTS)
  return (
    <PanelSection title={t('events')} count={events.length}>
      <EventRows events={shown} />
      {more}
    </PanelSection>
  )
}
