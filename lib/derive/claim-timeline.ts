import type { Claim } from '@/lib/schema/case'
import type { CaseEvent } from '@/lib/schema/event'
import type { Passage } from '@/lib/schema/passage'
import { normaliseWording } from '@/lib/schema/plain-values'
import { compareDates } from './compare-dates'
import type { LinkedCase, LinkedClaim, LinkedFigure, LinkedQuotation } from './linked-case'
import type { TimeWindow } from './record-filter'

/** What the case holds of one step of a claim: its events, what was counted at them, and the words spoken. */
export interface ClaimStep {
  by: string
  date: string
  time: TimeWindow
  events: CaseEvent[]
  figures: LinkedFigure[]
  quotations: LinkedQuotation[]
}

/** A rejection as the claim records it, with what the case holds of it. */
export interface Rejection extends ClaimStep {
  words: string
  source: string
  /** The record whose passage has those words; null where the case holds none. */
  held: { kind: 'event' | 'quotation'; id: string; passage: Passage } | null
}

/** A claim told in order: the declaration, then who rejected it. */
export interface ClaimStory {
  claim: Claim
  /** Ids of the places that it is to. */
  places: string[]
  declaration: ClaimStep
  /** Earliest first. */
  rejections: Rejection[]
}

type Told = Pick<LinkedCase, 'claims' | 'places' | 'actors' | 'events' | 'figures' | 'quotations'>

/** Whether a date falls within another that is as fine or coarser: "2022-09-30T15:03Z" is of "2022-09-30". */
function isWithin(date: string | undefined, whole: string): boolean {
  return date?.startsWith(whole) === true
}

type StepHead = Pick<ClaimStep, 'by' | 'date' | 'time'>

function findStep({ actors, ...told }: Told, { by, date, time }: StepHead, places: readonly string[]): ClaimStep {
  const concerns = (about: readonly string[]) => about.some((place) => places.includes(place))
  const isTheirs = (id: string) => id === by || actors.some((actor) => actor.id === id && actor.side === by)
  const events = told.events.filter(
    (event) => isWithin(event.date, date) && concerns(event.about) && event.by.some(isTheirs),
  )
  const atEvents = ({ event }: { event?: string | undefined }) => events.some(({ id }) => id === event)
  return {
    by,
    date,
    time,
    events,
    figures: told.figures.filter((figure) => atEvents(figure) && isTheirs(figure.by)),
    quotations: told.quotations.filter(
      ({ speaker, said, about }) =>
        speaker !== undefined && isTheirs(speaker) && isWithin(said, date) && concerns(about),
    ),
  }
}

/**
 * The record that has a rejection's words, those between “ and ”: an event with a passage of that document, or the
 * quotation that the document is another record of.
 */
function findHeld({ events, quotations }: Told, words: string, source: string): Rejection['held'] {
  const quoted = normaliseWording(/“([^”]+)”/.exec(words)?.[1] ?? words)
  const event = events.find(({ passage }) => passage.source === source && quoted === normaliseWording(passage.exact))
  if (event !== undefined) return { kind: 'event', id: event.id, passage: event.passage }
  const quotation = quotations.find(
    ({ passage, records }) =>
      quoted.includes(normaliseWording(passage.exact)) &&
      records.some((record) => record.source === source && normaliseWording(record.words).includes(quoted)),
  )
  return quotation === undefined ? null : { kind: 'quotation', id: quotation.id, passage: quotation.passage }
}

/** What was said, done and counted when a claim was made, by those who made it. */
export function findDeclaration(linked: Told, { id, by, declared, declaredIn }: LinkedClaim): ClaimStep {
  const places = linked.places.filter((place) => place.claim === id).map((place) => place.id)
  return findStep(linked, { by, date: declared, time: declaredIn }, places)
}

/**
 * Every claim with its declaration and rejections in order, earliest claim first and precedents after all others. What
 * belongs to a step is found, not recorded: events, figures and quotations of the same day, by the same side, about the
 * claimed places. Never throws.
 */
export function buildClaimTimeline(linked: Told): ClaimStory[] {
  const stories = linked.claims.map((claim): ClaimStory => {
    const places = linked.places.filter((place) => place.claim === claim.id).map(({ id }) => id)
    const rejections = claim.rejections.map(({ by, date, words, source, rejectedIn }) => ({
      ...findStep(linked, { by, date, time: rejectedIn }, places),
      words,
      source,
      held: findHeld(linked, words, source),
    }))
    return {
      claim,
      places,
      declaration: findDeclaration(linked, claim),
      rejections: rejections.toSorted((a, b) => compareDates(a.date, b.date)),
    }
  })
  return stories.toSorted(
    (a, b) => Number(a.claim.precedent) - Number(b.claim.precedent) || compareDates(a.claim.declared, b.claim.declared),
  )
}
