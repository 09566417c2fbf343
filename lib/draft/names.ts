import { addTo } from '@/lib/schema/plain-values'
import {
  bodyWords,
  currencyCodes,
  months,
  plainWords,
  roles,
  roleWords,
  sayingPattern,
  weekdays,
  zoneNames,
} from './english'
import { type ReportText, type Stretch, stretchAt } from './report-text'

/** Somebody or something that a report calls by a name. */
export interface Named {
  kind: 'person' | 'body' | 'place' | 'unknown'
  /** The longest form in which the report has it. */
  name: string
  /** What the report says its bearer does, in its own words. */
  role?: string
}

/** One place in which it is called so. */
export interface Mention extends Stretch {
  named: Named
}

const TOKEN = "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:\\.(?=\\p{Lu}\\.)|[-’'](?!s(?![\\p{L}]))[\\p{L}\\p{M}]+)*"
const LINK = '(?: (?:of(?: the)?|for|de|del|della|von|van|der|den|bin|ibn|al|el|la|le|du|dos|da) |[  ])'
/** Nobody is called by more words than these. */
const MORE_WORDS = 14
const NAME = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${TOKEN}(?:${LINK}${TOKEN}){0,${MORE_WORDS}}`, 'gu')
const calendarWords = new Set([...months, ...weekdays])
/** Capitals alone that are nobody's name. */
const noNames = new Set([...currencyCodes, ...zoneNames.split('|')])
/** “BERLIN, May 9 (Agency) - ”, “LYON — ”: where a report was written. */
const DATELINE = /^(?:,[^\n]{0,60}?)?(?: ?\([^)\n]{1,40}\))? ?[-–—] /u
/** What else of a role stands in small letters before a name: “former harbour chief Anna Berg”. */
const SMALL_ROLE = /(?:(?:former|ex|acting|deputy|vice)[ -])?(?:[\p{L}\p{M}-]+ ){0,3}$/u

interface RawName extends Stretch {
  tokens: string[]
  role: string | undefined
}

/** “Minister”, “Prosecutors”, “Director-General”. */
const isRole = (word: string) =>
  word
    .toLowerCase()
    .split('-')
    .some((part) => roleWords.has(part.replace(/s$/, '')))

/** Parts a capitalised run into what its bearer does and the name: “Danish Prime Minister | Mette Frederiksen”. */
function partRole(words: readonly string[]): { role: string[]; name: string[] } {
  const at = words.findLastIndex(isRole)
  if (at === -1) return { role: [], name: [...words] }
  let last = at
  // “Secretary of Fisheries Anna Berg”: what the role is of belongs to it.
  if (words[at + 1] === 'of' || words[at + 1] === 'for') last = Math.min(at + 2, words.length)
  if (words[at + 2] === 'the') last = at + 3
  return { role: words.slice(0, last + 1), name: words.slice(last + 1) }
}

/** The role in small letters that stands right before a name, with what capitals belong to it. */
function smallRole(before: string): string | undefined {
  const tail = SMALL_ROLE.exec(before)?.[0].trim().split(' ') ?? []
  const at = tail.findIndex((word) => word === 'former' || roleWords.has(word))
  const lastWord = tail.at(-1)
  if (at === -1 || lastWord === undefined || !roleWords.has(lastWord)) return undefined
  return tail.slice(at).join(' ')
}

/** “Péter Nagy of the Institute of Hydrology”: a person's name, and that of a body. “Bank of England” is one. */
function partOf(run: string, index: number): { run: string; index: number }[] {
  const parts = /^(?<first>\S+ \S+(?: \S+)?) (?:of|for)(?: the)? (?=\p{Lu})/u.exec(run)
  const first = parts?.groups?.first?.split(' ') ?? []
  if (parts === null || hasBodyWord(first) || partRole(first).role.length > 0) return [{ run, index }]
  const rest = parts[0].length
  return [
    { run: first.join(' '), index },
    { run: run.slice(rest), index: index + rest },
  ]
}

function listRuns({ text, sentences }: ReportText): RawName[] {
  const starts = new Set(sentences.map(({ start }) => start))
  const runs: RawName[] = []
  for (const { index, run } of [...text.matchAll(NAME)].flatMap(({ index, 0: run }) => partOf(run, index))) {
    const words = run.split(/ {1,2}/u)
    let start = index
    const isFirst = starts.has(index) || /(?:[“"‘«(:]|[.!?…]\s)$/u.test(text.slice(Math.max(0, index - 2), index))
    while (words[0] !== undefined && (plainWords.has(words[0].toLowerCase()) || calendarWords.has(words[0]))) {
      // “US” is a plain word only in small letters.
      if (!isFirst && words[0].length > 1 && words[0] === words[0].toUpperCase()) break
      if (words[0] === words[0].toUpperCase() && words[0].length > 1 && words[0] !== 'I') break
      start += words[0].length + 1
      words.shift()
    }
    while (words.length > 0 && /^(?:of|for|the|and)$/u.test(words[0] ?? '')) start += (words.shift()?.length ?? 0) + 1
    if (words.length === 0 || (words.length === 1 && noNames.has(words[0] ?? ''))) continue
    const { role, name } = partRole(words)
    const tokens = name.length === 0 ? words : name
    const own = name.length === 0 ? [] : role
    const nameStart = start + (own.length === 0 ? 0 : own.join(' ').length + 1)
    const told = own.length > 0 ? own.join(' ') : smallRole(text.slice(Math.max(0, start - 60), start))
    runs.push({ start: nameStart, end: index + run.length, tokens, role: told })
  }
  return runs
}

/** Whether a name in capitals begins a paragraph as the place of its report. */
function isDateline({ text, paragraphs }: ReportText, { start, end, tokens }: RawName): boolean {
  const paragraph = stretchAt(paragraphs, start)
  return paragraph?.start === start && tokens.every(isAcronym) && DATELINE.test(text.slice(end, end + 120))
}

const isAcronym = (token: string) => token.length > 1 && token === token.toUpperCase()
const hasBodyWord = (tokens: readonly string[]) => tokens.some((token) => bodyWords.has(token.toLowerCase()))

const ROLE = `(?:${roles.join('|')})`
/** “the mayor, Mária Kovács,” */
const BESIDE_ROLE_BEFORE = new RegExp(`\\b${ROLE},? $`, 'iu')
/** “Karin Holm, chairwoman of”, “Manuel Ortiz, a baker,” */
const BESIDE_ROLE_AFTER = new RegExp(
  `^, (?:(?:an?|the|its|his|her|their|[\\p{L}-]+[’']s?) )?(?:[\\p{L}-]+ ){0,3}${ROLE}\\b`,
  'iu',
)

/** Whether what stands around a name is what stands around a person's. */
function isAsPerson({ text }: ReportText, { start, end }: Stretch): boolean {
  const after = text.slice(end, end + 60)
  const before = text.slice(Math.max(0, start - 40), start)
  return (
    BESIDE_ROLE_BEFORE.test(before) ||
    BESIDE_ROLE_AFTER.test(after) ||
    /^,? who(?:se)? /u.test(after) ||
    /^,? (?:a|the|his|her) [^,.]{3,25},/u.test(after) ||
    /^, \d\d,/u.test(after) ||
    saysNext(after) ||
    /(?:says|said|told|asks) $/u.test(before)
  )
}

const SAYING = new RegExp(sayingPattern.source, 'u')

function saysNext(after: string): boolean {
  const found = SAYING.exec(after)
  return found !== null && /^ (?:(?:has|had|also|later|then|who) )?$/u.test(after.slice(0, found.index))
}

/**
 * Who and what a report names, mention by mention, in the order of its text. A surname alone is the person whose whole
 * name the report has; what it calls a place is left to who knows places.
 *
 * @param isPlace Whether a name is one of a place, as far as is known.
 */
export function listMentions(report: ReportText, isPlace: (name: string) => boolean): Mention[] {
  const runs = listRuns(report)
  const byName = new Map<string, Named>()
  const bySurname = new Map<string, Named>()
  const wholes = new Map<string, RawName[]>()
  for (const run of runs) {
    const name = run.tokens.join(' ')
    addTo(wholes, name, run)
  }
  const surnames = new Set(runs.filter(({ tokens }) => tokens.length === 1).map(({ tokens }) => tokens[0]))
  for (const [name, mentions] of wholes) {
    const tokens = mentions[0]?.tokens ?? []
    const role = mentions.find((mention) => mention.role !== undefined)?.role
    const whole: Named = { kind: 'unknown', name, ...(role !== undefined && { role }) }
    if (mentions.some((mention) => isDateline(report, mention))) whole.kind = 'place'
    else if (hasBodyWord(tokens) || (tokens.length === 1 && isAcronym(name))) whole.kind = 'body'
    else if (isPlace(name)) whole.kind = 'place'
    else if (role !== undefined) whole.kind = 'person'
    else if (tokens.length > 1 && tokens.length < 5 && !tokens.some(isAcronym) && !tokens.includes('of')) {
      const isCalledShort = surnames.has(tokens.at(-1) ?? '') && !isPlace(tokens.at(-1) ?? '')
      if (isCalledShort || mentions.some((mention) => isAsPerson(report, mention))) whole.kind = 'person'
    }
    byName.set(name, whole)
    if (whole.kind === 'person' && tokens.length > 1) bySurname.set(tokens.at(-1) ?? '', whole)
  }
  return runs.map(({ start, end, tokens }) => {
    const name = tokens.join(' ')
    const own = byName.get(name) ?? { kind: 'unknown', name }
    const known = tokens.length === 1 && own.kind !== 'body' ? bySurname.get(name) : undefined
    if (known !== undefined && own.role !== undefined) known.role ??= own.role
    return { start, end, named: known ?? own }
  })
}
