import { lowerBound } from '@/lib/schema/plain-values'
import { needsWords, plainWords, sayingPattern, verbsOfThought } from './english'
import type { Mention, Named } from './names'
import { BLANK, type ReportText, type Stretch, stretchAt, stretchesWithin } from './report-text'

/** A place in which a report passes on what somebody says. */
export interface Saying extends Stretch {
  /** The report's own words for it: “said”, “according to”. */
  verb: string
  isThought: boolean
  /** Who speaks stands behind the verb, within what they say: “The best way, says Berg, is …”. */
  isInverted: boolean
  by: Named
  sure: 'high' | 'medium' | 'low'
  /** Why it is theirs, for whoever checks it. */
  because: string
  sentence: Stretch
}

const AUXILIARIES =
  '(?:(?:has|had|have|is|was|were|are|also|then|later|now|once|still|even|\\p{L}+ly|repeatedly|previously) )*'
const PRONOUN_BEFORE = new RegExp(`(?:^|[^\\p{L}’'])(?<pronoun>he|she|they|it|who)\\s${AUXILIARIES}$`, 'iu')
const COORDINATED = new RegExp(`(?:,|;|and|but|then)\\s(?:(?:and|but|then)\\s)?${AUXILIARIES}$`, 'u')
const NAME_ENDS = new RegExp(`^(?:[’']s?)?,?\\s?${AUXILIARIES}$`, 'u')
/** Between a verb and who speaks: nothing, or their role, with an article or without. */
const ROLE_BETWEEN =
  /^ (?:(?:the|former|a|an|its|their|his|her) )?(?:(?!(?:in|on|at|that|to|by|from|of|for|with|and|as|it|he|she|they|we|you|after|before|during|near|about|when|while|because|there|than|how|why|if|whether|over|until|since)\b)\p{Ll}[\p{L}-]+,? ){0,4}$/u
const WHO_AFTER = new RegExp(`^,? who ${AUXILIARIES}$`, 'u')
/** “officials”, “a spokesman for the port”: who speaks without a name, from the clause's beginning up to the verb. */
const NOUN_PHRASE = new RegExp(
  `(?:^|[,;:“”"—–]\\s*|\\b(?:that|but|and|while|as|because)\\s)(?<phrase>(?:(?:the|a|an|some|many|several|local|two|three|both) )?[\\p{L}\\p{M}\\p{N} ’'-]{3,80}?)\\s${AUXILIARIES}$`,
  'iu',
)

type Found = Pick<Saying, 'by' | 'sure' | 'because'>

interface Scene {
  report: ReportText
  mentions: readonly Mention[]
}

const canSpeak = ({ named: { kind } }: Mention) => kind === 'person' || kind === 'body'
/** A name of two words or more that is no place's may be a person's. */
const mayBePerson = ({ named: { kind, name } }: Mention) =>
  kind === 'person' || (kind === 'unknown' && /^\S+ \S+/u.test(name))

/** Mentions outside of quotation marks that lie in a stretch. */
function within({ report, mentions }: Scene, stretch: Stretch): Mention[] {
  return stretchesWithin(mentions, stretch).filter(({ start }) => report.told[start] !== BLANK)
}

