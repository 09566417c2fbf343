'use client'
import { useTranslations } from 'next-intl'
import { useCase } from '@/lib/client/case-context'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedActor, LinkedQuotation } from '@/lib/derive/linked-case'
import { shorten } from '@/lib/derive/shorten'
import type { LegendKeyRow } from '@/lib/map/legend-marks'
import type { UnitsDesign } from '@/lib/schema/units'
import type { Focus } from '@/lib/url/view'
import { useDateText, useFigureText, useWhereText } from './use-words'

/** Who said a quotation, for whom, where and when; what is not known is absent. */
interface Attribution {
  speaker: LinkedActor | undefined
  /** The speaker's side, where its name says more than the speaker's own. */
  side: string | undefined
  /** "Vesby, 30 September 2022", "Ostby (its seat), 29 September 2022"; empty where neither is known. */
  whereAndWhen: string
}

export function useAttribution(quotation: LinkedQuotation): Attribution {
  const { actor, linked } = useCase()
  const dateText = useDateText()
  const where = useWhereText()(quotation)
  const speaker = quotation.speaker === undefined ? undefined : actor(quotation.speaker)
  const side = linked.sides.find(({ id }) => id === speaker?.side)?.name
  const said = quotation.said === undefined ? undefined : dateText(quotation.said, true)
  return {
    speaker,
    side: side === speaker?.name ? undefined : side,
    whereAndWhen: [where, said].filter((part) => part !== undefined).join(', '),
  }
}

const NAME_LENGTH = 48

/**
 * A short name for whatever is in focus: a place's name, a quotation's first words, a figure's line. Null where the case
 * has no such record: an address that leads to nothing is passed over.
 */
export function useFocusName(): (focus: Focus) => string | null {
  const index = useCase()
  const figureText = useFigureText()
  return ({ kind, id }) => {
    const figure = kind === 'figure' ? index.figure(id) : undefined
    const found = {
      place: () => index.place(id)?.name,
      quotation: () => index.quotation(id)?.passage.exact,
      statement: () => index.statement(id)?.words,
      figure: () => figure && figureText(figure).line,
      speaker: () => index.actor(id)?.name,
      event: () => index.event(id)?.title,
    }[kind]()
    if (found === undefined) return null
    return isolate(shorten(found, NAME_LENGTH))
  }
}

/** What numbers count: "attacks", "attacks per 1,000 km²"; empty where nobody says. */
export function useRateUnit(): (unit: string | undefined, per: UnitsDesign['per']) => string {
  const t = useTranslations('panel.markKey.per')
  return (unit = '', per) => (per === undefined ? unit : t(per, { unit }).trim())
}

/** What a line under a layer's own in the legend says: a category's name, a step's range, what is left. */
export function useKeyText(): (says: LegendKeyRow['says']) => string {
  const t = useTranslations('panel.markKey')
  const rateUnit = useRateUnit()
  return (says) => {
    if (typeof says === 'string') return t(says)
    if ('name' in says) return says.name
    if ('cellKm2' in says) return t('cell', { area: Number(says.cellKm2.toPrecision(3)) })
    if ('uncounted' in says) return t('uncounted', { count: says.uncounted })
    if ('population' in says) return t('population', { source: says.population })
    const { from, to, per } = says
    const counted = rateUnit(says.unit, per)
    const unit = counted === '' ? '' : ` ${counted}`
    if (from !== undefined && to !== undefined) return t('between', { from, to, unit })
    return from === undefined ? t('below', { to: to ?? 0, unit }) : t('from', { from, unit })
  }
}
