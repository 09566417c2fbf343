import type { Claim } from '@/lib/schema/case'
import type { CaseEvent } from '@/lib/schema/event'
import type { Passage } from '@/lib/schema/passage'
import { normaliseWording } from '@/lib/schema/plain-values'
import { groupBy } from './arrays'
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

/**
 * Finds what has a date within another that is as fine or coarser: "2022-09-30T15:03Z" is of "2022-09-30". Grouped once
 * for each fineness: a case may have thousands of claims, and each asks.
 */
function findWithin<T>(
  things: readonly T[],
  dateOf: (thing: T) => string | undefined,
): (whole: string) => readonly T[] {
  const byLength = new Map<number, ReadonlyMap<string | undefined, T[]>>()
  return (whole) => {
    const { length } = whole
    const groups = byLength.get(length) ?? groupBy(things, (thing) => dateOf(thing)?.slice(0, length))
    byLength.set(length, groups)
    return groups.get(whole) ?? []
  }
}

/** What the steps of all claims of a case are looked up in. */
function indexTold({ places, actors, events, figures, quotations }: Told) {
  const positions = new Map(figures.map((figure, at) => [figure, at]))
  const sides = new Map(actors.map(({ id, side }) => [id, side]))
  return {
    placesOf: groupBy(places, ({ claim }) => claim),
    isOf: (side: string) => (id: string) => id === side || sides.get(id) === side,
    eventsWithin: findWithin(events, ({ date }) => date),
    quotationsWithin: findWithin(quotations, ({ said }) => said),
    figuresAt: groupBy(figures, ({ event }) => event),
    inOrder: (found: LinkedFigure[]) => found.sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0)),
    eventsByWords: groupBy(events, ({ passage }) => `${passage.source} ${normaliseWording(passage.exact)}`),
    recordsOf: groupBy(
      quotations.flatMap(({ id, passage, records }) =>
        records.map(({ source, words }) => ({
          ...{ id, passage, source, exact: normaliseWording(passage.exact), words: normaliseWording(words) },
        })),
      ),
      ({ source }) => source,
    ),
  }
}

type ToldIndex = ReturnType<typeof indexTold>

type StepHead = Pick<ClaimStep, 'by' | 'date' | 'time'>

function findStep(told: ToldIndex, { by, date, time }: StepHead, places: ReadonlySet<string>): ClaimStep {
  const concerns = (about: readonly string[]) => about.some((place) => places.has(place))
  const isTheirs = told.isOf(by)
  const events = told.eventsWithin(date).filter((event) => concerns(event.about) && event.by.some(isTheirs))
  const counted = events.flatMap(({ id }) => told.figuresAt.get(id) ?? [])
  return {
    by,
    date,
    time,
    events,
    figures: told.inOrder(counted.filter((figure) => isTheirs(figure.by))),
    quotations: told
      .quotationsWithin(date)
      .filter(({ speaker, about }) => speaker !== undefined && isTheirs(speaker) && concerns(about)),
  }
}

/**
 * What stands between the first “ and the ” after it; all of it where nothing does. By hand: a pattern would look for
 * its end anew from each of a million “.
 */
function readQuoted(words: string): string {
  const from = words.indexOf('“') + 1
  const to = from === 0 ? -1 : words.indexOf('”', from)
  return to > from ? words.slice(from, to) : words
}

/**
 * The record that has a rejection's words, those between “ and ”: an event with a passage of that document, or the
 * quotation that the document is another record of.
 */
function findHeld({ eventsByWords, recordsOf }: ToldIndex, words: string, source: string): Rejection['held'] {
  const quoted = normaliseWording(readQuoted(words))
  const [event] = eventsByWords.get(`${source} ${quoted}`) ?? []
  if (event !== undefined) return { kind: 'event', id: event.id, passage: event.passage }
  const record = recordsOf.get(source)?.find(({ exact, words: own }) => quoted.includes(exact) && own.includes(quoted))
  return record === undefined ? null : { kind: 'quotation', id: record.id, passage: record.passage }
}

function findDeclarationIn(
  told: ToldIndex,
  { by, declared, declaredIn }: LinkedClaim,
  places: ReadonlySet<string>,
): ClaimStep {
  return findStep(told, { by, date: declared, time: declaredIn }, places)
}

/** What was said, done and counted when a claim was made, by those who made it. */
export function findDeclaration(linked: Told, claim: LinkedClaim): ClaimStep {
  const told = indexTold(linked)
  return findDeclarationIn(told, claim, new Set(told.placesOf.get(claim.id)?.map(({ id }) => id)))
}

/**
 * Every claim with its declaration and rejections in order, earliest claim first and precedents after all others. What
 * belongs to a step is found, not recorded: events, figures and quotations of the same day, by the same side, about the
 * claimed places. Never throws.
 */
export function buildClaimTimeline(linked: Told): ClaimStory[] {
  const told = indexTold(linked)
  const stories = linked.claims.map((claim): ClaimStory => {
    const places = told.placesOf.get(claim.id)?.map(({ id }) => id) ?? []
    const theirs = new Set(places)
    const rejections = claim.rejections.map(({ by, date, words, source, rejectedIn }) => ({
      ...findStep(told, { by, date, time: rejectedIn }, theirs),
      words,
      source,
      held: findHeld(told, words, source),
    }))
    return {
      claim,
      places,
      declaration: findDeclarationIn(told, claim, theirs),
      rejections: rejections.toSorted((a, b) => compareDates(a.date, b.date)),
    }
  })
  return stories.toSorted(
    (a, b) => Number(a.claim.precedent) - Number(b.claim.precedent) || compareDates(a.claim.declared, b.claim.declared),
  )
}