/** Whether a name is what its sentence is about, as far as the words around it tell: nothing governs it. */
export function isSubject({ told }: ReportText, { start }: Stretch): boolean {
  return !/(?:\b(?:of|by|to|from|for|with|under|against|in|on|at|near|about|over|than|between|and|through|into|onto|across|via|off|towards?|after|before|during|since|until|within|along|around|behind|beyond|outside)\s(?:the\s)?(?:former\s)?(?:\p{Lu}[\p{L}’'-]+\s)*)$/u.test(
    told.slice(Math.max(0, start - 60), start),
  )
}

/** As far back as anyone remembers whom “he” stands for, units. */
const PRONOUN_REACH = 4_000

/** Whom “he”, “she”, “they” or “it” stands for: who was last spoken of before, within two paragraphs. */
function resolvePronoun(scene: Scene, pronoun: string, at: number, before: readonly Saying[]): Found | null {
  const { report } = scene
  const plural = /^(?:they|it)$/iu.test(pronoun)
  const paragraph = lowerBound(report.paragraphs.length, (index) => (report.paragraphs[index]?.end ?? 0) <= at)
  const from = Math.max(report.paragraphs[Math.max(0, paragraph - 2)]?.start ?? 0, at - PRONOUN_REACH)
  const reach = within(scene, { start: from, end: at }).filter(plural ? canSpeak : mayBePerson)
  const subject = reach.filter((mention) => isSubject(report, mention)).at(-1) ?? reach.at(-1)
  const last = before.at(-1)
  if (plural && last !== undefined && last.start >= from)
    return { by: last.by, sure: 'low', because: `“${pronoun}”, taken for who spoke last` }
  if (subject === undefined) return null
  // “he”, “she”: so it is a person's name.
  if (!plural) subject.named.kind = 'person'
  const because = `“${pronoun}” taken for ${subject.named.name}, named last before it`
  return { by: subject.named, sure: 'medium', because }
}

function namedBefore(scene: Scene, sentence: Stretch, at: number): Found | null {
  const { report } = scene
  const inSentence = within(scene, { start: sentence.start, end: at })
  const last = inSentence.at(-1)
  if (last !== undefined && NAME_ENDS.test(report.told.slice(last.end, at)))
    return isSubject(report, last) ? { by: last.named, sure: 'high', because: 'named right before the verb' } : null
  return null
}

/** “Anna Berg, who served as …, believes”: the name with which the sentence begins, if what stands between is set in commas. */
function namedAtStart(scene: Scene, sentence: Stretch, at: number): Found | null {
  const { told } = scene.report
  for (const mention of within(scene, { start: sentence.start, end: at })) {
    if (!isSubject(scene.report, mention)) continue
    const between = told.slice(mention.end, at)
    if (/^(?:,| who| from| of| at| in| with)[^;:]*(?:,|\p{L})\s*$/u.test(between))
      return { by: mention.named, sure: 'medium', because: 'the sentence’s subject' }
    return null
  }
  return null
}

/** “the witness Karl Holm, who testified”: the name that stands right before. */
function namedBeforeWho(scene: Scene, sentence: Stretch, at: number): Found | null {
  const last = within(scene, { start: sentence.start, end: at }).at(-1)
  const isNext = last !== undefined && WHO_AFTER.test(scene.report.told.slice(last.end, at))
  return isNext ? { by: last.named, sure: 'high', because: 'named right before “who”' } : null
}

/** “The Court of Appeal upheld it, holding …”: the name with which the sentence begins. */
function subjectOf(scene: Scene, sentence: Stretch): Found | null {
  const [first] = within(scene, sentence)
  const begins = first !== undefined && /^(?:The |A |An )?$/u.test(scene.report.told.slice(sentence.start, first.start))
  return begins ? { by: first.named, sure: 'medium', because: 'the sentence’s subject' } : null
}

function nounPhrase({ report: { told } }: Scene, sentence: Stretch, at: number): Found | null {
  const before = told.slice(sentence.start, at)
  const phrase = NOUN_PHRASE.exec(before)?.groups?.phrase?.trim()
  if (phrase === undefined || phrase.includes(BLANK)) return null
  const words = phrase.split(/\s+/)
  const last = words.at(-1)?.toLowerCase() ?? ''
  if (
    /^(?:neither|nobody|no|none|every|each|it)\b/iu.test(phrase) ||
    words.length > 9 ||
    plainWords.has(last) ||
    !/\p{L}{3}/u.test(last)
  )
    return null
  return { by: { kind: 'body', name: phrase }, sure: 'low', because: 'no name: who speaks as the report calls them' }
}

/** Who speaks behind the verb: “…,” says Berg. */
function namedAfter(scene: Scene, sentence: Stretch, start: number, end: number): Found | null {
  const { told } = scene.report
  if (!/(?:^|[,”"’'«»‹›“?!…\uFFFC—–]\s*)$/u.test(told.slice(Math.max(0, start - 3), start))) return null
  const next = within(scene, { start: end, end: end + 120 })[0]
  if (next === undefined) return phraseAfter(told, sentence, end)
  // “said Berg”, “said the harbour master Anna Berg”, “said the mayor, Petra Klein”.
  const isNext = ROLE_BETWEEN.test(told.slice(end, next.start))
  // “…, says Berg, is to …”; not “…, believes Holm may …”.
  const isWhole = /^(?:\s*(?:[,.;:”"—–]|$)|\s(?:who|of|at|in|from|on|after|during|as|when)\b)/u.test(
    told.slice(next.end, sentence.end),
  )
  if (isNext && isWhole) return { by: next.named, sure: 'high', because: 'named right after the verb' }
  return isNext ? null : phraseAfter(told, sentence, end)
}

/** “…,” said the engineer: who speaks without a name, right behind the verb and up to where the clause ends. */
function phraseAfter(told: string, sentence: Stretch, end: number): Found | null {
  const phrase =
    /^ (?<phrase>(?:the|a|an|one|another)(?: (?!(?:who|in|at|of|from|with|near|on|as|after|when)\b)\p{Ll}[\p{L}’'-]+){1,4})(?=[,.;:—–]|\s*$|\s?\b(?:who|in|at|of|from|with|near|on)\b)/u
      .exec(told.slice(end, sentence.end))
      ?.groups?.phrase?.trim()
  return phrase === undefined
    ? null
    : { by: { kind: 'body', name: phrase }, sure: 'low', because: 'no name: who speaks stands right after the verb' }
}

function readAccordingTo(scene: Scene, sentence: Stretch, end: number): Found | null {
  const { told } = scene.report
  const next = within(scene, { start: end, end: sentence.end })[0]
  const phrase = /^ (?<phrase>[^,;:.“”\uFFFC]{2,80})/u.exec(told.slice(end, sentence.end))?.groups?.phrase?.trim()
  if (next !== undefined && /^ (?:the |a |an |[\p{L}-]+ ){0,3}$/u.test(told.slice(end, next.start)) && canSpeak(next))
    return { by: next.named, sure: 'high', because: '“according to”' }
  return phrase === undefined
    ? null
    : { by: { kind: 'body', name: phrase }, sure: 'low', because: '“according to”; no name' }
}

/** Everything in which a report passes on what somebody says or thinks, in the order of its text. */
export function listSayings(scene: Scene): Saying[] {
  const { report } = scene
  const { told } = report
  const sayings: Saying[] = []
  for (const match of told.matchAll(sayingPattern)) {
    const start = match.index
    const verb = match[0]
    const end = start + verb.length
    const sentence = stretchAt(report.sentences, start)
    if (sentence === undefined) continue
    const before = told.slice(sentence.start, start)
    const found = ((): Found | null => {
      if (match.groups?.accordingTo !== undefined) return readAccordingTo(scene, sentence, end)
      if (match.groups?.noun !== undefined) {
        const owner = within(scene, { start: sentence.start, end: start }).at(-1)
        return owner !== undefined && /^[’']s? $/u.test(told.slice(owner.end, start))
          ? { by: owner.named, sure: 'high', because: `their ${verb.split(' ')[0]}` }
          : null
      }
      // “added 5 km”, “the reports”: a verb that says only where words follow it.
      if (
        needsWords.has(verb) &&
        !/^(?::|,|\s+(?:that\b|[“"‘«]|:)|\s*$)/u.test(told.slice(end, end + 8)) &&
        !/[”"’»]\s*\S*\s*$/u.test(before.slice(-25))
      )
        return null
      const after = verb.endsWith('ing') ? null : namedAfter(scene, sentence, start, end)
      if (after !== null) return after
      const named = namedBefore(scene, sentence, start)
      if (named !== null) return named
      const pronoun = PRONOUN_BEFORE.exec(before)?.groups?.pronoun
      if (pronoun !== undefined && pronoun.toLowerCase() !== 'who')
        return resolvePronoun(scene, pronoun, start, sayings)
      if (pronoun !== undefined) {
        const named = namedBeforeWho(scene, sentence, start)
        if (named !== null) return named
      }
      const same = sayings.at(-1)
      if (same?.sentence === sentence && (COORDINATED.test(before) || verb.endsWith('ing')))
        return { by: same.by, sure: same.sure, because: 'the same sentence goes on' }
      if (verb.endsWith('ing')) return /,\s$/u.test(before) ? subjectOf(scene, sentence) : null
      if (COORDINATED.test(before)) {
        const subject = within(scene, { start: sentence.start, end: start }).find((mention) =>
          isSubject(report, mention),
        )
        if (subject !== undefined)
          return { by: subject.named, sure: 'medium', because: 'the sentence’s subject, which goes on' }
      }
      // “…, the operator said”: a clause of its own.
      const isOwnClause = /,\s(?:the|a|an)\s(?:\p{Ll}[\p{L}’'-]*\s){1,5}$/u.test(before)
      const phrase = nounPhrase(scene, sentence, start)
      return isOwnClause && phrase !== null ? phrase : (namedAtStart(scene, sentence, start) ?? phrase)
    })()
    if (found !== null)
      sayings.push({
        start,
        end,
        verb,
        isThought: verbsOfThought.has(verb),
        isInverted: found.because.endsWith('after the verb'),
        ...found,
        sentence,
      })
  }
  return sayings
}
