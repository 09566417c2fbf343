import type { Claim } from '@/lib/schema/case'
import type { CaseEvent } from '@/lib/schema/event'
import type { Figure } from '@/lib/schema/figure'
import type { LinkedActor, LinkedCase, LinkedQuotation } from './linked-case'

/** What the case holds of one step of a claim: its events, what was counted at them, and the words spoken. */
export interface ClaimStep {
  by: string
  date: string
  events: CaseEvent[]
  figures: Figure[]
  quotations: LinkedQuotation[]
}

/** A rejection as the claim records it, with what the case holds of it. */
interface Rejection extends ClaimStep {
  words: string
  source: string
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

function speaksFor(actor: LinkedActor | undefined, by: string): boolean {
  return actor?.id === by || actor?.side === by
}

function findStep({ actors, ...told }: Told, by: string, date: string, places: readonly string[]): ClaimStep {
  const concerns = (about: readonly string[]) => about.some((place) => places.includes(place))
  const isTheirs = (id: string) =>
    id === by ||
    speaksFor(
      actors.find((actor) => actor.id === id),
      by,
    )
  const events = told.events.filter(
    (event) => isWithin(event.date, date) && concerns(event.about) && event.actors.some(isTheirs),
  )
  const atEvents = ({ event }: { event?: string | undefined }) => events.some(({ id }) => id === event)
  return {
    by,
    date,
    events,
    figures: told.figures.filter((figure) => atEvents(figure) && isTheirs(figure.maker)),
    quotations: told.quotations.filter(
      ({ speaker, said, about }) =>
        speaker !== undefined && isTheirs(speaker) && isWithin(said, date) && concerns(about),
    ),
  }
}

/**
 * Every claim with its declaration and rejections in order, earliest claim first and precedents after all others. What
 * belongs to a step is found, not recorded: events, figures and quotations of the same day, by the same side, about the
 * claimed places. Never throws.
 */
export function tellClaims(linked: Told): ClaimStory[] {
  const stories = linked.claims.map((claim): ClaimStory => {
    const places = linked.places.filter((place) => place.claim === claim.id).map(({ id }) => id)
    const rejections = claim.rejections.map(({ by, date, words, source }) => ({
      ...findStep(linked, by, date, places),
      words,
      source,
    }))
    return {
      claim,
      places,
      declaration: findStep(linked, claim.by, claim.declared, places),
      rejections: rejections.toSorted((a, b) => a.date.localeCompare(b.date)),
    }
  })
  return stories.toSorted(
    (a, b) => Number(a.claim.precedent) - Number(b.claim.precedent) || a.claim.declared.localeCompare(b.claim.declared),
  )
}
