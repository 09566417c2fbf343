import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser'
import { createLocator, type Location, type Selectors } from '@/lib/derive/locate-passage'
import { didYouMean } from '@/lib/schema/nearest'
import { type CaseFiles, readValues } from '@/lib/schema/parse-records'
import { MAX_CONTEXT_LENGTH } from '@/lib/schema/passage'
import { isObject } from '@/lib/schema/plain-values'
import { setMembers } from './set-members'
import type { HeldText } from './verbs/verb'

export interface LocatedCase {
  /** The files that changed, as they are to be written. */
  files: Map<string, string>
  /** To print: what became of each passage, the summary last. */
  lines: string[]
  /** Whether every passage of the source stands in its text. */
  good: boolean
}

/** The files that hold records with passages, and what a record of each is called. */
const kindsByFile = [
  ['quotations.json', 'quotation'],
  ['statements.json', 'statement'],
  ['figures.json', 'figure'],
  ['events.json', 'event'],
] as const

const SOURCES = 'sources.json'

type Read = ReturnType<typeof readValues>['values'][number]

/** A file's records as they can be read; what cannot be is for the check to tell. */
const read = (files: CaseFiles, file: string): Read[] =>
  files.has(file) ? readValues(file, files.get(file), 'array').values : []

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)

/** A file with some of its records written otherwise. */
function replaceSlices(text: string, replaced: readonly { slice: Read['position']['slice']; text: string }[]): string {
  return applyEdits(
    text,
    replaced.map(({ slice, text: content }) => ({ offset: slice.offset, length: slice.text.length, content })),
  )
}

interface ChosenSource {
  id: string
  value: Record<string, unknown>
  slice: Read['position']['slice']
}

/** The source that the text is of. Throws an Error that says what to do where there is none. */
function chooseSource(files: CaseFiles, { sha256 }: HeldText, as: string | undefined): ChosenSource {
  const sources = read(files, SOURCES).flatMap(({ value, position }): ChosenSource[] =>
    isObject(value) && typeof value.id === 'string' ? [{ id: value.id, value, slice: position.slice }] : [],
  )
  const ids = sources.map(({ id }) => id)
  if (as === undefined) {
    const source = sources.find(({ value }) => value.sha256 === sha256)
    if (source !== undefined) return source
    const without = sources.filter(({ value }) => value.sha256 === undefined).map(({ id }) => id)
    const some =
      without.length === 0
        ? ''
        : ` Without one are: ${without.slice(0, 8).join(', ')}${without.length > 8 ? ' …' : ''}.`
    throw new Error(
      `no source has the sha-256 of this text, ${sha256}. Say which source it is the text of with --as <source-id>.${some}`,
    )
  }
  const source = sources.find(({ id }) => id === as)
  if (source === undefined) throw new Error(`no source ${as} in ${SOURCES}${didYouMean(as, ids)}`)
  if (source.value.sha256 !== undefined && source.value.sha256 !== sha256)
    throw new Error(
      `${as} already has the sha-256 of another text. If the source was edited, “npm run case -- anchor” tells where its passages are now; to begin anew, take its sha256 out`,
    )
  return source
}

/** The source's text with its hash, and without the reason why it had none. */
function addHash({ value, slice }: ChosenSource, sha256: string): string {
  const missing = isObject(value.missing) ? value.missing : {}
  const path = Object.keys(missing).length > 1 ? ['missing', 'sha256'] : ['missing']
  const text = 'sha256' in missing ? applyEdits(slice.text, modify(slice.text, path, undefined, {})) : slice.text
  const root = parseTree(text)
  return root === undefined ? text : setMembers(text, root, [['sha256', sha256]])
}

/** A record with the selectors of its passage filled in, in the form that the record is written in. */
function addSelectors(slice: Read['position']['slice'], { prefix, suffix, start, end }: Selectors): string {
  const root = parseTree(slice.text)
  const passage = root && findNodeAtLocation(root, ['passage'])
  if (passage === undefined) return slice.text
  const members = Object.entries({ prefix, suffix, start, end })
  return setMembers(slice.text, passage, members, 'exact')
}

