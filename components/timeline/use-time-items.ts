import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { useFigureText } from '@/components/record-text/use-words'
import { type CaseIndex, useCase } from '@/lib/client/case-context'
import { yearAt } from '@/lib/derive/calendar'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import type { TimeParts } from '@/lib/derive/plan-axis'
import { shorten } from '@/lib/derive/shorten'
import { planLanes, type TimeLane } from '@/lib/derive/time-lanes'
import type { TimeItem } from '@/lib/derive/time-mark'
import { neutralHue } from '@/lib/schema/plain-values'
import { type ShortDates, useShortDates } from './use-short-date'

/** A title where the case gives no shorter name: as long as one may be. */
const LABEL_LENGTH = 30

/** Where a record gives way: rows to events, counts to both, and what has no short name to what has one. */
const kindRank: Record<LinkedMoment['kind'], number> = { event: 0, place: 1, figure: 2, quotation: 3, statement: 3 }
const UNNAMED_RANK = 500
/** What leads a thread comes before all else, then what is known to the minute, then what is known to the day. */
const LEADING_RANK = -400
const precisionRank: Partial<Record<LinkedMoment['precision'], number>> = { instant: -300, minute: -300, day: -100 }
const KIND_RANK = 1000
const MOST_REPORTS = 99

export interface TimeItems {
  lanes: TimeLane[]
  /** What happened, and what counts cover. */
  items: TimeItem[]
  /** What was said on a day that is known. */
  statements: TimeItem[]
  /** Statements whose day nobody gives. */
  undated: number
}

const isWithinDay = ({ precision }: LinkedMoment) =>
  precision === 'day' || precision === 'minute' || precision === 'instant'
const isUnproven = (status: string | undefined) => status === 'unverified' || status === 'claimed'

/** What of a case stands in the lanes and the row of statements of its timeline, in the order of time. Linear. */
function listItems(
  index: CaseIndex,
  parts: TimeParts,
  figureLine: (id: string) => string,
  dates: ShortDates,
): TimeItems {
  const { moments, threads = [], layers } = index.linked
  const layerOf = (id: string | undefined) => index.layer(index.place(id ?? '')?.layer ?? '')
  const records = moments.map((moment) => {
    const { kind, id } = moment
    const record =
      kind === 'place'
        ? undefined
        : { event: index.event, figure: index.figure, quotation: index.quotation, statement: index.statement }[kind](id)
    const about = kind === 'place' ? [id] : (record?.about ?? [])
    const layer = about.map(layerOf).find((found) => found !== undefined && found.context !== true) ?? layerOf(about[0])
    return { moment, record, thread: threadOf(index, { kind, id }), layer }
  })
  const happened = records.filter(({ moment: { kind } }) => kind === 'event' || kind === 'place')
  const laned = ({ thread, layer }: (typeof records)[number]) => ({ thread: thread?.id, layer: layer?.id })
  const { lanes, laneOf } = planLanes(threads, layers, happened.map(laned))
  // The event that the figure of a thread counts is what the thread is about.
  const leading = new Set(threads.map(({ figure }) => index.figure(figure ?? '')?.event))
  const year = yearAt(parts.core.start)
  const toItem = (found: (typeof records)[number]): TimeItem => {
    const { moment, record, thread, layer } = found
    const { kind, id, precision } = moment
    const event = kind === 'event' ? index.event(id) : undefined
    const name = {
      event: event?.label ?? shorten(event?.title ?? id, LABEL_LENGTH),
      place: shorten(index.place(id)?.name ?? id, LABEL_LENGTH),
    }
    const label = kind === 'event' || kind === 'place' ? name[kind] : kind === 'figure' ? figureLine(id) : ''
    const isLeading = kind === 'event' && leading.has(id)
    const isNamed = kind !== 'event' || event?.label !== undefined
    return {
      key: `${kind} ${id}`,
      ...{ kind, ids: [id], moment, label, lane: laneOf(laned(found)) },
      hue: thread?.hue ?? layer?.hue ?? neutralHue,
      rank:
        kindRank[kind] * KIND_RANK +
        (isNamed ? 0 : UNNAMED_RANK) +
        (isLeading ? LEADING_RANK : (precisionRank[precision] ?? 0)) -
        Math.min(MOST_REPORTS, record?.reports ?? 0),
      strong: kind === 'event' && (isLeading || precision === 'instant' || precision === 'minute'),
      when: dates.record(moment, year),
      unproven: kind === 'figure' && isUnproven(index.figure(id)?.status),
    }
  }
  const drawn = ({ moment: { kind, basis, precision } }: (typeof records)[number]) =>
    kind === 'event' || kind === 'place' || (kind === 'figure' && basis === 'record' && precision === 'span')
  const items = records
    .filter(drawn)
    .map(toItem)
    .filter(({ lane }) => lane < lanes.length)
  const said = records.filter(({ moment: { kind } }) => kind === 'quotation' || kind === 'statement')
  const statements = said.filter(({ moment }) => moment.basis === 'record' && isWithinDay(moment)).map(toItem)
  return { lanes, items, statements, undated: said.length - statements.length }
}

/** The lanes of the case and what stands in them; the same until the case is another one. */
export function useTimeItems(parts: TimeParts): TimeItems {
  const index = useCase()
  const t = useTranslations('timeline')
  const dates = useShortDates()
  const figureText = useFigureText()
  return useMemo(() => {
    const figureLine = (id: string) => {
      const figure = index.figure(id)
      if (figure === undefined) return id
      const place = index.place(figure.about[0] ?? '')?.name
      const { line } = figureText(figure)
      return place === undefined ? line : t('countOf', { place: isolate(place), figure: isolate(line) })
    }
    return listItems(index, parts, figureLine, dates)
  }, [index, parts, figureText, dates, t])
}
