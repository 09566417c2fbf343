'use client'
import { useTranslations } from 'next-intl'
import { accentOf, placeHue } from '@/components/record-text/record-colour'
import { useActorName, useDateText, useFigureText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import type { Carried, LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import { namesBeside } from '@/lib/derive/place-names'
import type { Found } from '@/lib/find/find-index'
import { excerptAround, markWords } from '@/lib/find/mark-words'
import { type LegendRow, legendRow } from '@/lib/map/legend-marks'
import { type Hue, neutralHue } from '@/lib/schema/plain-values'

/** Whether a word is one of those that were found. */
export type IsMatched = (word: string) => boolean

/** A find as its line in the list says it. */
export interface FoundWords {
  text: string
  /** Another of a place's names: the one that was found, else the first that stands beside its English one. */
  alias: { text: string; language: string } | null
  /** What is said of it at the end of its line. */
  detail: string
  /** The mark of a place's layer, which stands before it. */
  mark: LegendRow | null
  colour: Hue
  /** How many reports and origins it has; null for what no report carries. */
  carried: Carried | null
}

function aliasOf(
  place: LinkedPlace,
  languages: readonly string[] | undefined,
  isMatched: IsMatched,
): FoundWords['alias'] {
  const { localName, otherNames = [] } = place
  const names = localName === undefined ? otherNames : [localName, ...otherNames]
  const [beside = null] = namesBeside(place, languages)
  return names.find(({ text }) => markWords(text, isMatched).some(({ marked }) => marked)) ?? beside
}

/** The record's words that were found, where the report's own do not have them; null where they do. */
function otherWording({ passage, records }: LinkedQuotation, isMatched: IsMatched): string | null {
  const has = (text: string) => markWords(text, isMatched).some(({ marked }) => marked)
  return has(passage.exact) ? null : (records.find(({ words }) => has(words))?.words ?? null)
}

/** A find in words; null for a record that the case does not have any more. */
export function useDescribeFound(): (found: Found, isMatched: IsMatched) => FoundWords | null {
  const t = useTranslations('find')
  const board = useCase()
  const dateText = useDateText()
  const figureText = useFigureText()
  const actorName = useActorName()
  const plain = { alias: null, mark: null, colour: neutralHue, carried: null }

  function describeQuotation(id: string, isMatched: IsMatched): FoundWords | null {
    const quotation = board.quotation(id)
    if (quotation === undefined) return null
    const other = otherWording(quotation, isMatched)
    const text = excerptAround(other ?? quotation.passage.exact, isMatched)
    return {
      ...plain,
      text: other === null ? `“${text}”` : t('otherRecord', { words: `“${text}”` }),
      detail: quotation.speaker === undefined ? '' : actorName(quotation.speaker),
      colour: accentOf(board, quotation.about),
      carried: quotation,
    }
  }

  return ({ kind, id }, isMatched) => {
    if (kind === 'quotation') return describeQuotation(id, isMatched)
    if (kind === 'place') {
      const place = board.place(id)
      if (place === undefined) return null
      const layer = board.layer(place.layer)
      return {
        ...plain,
        text: place.name,
        alias: aliasOf(place, board.linked.placeNames, isMatched),
        detail: place.kind,
        mark: layer === undefined ? null : legendRow(layer),
        colour: placeHue(board, place),
      }
    }
    if (kind === 'statement') {
      const statement = board.statement(id)
      if (statement === undefined) return null
      const text = excerptAround(statement.words, isMatched)
      const colour = accentOf(board, statement.about)
      return { ...plain, text, detail: actorName(statement.speaker), colour, carried: statement }
    }
    if (kind === 'figure') {
      const figure = board.figure(id)
      if (figure === undefined) return null
      const text = `${figureText(figure).line} ${figure.counts}`
      return { ...plain, text, detail: actorName(figure.by), colour: accentOf(board, figure.about), carried: figure }
    }
    if (kind === 'event') {
      const event = board.event(id)
      if (event === undefined) return null
      return {
        ...plain,
        text: event.title,
        detail: dateText(event.date, event.once),
        colour: accentOf(board, event.about),
        carried: event,
      }
    }
    const actor = kind === 'speaker' ? board.actor(id) : undefined
    if (actor !== undefined) return { ...plain, text: actor.name, detail: actor.role }
    const source = kind === 'source' ? board.source(id) : undefined
    return source === undefined ? null : { ...plain, text: source.title, detail: source.publisher }
  }
}
