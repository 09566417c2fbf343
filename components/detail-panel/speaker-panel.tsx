'use client'
import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { SayingCard } from '@/components/records/quotation-card'
import { FigureCards } from '@/components/records/record-cards'
import { StatementCard } from '@/components/records/statement-card'
import { WhatRestsSection } from '@/components/records/what-rests'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons, RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { type DayGroup, groupByDay } from '@/lib/derive/group-by-day'
import { groupSayings, type Saying } from '@/lib/derive/group-sayings'
import type { LinkedActor, LinkedStatement } from '@/lib/derive/linked-case'
import { listVoiceLines, type VoiceLine } from '@/lib/derive/voice-lines'
import styles from './detail-panel.module.css'
import { useShortList } from './short-list'

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

interface Said {
  said?: string | undefined
  of: Saying | LinkedStatement
}

/** The entries of a day, the first of which bears its date. */
function withDay({ date, said }: DayGroup<Said>): (Said & { day?: string | null })[] {
  return said.map((entry, index) => (index === 0 ? { ...entry, day: date ?? null } : entry))
}

const FIRST_SAID = 6

/** What they said in their own words and otherwise, by the day on which they did; what nobody dates last. */
function SaidByDay({ actor }: { actor: LinkedActor }) {
  const { quotation, statement, source } = useCase()
  const t = useTranslations('speaker')
  const dateText = useDateText()
  const quotations = actor.quotations.map(quotation).filter((found) => found !== undefined)
  const statements = actor.statements.map(statement).filter((found) => found !== undefined)
  const said: Said[] = [
    ...groupSayings(quotations, source).map((saying) => ({ said: saying.quotations[0].said, of: saying })),
    ...statements.map((found) => ({ said: found.said, of: found })),
  ]
  const { shown, more } = useShortList(groupByDay(said).flatMap(withDay), FIRST_SAID)
  return (
    <PanelSection title={t('quotations')} count={said.length}>
      <ul className={`${panel.list} ${styles.said}`}>
        {shown.map(({ day, of }) => (
          <li key={'nearest' in of ? `quotation ${of.quotations[0].id}` : `statement ${of.id}`}>
            {day !== undefined && <h4 className={styles.day}>{day === null ? t('undated') : dateText(day, true)}</h4>}
            {'nearest' in of ? (
              <SayingCard saying={of} size="panel" isNamed={false} />
            ) : (
              <StatementCard statement={of} size="list" />
            )}
          </li>
        ))}
      </ul>
      {more}
    </PanelSection>
  )
}

/** The places that all of it is about, where the lines lead to fewer. */
function OtherPlaces({ actor }: { actor: LinkedActor }) {
  const { quotation } = useCase()
  const t = useTranslations('speaker')
  const quotations = actor.quotations.map(quotation).filter((found) => found !== undefined)
  const reached = new Set(listVoiceLines(quotations).map(({ to }) => to))
  if (actor.places.every((id) => reached.has(id))) return null
  return (
    <PanelSection title={t('places')}>
      <PlaceButtons ids={actor.places} />
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
        {actor.quotations.length + actor.statements.length > 0 && <SaidByDay actor={actor} />}
        {actor.figures.length > 0 && (
          <PanelSection title={t('figures')} count={actor.figures.length}>
            <FigureCards ids={actor.figures} />
          </PanelSection>
        )}
        <SpeakerLines ids={actor.quotations} />
        <OtherPlaces actor={actor} />
        <WhatRestsSection of={{ kind: 'actor', id: actor.id }} />
      </Rest>
    </>
  )
}