const MAX_PLACES = 5
const placesText = (places: readonly { start: number; end: number }[]) =>
  places
    .slice(0, MAX_PLACES)
    .map(({ start, end }) => `${start}–${end}`)
    .join(', ') + (places.length > MAX_PLACES ? ' …' : '')

/** What an editor is to do about a passage that is left alone. */
function advise(location: Exclude<Location, { status: 'stands' | 'located' }>): string {
  switch (location.status) {
    case 'absent':
      return location.similar === null
        ? 'is not in the text: copy the words from it exactly'
        : `is not in the text; at ${placesText([location.similar])} it has “${location.similar.words}”, with other marks or spaces: copy these`
    case 'contradicted':
      return `is in the text at ${placesText(location.places)}, but not where its prefix, suffix, start and end say: mend or take out those that are wrong. If the text was edited, use “npm run case -- anchor”`
    case 'repeated':
      return `is in the text ${location.places.length} times, at ${placesText(location.places)}: say which is meant by some of what stands right before it, as "prefix", or right after it, as "suffix"`
    case 'indistinct':
      return `is at ${placesText([location.place])}, and ${MAX_CONTEXT_LENGTH} characters on either side do not tell that place from another: make the passage itself longer`
  }
}

/**
 * Finds where the passages of a source stand in its text and fills in what they lack of prefix, suffix, start and end, and
 * the source's sha256. One that stands nowhere, or may stand in several places, is told of and left as it is. Changes
 * nothing else in the files. Throws an Error where it is not known which source the text is of.
 */
export function locateCase(files: CaseFiles, held: HeldText, as: string | undefined): LocatedCase {
  const source = chooseSource(files, held, as)
  const locate = createLocator(held.text, MAX_CONTEXT_LENGTH)
  const changed = new Map<string, string>()
  const lines: string[] = []
  const counts = { stands: 0, located: 0, left: 0 }
  for (const [file, kind] of kindsByFile) {
    const replaced: { slice: Read['position']['slice']; text: string }[] = []
    for (const { value, position } of read(files, file)) {
      const passage = isObject(value) ? value.passage : undefined
      if (!isObject(passage) || passage.source !== source.id || typeof passage.exact !== 'string') continue
      const name = `${file}:${position.slice.line} ${kind} ${position.id ?? '(no id)'}`
      if (passage.noted === true) {
        counts.left++
        lines.push(`${name}: its passage is a note of yours (noted): put the source’s own words in its place`)
        continue
      }
      const { exact } = passage
      const location = locate({
        exact,
        prefix: textOf(passage.prefix),
        suffix: textOf(passage.suffix),
        start: numberOf(passage.start),
        end: numberOf(passage.end),
      })
      if (location.status === 'stands') counts.stands++
      else if (location.status === 'located') {
        counts.located++
        lines.push(`${name}: ${location.selectors.start}–${location.selectors.end}`)
        replaced.push({ slice: position.slice, text: addSelectors(position.slice, location.selectors) })
      } else {
        counts.left++
        lines.push(`${name}: “${exact.slice(0, 60)}${exact.length > 60 ? '…' : ''}” ${advise(location)}`)
      }
    }
    const text = files.get(file)
    if (typeof text === 'string' && replaced.length > 0) changed.set(file, replaceSlices(text, replaced))
  }
  const text = files.get(SOURCES)
  if (typeof text === 'string' && source.value.sha256 === undefined) {
    changed.set(SOURCES, replaceSlices(text, [{ slice: source.slice, text: addHash(source, held.sha256) }]))
    lines.push(`${SOURCES}:${source.slice.line} source ${source.id}: sha256 ${held.sha256}`)
    if (counts.left > 0)
      lines.push(
        `As the text of ${source.id} is held now, the check sets aside what is not located in it: mend it and run this again`,
      )
  }
  const { located, stands, left } = counts
  const all = located + stands + left
  lines.push(
    `${source.id}: ${all} ${all === 1 ? 'passage' : 'passages'}: ${located} located, ${stands} stood already, ${left} left alone`,
  )
  return { files: changed, lines, good: left === 0 }
}
