import { type AttributedQuotation, attributeQuotations, type Doubt } from './attribute'
import { type DraftedPlace, draftPlaces, type FindPlaces, isWellKnown, nowhere } from './choose-places'
import { findDates } from './dates'
import { isEnglish } from './english'
import { listMentions, type Named } from './names'
import { type FoundNumber, findNumbers } from './numbers'
import { BLANK, type ReportText, readReportText, type Stretch, stretchAt, stretchesWithin } from './report-text'
import { listSayings, type Saying } from './sayings'
import type { FoundDate } from './spans-of-time'

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

/** How much stands before what is said. Behind “told” that is to whom, up to “that”; null where nothing else is there. */
function leadOf(raw: string, verb: string): number | null {
  if (!/^(?:told|tell)/u.test(verb)) return /^[\s,:—–-]*(?:that\s+)?/u.exec(raw)?.[0].length ?? 0
  return /^[^.;:]{0,80}?\bthat\s+/u.exec(raw)?.[0].length ?? null
}

/** What is told of a saying that is not in a quotation. */
function draftStatement(report: ReportText, saying: Saying): DraftedStatement[] {
  const { start, end } = toldStretch(report, saying)
  const raw = report.told.slice(start, end)
  const lead = leadOf(raw, saying.verb)
  if (lead === null) return []
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
