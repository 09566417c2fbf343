import { lowerBound } from '@/lib/schema/plain-values'
import type { Mention, Named } from './names'
import { endsWithin, type QuotedStretch, type ReportText, stretchAt } from './report-text'
import { isSubject, type Saying } from './sayings'

/** How sure a proposal is, and why: for whoever accepts or mends it. */
export interface Doubt {
  sure: 'high' | 'medium' | 'low'
  because: string
}

export interface AttributedQuotation extends Doubt {
  quoted: QuotedStretch
  /** Null for a term, and where nothing tells who speaks. */
  by: Named | null
  /** Words set in marks to keep their distance: nobody's speech. */
  isTerm: boolean
}

/** Words between a verb and a quotation that it still governs. */
const NEAR_UNITS = 160
const MOST_TERM_WORDS = 3

/** The saying that stands right behind a quotation: “…,” he told the paper. */
function sayingBehind(
  { told, sentences }: ReportText,
  { end, words }: QuotedStretch,
  sayings: readonly Saying[],
): Saying | undefined {
  const next = sayings[lowerBound(sayings.length, (index) => (sayings[index]?.start ?? 0) < end)]
  if (next === undefined || next.sentence !== stretchAt(sentences, end - 1)) return undefined
  // Speech that a verb follows ends with a mark of its own; a few words within a sentence do not.
  const between = told.slice(end, next.start)
  const endsSpeech = /[,.!?…—–-]\s*$/u.test(words) || /^\S\s*[,—–]/u.test(between)
  return endsSpeech && /^\S\s*[,—–]?\s*(?!but\b|and\b|while\b)[^.!?;:\uFFFC]{0,110}$/u.test(between) ? next : undefined
}

function isTermLike(report: ReportText, { start, words }: QuotedStretch): boolean {
  const before = report.told.slice(Math.max(0, start - 24), start - 1)
  return (
    words.trim().split(/\s+/).length <= MOST_TERM_WORDS &&
    /(?:^|\s)(?:the|a|an|its|his|her|their|so-called|called|known as|dubbed|this)\s*(?:own\s)?$/iu.test(before) &&
    !/[.!?,]$/u.test(words)
  )
}

/**
 * “Council leader Anna Berg: “…””: who is named right before a quotation, with a colon and no verb. “A post on Facebook:” and
 * “Update:” name nobody who speaks; “a statement by the Council:” and a name that may be a person's do, perhaps.
 */
function namedByColon(
  report: ReportText,
  { start }: QuotedStretch,
  mentions: readonly Mention[],
): { by: Named; isSure: boolean } | null {
  const { told } = report
  const before = mentions[lowerBound(mentions.length, (index) => (mentions[index]?.end ?? 0) <= start) - 1]
  if (before === undefined || !/^\s?:\s*$/u.test(told.slice(before.end, start - 1))) return null
  const { named } = before
  const isSpeaker =
    named.kind === 'person' || named.kind === 'body' || (named.kind === 'unknown' && named.role !== undefined)
  if (isSubject(report, before))
    return isSpeaker || (named.kind === 'unknown' && named.name.includes(' ')) ? { by: named, isSure: isSpeaker } : null
  const isBy = /\b(?:by|from)\s(?:the\s)?$/u.test(told.slice(Math.max(0, before.start - 12), before.start))
  return isSpeaker && isBy ? { by: named, isSure: false } : null
}

type Attribution = Omit<AttributedQuotation, 'quoted'>

const asTerm = (sure: Doubt['sure'], because: string): Attribution => ({ by: null, isTerm: true, sure, because })
const asSaid = (saying: Saying, sure: Doubt['sure'], where: string): Attribution => ({
  by: saying.by,
  isTerm: false,
  sure: saying.sure === 'low' ? 'low' : sure,
  because: `“${saying.verb}” ${where}; ${saying.because}`,
})

/** Who says one quoted passage: the nearest verb of saying, by rules of which the surest comes first. */
function attributeOne(
  report: ReportText,
  quoted: QuotedStretch,
  sayings: readonly Saying[],
  mentions: readonly Mention[],
  last: Named | null,
): Attribution {
  const sentence = stretchAt(report.sentences, quoted.start)
  const paragraph = stretchAt(report.paragraphs, quoted.start)
  if (sentence === undefined || paragraph === undefined)
    return { by: null, isTerm: false, sure: 'low', because: 'stands in no sentence' }
  const [, earlier] = endsWithin(sayings, { start: paragraph.start, end: quoted.start })
  const nearest = earlier !== undefined && earlier.start >= sentence.start ? earlier : undefined
  const introduced = nearest === undefined ? namedByColon(report, quoted, mentions) : null
  if (introduced?.isSure === true)
    return { by: introduced.by, isTerm: false, sure: 'high', because: 'named right before it, with a colon' }
  const behind = sayingBehind(report, quoted, sayings)
  const isTerm = isTermLike(report, quoted)
  if (nearest !== undefined) {
    const gap = report.told.slice(nearest.end, quoted.start - 1)
    const governs = behind === undefined && !(isTerm && /ccording/u.test(nearest.verb))
    if (gap.trim().length < 3 || governs)
      return asSaid(nearest, gap.length < NEAR_UNITS ? 'high' : 'medium', 'before it in its sentence')
  }
  if (introduced !== null && behind === undefined)
    return {
      by: introduced.by,
      isTerm: false,
      sure: 'low',
      because: 'named before it, with a colon; perhaps no speaker',
    }
  if (isTerm) return asTerm('medium', 'few words after an article, which nobody is said to say')
  if (behind !== undefined) return asSaid(behind, 'high', 'right after it')
  if (earlier !== undefined) return asSaid(earlier, 'medium', 'earlier in its paragraph')
  const [next] = endsWithin(sayings, { start: quoted.end, end: paragraph.end })
  if (next !== undefined) return asSaid(next, 'low', 'later in its paragraph')
  if (last !== null && /^[\s“"«‘„]*$/u.test(report.text.slice(paragraph.start, quoted.start)))
    return { by: last, isTerm: false, sure: 'low', because: 'begins its paragraph: taken for whoever spoke last' }
  if (quoted.words.trim().split(/\s+/).length <= MOST_TERM_WORDS)
    return asTerm('low', 'few words that nobody is said to say')
  return { by: null, isTerm: false, sure: 'low', because: 'nothing tells who speaks' }
}

/** Who says each quoted passage of a report, with why. */
export function attributeQuotations(
  report: ReportText,
  sayings: readonly Saying[],
  mentions: readonly Mention[],
): AttributedQuotation[] {
  let last: Named | null = null
  return report.quoted.map((quoted) => {
    const attributed = attributeOne(report, quoted, sayings, mentions, last)
    last = attributed.by ?? last
    return { quoted, ...attributed }
  })
}
