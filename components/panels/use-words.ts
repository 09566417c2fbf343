'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { type DatePoint, describeDate } from '@/lib/client/format-date'
import { formatFigure } from '@/lib/client/format-figure'
import type { Figure } from '@/lib/schema/figure'

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
