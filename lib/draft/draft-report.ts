import { addTo } from '@/lib/schema/plain-values'
import { type AttributedQuotation, attributeQuotations, type Doubt } from './attribute'
import { findDates } from './dates'
import { isEnglish } from './english'
import { listMentions, type Mention, type Named } from './names'
import { type FoundNumber, findNumbers } from './numbers'
import { BLANK, type ReportText, readReportText, type Stretch, stretchAt, stretchesWithin } from './report-text'
import { listSayings, type Saying } from './sayings'
import type { FoundDate } from './spans-of-time'

/** A place that a name may mean. */
interface PlaceCandidate {
  name: string
  /** What it is, in a word: “country”, “city”. */
  kind: string
  /** [lng, lat], degrees. */
  at: readonly [number, number]
  /** The country and the part of it that it lies in, if that is known. */
  country?: string
  region?: string
  /** How well known it is, and how likely it is meant by what the report says: one more is ten times the people. */
  renown?: number
  score?: number
}

/** The places of a name, the likeliest first; empty where it is none. `countries` are those that the report speaks of. */
export type FindPlaces = (name: string, countries: ReadonlySet<string>) => readonly PlaceCandidate[]

export interface DraftedPlace extends Doubt {
  place: PlaceCandidate
  /** Whom else the name may mean. */
  others: readonly PlaceCandidate[]
  mentions: readonly Stretch[]
}

/** What somebody says that is not between quotation marks. */
interface DraftedStatement extends Doubt, Stretch {
  by: Named
  verb: string
  certainty: 'asserted' | 'likely' | 'possible' | 'doubtful'
}

interface DraftedFigure extends Doubt, FoundNumber {
  /** Null where it is the report's own. */
  by: Named | null
}

interface DraftedEvent extends Doubt, Stretch {
  date: FoundDate
}

/** What a report holds, each with how sure that is and why. */
export interface Draft {
  report: ReportText
  quotations: readonly AttributedQuotation[]
  statements: readonly DraftedStatement[]
  figures: readonly DraftedFigure[]
  events: readonly DraftedEvent[]
  places: readonly DraftedPlace[]
  people: readonly Named[]
  /** The rules know English alone: of a report in another language quotations and names are found, and no figures. */
  isEnglish: boolean
}

const LEAST_TOLD_WORDS = 3
const countWords = (text: string) => text.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.length ?? 0

function certaintyOf(verb: string, words: string): DraftedStatement['certainty'] {
  if (/^doubt/u.test(verb)) return 'doubtful'
  if (/\b(?:may|might|could|possible|possibly|perhaps)\b/iu.test(words)) return 'possible'
  if (
    /^(?:believe|expect|suspect|think|thought|fear|predict|suggest|estimate)/u.test(verb) ||
    /\b(?:likely|probably)\b/iu.test(words)
  )
    return 'likely'
  return 'asserted'
}

/** Behind these a verb of saying is followed by when or to whom, not by what is said. */
const NOT_WHAT = /^\s(?:over|in|on|at|during|last|after|before|to|earlier|yesterday|late|from|as)\b/u

/** The stretch of a sentence in which what somebody says is told. */
function toldStretch({ told }: ReportText, { start, end, verb, sentence, isInverted }: Saying): Stretch {
  const rest = told.slice(end, sentence.end)
  if (isInverted || NOT_WHAT.test(rest)) return sentence
  if (countWords(rest) < LEAST_TOLD_WORDS) return { start: sentence.start, end: start }
  const comma = rest.indexOf(',')
  return { start: /ccording/u.test(verb) && comma !== -1 ? end + comma + 1 : end, end: sentence.end }
}

