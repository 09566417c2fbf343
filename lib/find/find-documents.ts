import { evidenceByRecord } from '@/lib/derive/evidence-by-record'
import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import type { Figure } from '@/lib/schema/figure'
import type { FocusKind } from '@/lib/url/view'

/** What can be found; in the order in which equally good finds are shown. */
export const foundKinds = [
  'place',
  'speaker',
  'event',
  'quotation',
  'statement',
  'figure',
  'source',
] as const satisfies readonly (FocusKind | 'source')[]
export type FoundKind = (typeof foundKinds)[number]

/** A record as it is looked for. */
export interface FindDocument {
  key: string
  kind: FoundKind
  id: string
  /** What it goes by, each to be found by its beginning. */
  names: readonly string[]
  /** What else it is found by. */
  texts: readonly string[]
}

type Draft = Omit<FindDocument, 'key'>

/** How large numbers are said and written short, "916 million" and "916m"; three digits of one are enough to know it by. */
const magnitudes = [
  [1e12, 'trillion tn'],
  [1e9, 'billion bn'],
  [1e6, 'million m'],
  [1e3, 'thousand k'],
] as const

/** A figure's numbers as digits with its unit: "220000 people"; a range has both of its ends. */
function numbersOf({ value, range, unit }: Figure): string[] {
  return (range ?? [value]).filter((each) => each !== undefined).map((each) => `${each} ${unit}`.trim())
}

/** Its large numbers in words: "916 million m". */
function saidNumbers({ value, range }: Figure): string[] {
  return (range ?? [value]).flatMap((each = 0) => {
    const [size, words] = magnitudes.find(([least]) => Math.abs(each) >= least) ?? []
    return size === undefined ? [] : [`${Number((each / size).toPrecision(6))} ${words}`]
  })
}

function present(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined)
}

/** The words of a place's row; its numbers would be met by every date that is typed. */
function fieldTexts({ fields = {} }: LinkedPlace): string[] {
  return Object.values(fields).filter((value) => typeof value === 'string')
}

/** Everything of a case that can be found, kind by kind. */
export function listDocuments(linked: LinkedCase): FindDocument[] {
  const names = new Map([...linked.sides, ...linked.actors].map(({ id, name }) => [id, name]))
  const name = (id: string | undefined) => (id === undefined ? undefined : names.get(id))
  const evidence = evidenceByRecord(linked.evidence)
  /** A record is found by what shows it, too. */
  const shownBy = (kind: string, id: string) =>
    (evidence.get(`${kind} ${id}`) ?? []).flatMap(({ title, shows, credit }) => [title, shows, credit])
  const drafts: Draft[] = [
    ...linked.places.map((place) => ({
      kind: 'place' as const,
      id: place.id,
      names: [
        place.name,
        ...present([place.localName?.text, place.code]),
        ...(place.otherNames ?? []).map(({ text }) => text),
      ],
      texts: [place.kind, ...fieldTexts(place), ...shownBy('place', place.id)],
    })),
    ...linked.actors.map(({ id, name, role, side }) => ({
      kind: 'speaker' as const,
      id,
      names: [name],
      texts: present([role, names.get(side)]),
    })),
    ...linked.events.map(({ id, title }) => ({
      kind: 'event' as const,
      id,
      names: [title],
      texts: shownBy('event', id),
    })),
    ...linked.quotations.map(({ id, passage, records, speaker }) => ({
      kind: 'quotation' as const,
      id,
      names: [passage.exact],
      texts: present([...records.map(({ words }) => words), name(speaker)]),
    })),
    ...linked.statements.map(({ id, words, passage, speaker }) => ({
      kind: 'statement' as const,
      id,
      names: [words],
      texts: [...present([passage.exact, name(speaker)]), ...shownBy('statement', id)],
    })),
    ...linked.figures.map((figure) => ({
      kind: 'figure' as const,
      id: figure.id,
      names: numbersOf(figure),
      texts: [...saidNumbers(figure), ...present([figure.counts, name(figure.by)]), ...shownBy('figure', figure.id)],
    })),
    ...linked.sources.map(({ id, title, publisher, author }) => ({
      kind: 'source' as const,
      id,
      names: [title],
      texts: present([publisher, author]),
    })),
  ]
  return drafts.map((draft) => ({ ...draft, key: `${draft.kind} ${draft.id}` }))
}
