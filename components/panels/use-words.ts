'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { type DatePoint, describeDate } from '@/lib/client/format-date'
import { formatFigure } from '@/lib/client/format-figure'
import type { Figure } from '@/lib/schema/figure'
import type { Quotation } from '@/lib/schema/quotation'

/**
 * Words of a date that is written in EDTF, with its hedges and open ends said; of one that happened `once` within an
 * interval, that it is not known when. The same function until the words change.
 */
export function useDateText(): (edtf: string, once?: boolean) => string {
  const locale = useLocale()
  const words = useTranslations('date')
  return useCallback(
    (edtf, once = false) => {
      const point = ({ text, hedge }: DatePoint) => (hedge === null ? text : words(hedge, { date: text }))
      const phrase = describeDate(edtf, locale)
      if (phrase.kind === 'point') return point(phrase)
      const { start, end } = phrase
      if (once && start !== null && end !== null) return words('once', { start: point(start), end: point(end) })
      if (phrase.text !== null) return phrase.text
      if (start === null) return end === null ? words('unknown') : words('until', { end: point(end) })
      return end === null
        ? words('since', { start: point(start) })
        : words('between', { start: point(start), end: point(end) })
    },
    [locale, words],
  )
}

/** Where a quotation was said; where only the seat of who speaks is known, that it is one. Undefined where neither is. */
export function useWhereText(): (quotation: Pick<Quotation, 'where' | 'whereBasis' | 'speaker'>) => string | undefined {
  const { actor, place } = useCaseboard()
  const words = useTranslations('quotation')
  return ({ where, whereBasis, speaker }) => {
    const name = where === undefined ? undefined : place(where)?.name
    if (name === undefined || whereBasis !== 'seat') return name
    const isPerson = speaker !== undefined && actor(speaker)?.kind === 'person'
    return words(isPerson ? 'seatOfOffice' : 'seat', { place: name })
  }
}

/** A figure in parts that are set differently, and the same as one line. */
export interface FigureWords {
  qualifier: string
  numeral: string
  unit: string
  /** "about 220,000 people". */
  line: string
}

/** A figure's qualifier, numeral and unit as words. */
export function useFigureText(): (figure: Figure) => FigureWords {
  const locale = useLocale()
  const words = useTranslations('figure.qualifier')
  return (figure) => {
    const qualifier = figure.qualifier === 'exactly' ? '' : words(figure.qualifier)
    const { numeral, unit } = formatFigure(figure, locale)
    return { qualifier, numeral, unit, line: [qualifier, numeral, unit].filter((part) => part !== '').join(' ') }
  }
}

/** For when a figure holds, in words: "as of 2 October 2022"; where nothing says so, whose date stands for it. */
export function useAsOfText(): (figure: Pick<Figure, 'asOf' | 'asOfBasis'>) => string {
  const words = useTranslations('figure')
  const dateText = useDateText()
  return ({ asOf, asOfBasis = 'record' }) => {
    const date = dateText(asOf)
    return asOfBasis === 'record' ? words('asOf', { date }) : words(`undated.${asOfBasis}`, { date })
  }
}

/** How sure a figure is, in words: "not verified", "derived: 220,000 − 66,000". */
export function useStatusText(): (figure: Figure) => string {
  const words = useTranslations('figure')
  return (figure) =>
    figure.status === 'derived' && figure.formula !== undefined
      ? words('derivedBy', { formula: figure.formula })
      : words(`status.${figure.status}`)
}

/** Name of a person, body or side; the id itself where the record was set aside, so that nothing is lost. */
export function useActorName(): (id: string) => string {
  const { actor, linked } = useCaseboard()
  return (id) => actor(id)?.name ?? linked.sides.find((side) => side.id === id)?.name ?? id
}