/** What is told of a saying that is not in a quotation. */
function draftStatement(report: ReportText, saying: Saying): DraftedStatement[] {
  const { start, end } = toldStretch(report, saying)
  const raw = report.told.slice(start, end)
  const lead = /^[\s,:—–-]*(?:that\s+)?/u.exec(raw)?.[0].length ?? 0
  const clause = raw.slice(lead).replace(/[\s.,;:—–-]+$/u, '')
  if (countWords(clause) < LEAST_TOLD_WORDS || clause.includes(BLANK)) return []
  const from = start + lead
  return [
    {
      start: from,
      end: from + clause.length,
      by: saying.by,
      verb: saying.verb,
      certainty: certaintyOf(saying.verb, clause),
      sure: saying.sure,
      because: `“${saying.verb}”; ${saying.because}`,
    },
  ]
}

/** Whose a number is: of who is quoted with it, or of who is said to say so in its sentence. */
function draftFigure(
  report: ReportText,
  number: FoundNumber,
  quotations: readonly (Stretch & Pick<AttributedQuotation, 'by'>)[],
  sayings: readonly Saying[],
): DraftedFigure {
  const quotation = stretchAt(quotations, number.start)
  const sentence = stretchAt(report.sentences, number.start)
  const inSentence = sentence === undefined ? [] : stretchesWithin(sayings, sentence)
  const saying = inSentence.findLast(({ isThought }) => !isThought)
  const by = quotation === undefined ? (saying?.by ?? null) : quotation.by
  const because =
    quotation !== undefined
      ? 'within a quotation of theirs'
      : saying !== undefined
        ? `“${saying.verb}” in its sentence`
        : 'nobody is named for it: the report’s own'
  return { ...number, by, because, sure: number.isSure ? (by === null ? 'medium' : 'high') : 'low' }
}

/** Known less than a town of a hundred thousand, a place is one where the report speaks of its country, too. */
const WELL_KNOWN = 5
/** Known as a town of some three hundred thousand, a place needs no country to be meant, and tells which is spoken of. */
const KNOWN_FAR = 5.5
/** Ten times as well known as the next of its name, a place is hardly another. */
const AHEAD = 1

const scoreOf = ({ score = WELL_KNOWN }: PlaceCandidate) => score
const renownOf = ({ renown = WELL_KNOWN }: PlaceCandidate) => renown
const isWellKnown = (place: PlaceCandidate) => renownOf(place) >= WELL_KNOWN

