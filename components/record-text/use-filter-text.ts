'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCase } from '@/lib/client/case-context'
import { describeDate } from '@/lib/client/format-date'
import { useUnitName } from '@/lib/client/units'
import { DAY_MS, SECOND_MS, writeDay, writeSecond } from '@/lib/derive/calendar'
import type { OptionFacet } from '@/lib/derive/count-options'
import { type Facet, facetLists, type RecordQuery } from '@/lib/derive/filter-records'
import { isolate } from '@/lib/derive/isolate'
import { corroborations, figureStatuses, partOf, recordKinds, type TimeWindow } from '@/lib/derive/record-filter'
import { writeTimeWindow } from '@/lib/url/time-window'
import { useActorName, useDateText } from './use-words'

function isOneOf<T extends string>(values: readonly T[], text: string): text is T {
  return values.some((value) => value === text)
}

/** The name of an option of a facet; one that the case does not know is shown as it stands in the address. */
export function useOptionName(): (facet: OptionFacet, option: string) => string {
  const t = useTranslations('filter')
  const { place, linked } = useCase()
  const actorName = useActorName()
  return (facet, option) => {
    if (facet === 'kind' && isOneOf(recordKinds, option)) return t(`kinds.${option}`)
    if (facet === 'wording' && isOneOf(corroborations, option)) return t(`wordings.${option}`)
    if (facet === 'status' && isOneOf(figureStatuses, option)) return t(`statuses.${option}`)
    if (facet === 'layer') return linked.layers.find(({ id }) => id === option)?.name ?? option
    if (facet === 'place') return place(option)?.name ?? option
    if (facet === 'side') return linked.sides.find(({ id }) => id === option)?.name ?? option
    return facet === 'speaker' ? actorName(option) : option
  }
}

/** What else an option is called, to be found by: a place's names in other languages. */
export function useOtherNames(): (facet: OptionFacet, option: string) => readonly string[] {
  const { place } = useCase()
  return (facet, option) => {
    if (facet !== 'place') return []
    const { localName, otherNames = [] } = place(option) ?? {}
    return [...(localName === undefined ? [] : [localName]), ...otherNames].map(({ text }) => text)
  }
}

/** A window of time in words: "26–30 September 2022", or one day. */
export function useDaysText(): (time: TimeWindow) => string {
  const dateText = useDateText()
  return (time) => {
    const text = writeTimeWindow(time)
    const [start, end] = text.split('/')
    return dateText(start !== undefined && start === end ? start : text)
  }
}

/** What a facet asks for, in one phrase: "Side: the union and 2 more", "26–30 September 2022". */
export function useFacetPhrase(): (facet: Facet, query: RecordQuery) => string {
  const t = useTranslations('filter')
  const optionName = useOptionName()
  const daysText = useDaysText()
  const { linked } = useCase()
  const unit = isolate(useUnitName())
  const count = linked.layers.length
  return (facet, { filter, time, hiddenLayers, placesWithin }) => {
    // Without a map, or before it is there, nothing is known to be out of sight; nor is an area there that nobody has drawn.
    if (facet === 'view') {
      const part = partOf(filter.within ?? 'view')
      return t(`within.${part}.${placesWithin === null ? 'unknown' : 'known'}`, { name: unit })
    }
    if (facet === 'layer') return t('layersOn', { shown: count - hiddenLayers.length, count })
    if (facet === 'time') return time === null ? t('facets.time') : daysText(time)
    const [first, ...rest] = filter[facetLists[facet]]
    const name = first === undefined ? '' : optionName(facet, first)
    const value = rest.length === 0 ? name : t('valueAndMore', { value: name, count: rest.length })
    return t(`named.${facet}`, { name: value })
  }
}

/** A window of time in words: "26–30 September 2022, UTC", "All of time". */
export function useWindowText(): (time: TimeWindow | null) => string {
  const locale = useLocale()
  const t = useTranslations('timeline')
  return (time) => {
    if (time === null) return t('all')
    const written = writeTimeWindow(time)
    const [start = '', end = ''] = written.split('/')
    const phrase = describeDate(start === end ? start : written, locale)
    const text = phrase.text ?? written
    return text.endsWith('UTC') ? text : t('utc', { window: text })
  }
}

/** A moment in words, to the second where it is no whole day. */
export function useInstantText(): (ms: number) => string {
  const locale = useLocale()
  return (ms) => {
    const at = Math.round(ms / SECOND_MS) * SECOND_MS
    const text = at % DAY_MS === 0 ? writeDay(at) : writeSecond(at)
    return describeDate(text, locale).text ?? text
  }
}
