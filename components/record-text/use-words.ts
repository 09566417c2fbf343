'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useCase } from '@/lib/client/case-context'
import { formatFigure } from '@/lib/client/format-figure'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Figure } from '@/lib/schema/figure'
import type { Quotation } from '@/lib/schema/statement'
import { useDateText } from './use-date-text'

export { useDateText }

/** Where a quotation was said; where only the seat of who speaks is known, that it is one. Undefined where neither is. */
export function useWhereText(): (quotation: Pick<Quotation, 'where' | 'whereBasis' | 'speaker'>) => string | undefined {
  const { actor, place } = useCase()
  const t = useTranslations('quotation')
  return ({ where, whereBasis, speaker }) => {
    const found = where === undefined ? undefined : place(where)?.name
    const name = found === undefined ? undefined : isolate(found)
    if (name === undefined || whereBasis !== 'seat') return name
    const isPerson = speaker !== undefined && actor(speaker)?.kind === 'person'
    return t(isPerson ? 'seatOfOffice' : 'seat', { place: name })
  }
}

/** A figure in parts that are set differently, and the same as one line. */
export interface FigureWords {
  qualifier: string
  /** A unit that is said before the number: "magnitude" 2.3. */
  lead: string
  numeral: string
  unit: string
  /** "about 220,000 people". */
  line: string
}

/** A figure's qualifier, numeral and unit as words. The same function until the words change. */
export function useFigureText(): (figure: Figure) => FigureWords {
  const locale = useLocale()
  const t = useTranslations('figure.qualifier')
  return useCallback(
    (figure) => {
      const { numeral, unit: said, unitFirst = false } = formatFigure(figure, locale)
      const qualifier = figure.qualifier === 'exactly' ? '' : t(figure.qualifier)
      const [lead, unit] = unitFirst ? [said, ''] : ['', said]
      const line = [qualifier, lead, numeral, unit].filter((part) => part !== '').join(' ')
      return { qualifier, lead, numeral, unit, line }
    },
    [locale, t],
  )
}

/** When a figure counts, in words: "21–27 September 2022"; where no record says, that it is undated and whose date is known. */
export function useAsOfText(): (figure: Pick<LinkedFigure, 'dated'>) => string {
  const t = useTranslations('figure')
  const dateText = useDateText()
  return ({ dated: { date, basis } }) => t(`dated.${basis}`, { date: dateText(date) })
}

/** A list of names as a sentence has it: "The Post and the Gazette". */
function useNameList(): (ids: readonly string[]) => string {
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' })
  const name = useActorName()
  return (ids) => list.format(ids.map(name))
}

/** Who made a figure, and those who passed it on: "the harbour office, via a newspaper". */
export function useReporterName(): (figure: Pick<Figure, 'by' | 'via'>) => string {
  const t = useTranslations('chart')
  const name = useActorName()
  const names = useNameList()
  return ({ by, via = [] }) => (via.length === 0 ? name(by) : t('via', { name: name(by), via: names(via) }))
}

/** The same as half a sentence: "says the harbour office, via …". */
export function useSaysText(): (figure: Pick<Figure, 'by' | 'via'>) => string {
  const t = useTranslations('figure')
  const name = useActorName()
  const names = useNameList()
  return ({ by, via = [] }) =>
    via.length === 0 ? t('says', { name: name(by) }) : t('saysVia', { name: name(by), via: names(via) })
}

/** How sure a figure is, in words: "not verified", "derived: 220,000 − 66,000". */
export function useStatusText(): (figure: Figure) => string {
  const t = useTranslations('figure')
  return (figure) =>
    figure.status === 'derived' && figure.formula !== undefined
      ? t('derivedBy', { formula: figure.formula })
      : t(`status.${figure.status}`)
}

/** Name of a person, body or side; the id itself where the record was set aside, so that nothing is lost. */
export function useActorName(): (id: string) => string {
  const { actor, linked } = useCase()
  return (id) => isolate(actor(id)?.name ?? linked.sides.find((side) => side.id === id)?.name ?? id)
}