/** Whether a report says right behind a name that its place is there: “Paris, Texas”, “Perth in Scotland”. */
function isSaidBeside({ text }: ReportText, { end }: Stretch, { country, region }: PlaceCandidate): boolean {
  const lead = /^(?:,? in (?:the )?|, (?:the )?| \()(?=\p{Lu})/u.exec(text.slice(end, end + 10))?.[0].length
  if (lead === undefined) return false
  return [country, region].some((each) => each !== undefined && text.startsWith(each, end + lead))
}

/** Which of the places of a name is meant, and why. */
function choosePlace(
  report: ReportText,
  mentions: readonly Stretch[],
  [first, ...rest]: readonly [PlaceCandidate, ...PlaceCandidate[]],
  countries: ReadonlySet<string>,
): Doubt & { place: PlaceCandidate } {
  const isElsewhere = first.country !== undefined && !countries.has(first.country) && renownOf(first) < KNOWN_FAR
  if (rest.length === 0 && isElsewhere)
    return {
      place: first,
      sure: 'low',
      because: 'the only place of that name that is known, in a country that the report does not speak of',
    }
  if (rest.length === 0) {
    // A small town is as easily somebody’s or something’s name, unless the report says where it is.
    const isSure = isWellKnown(first) || mentions.some((mention) => isSaidBeside(report, mention, first))
    return { place: first, sure: isSure ? 'high' : 'medium', because: 'the only place of that name that is known' }
  }
  const of = `of ${rest.length + 1} places of that name, the one`
  const said = [first, ...rest].find((place) => mentions.some((mention) => isSaidBeside(report, mention, place)))
  if (said !== undefined)
    return { place: said, sure: 'medium', because: `${of} whose country the report names beside it` }
  const isAhead = rest.every((place) => scoreOf(first) - scoreOf(place) >= AHEAD)
  if (isAhead) return { place: first, sure: 'high', because: `${of} that is by far the best known` }
  return {
    place: first,
    sure: 'medium',
    because: `${of} that is the likeliest by its size and by the countries that the report speaks of`,
  }
}

function draftPlaces(report: ReportText, mentions: readonly Mention[], findPlaces: FindPlaces): DraftedPlace[] {
  const byName = new Map<string, Mention[]>()
  for (const mention of mentions) if (mention.named.kind !== 'person') addTo(byName, mention.named.name, mention)
  const countries = new Set([...byName.keys()].flatMap((name) => countrySpokenOf(name, findPlaces)))
  const places = new Map<string, DraftedPlace>()
  for (const [name, named] of byName) {
    const isKnown = (each: PlaceCandidate) =>
      isWellKnown(each) ||
      countries.has(each.country ?? '') ||
      named.some((mention) => isSaidBeside(report, mention, each))
    const [first, ...more] = findPlaces(name, countries).filter(isKnown)
    if (first === undefined) continue
    const { place, sure, because } = choosePlace(report, named, [first, ...more], countries)
    const key = `${place.name} ${place.at.join(' ')}`
    const all = [...(places.get(key)?.mentions ?? []), ...named.map(({ start, end }) => ({ start, end }))].sort(
      (a, b) => a.start - b.start,
    )
    places.set(key, { place, others: [first, ...more].filter((each) => each !== place), mentions: all, sure, because })
  }
  return [...places.values()].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
}

const nowhere: ReadonlySet<string> = new Set()

/** The country that a name is of, or that of a city that is known everywhere. */
function countrySpokenOf(name: string, findPlaces: FindPlaces): string[] {
  const [first] = findPlaces(name, nowhere)
  if (first?.kind === 'country') return [first.name]
  return first?.country !== undefined && renownOf(first) >= KNOWN_FAR ? [first.country] : []
}

/** The words of a dated event: its sentence, as far as it is told in one. */
function draftEvents(report: ReportText, dates: readonly FoundDate[]): DraftedEvent[] {
  return dates.flatMap((date): DraftedEvent[] => {
    const sentence = stretchAt(report.sentences, date.start)
    if (
      sentence === undefined ||
      (stretchAt(report.quoted, date.start) !== undefined &&
        date.isRelative &&
        !/\d/u.test(report.text.slice(date.start, date.end)))
    )
      return []
    const words = report.text.slice(sentence.start, sentence.end)
    const end = sentence.start + words.trimEnd().length
    return [{ start: sentence.start, end, date, sure: date.isRelative ? 'medium' : 'high', because: date.because }]
  })
}

/**
 * What a report in English holds: quotations with who speaks, indirect statements, figures with who gives them, dated
 * events, places, people and bodies. By rules that each proposal tells; nothing is asked of a network. Never throws.
 *
 * @param reported The report's day, as `2022-10-02`: what relative dates are counted from.
 */
export function draftReport(text: string, reported: string, findPlaces: FindPlaces): Draft {
  const report = readReportText(text)
  const isPlace = (name: string) => findPlaces(name, nowhere).some(isWellKnown)
  const mentions = listMentions(report, isPlace)
  const sayings = listSayings({ report, mentions })
  const quotations = attributeQuotations(report, sayings, mentions)
  const spoken = quotations.map(({ quoted: { start, end }, by }) => ({ start, end, by }))
  const inEnglish = isEnglish(text)
  const people = new Set<Named>()
  for (const { named } of mentions) if (named.kind === 'person' || named.kind === 'body') people.add(named)
  return {
    report,
    quotations,
    statements: sayings.flatMap((saying) => draftStatement(report, saying)),
    // Elsewhere 2.500 may be two thousand and five hundred.
    figures: inEnglish ? findNumbers(text).map((number) => draftFigure(report, number, spoken, sayings)) : [],
    events: draftEvents(report, findDates(report, reported)),
    places: draftPlaces(report, mentions, findPlaces),
    people: [...people],
    isEnglish: inEnglish,
  }
}
