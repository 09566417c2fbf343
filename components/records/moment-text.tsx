'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { usePublisher } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { clockTime, isHedged, timePrecision, zoneCity } from '@/lib/derive/local-time'
import type { CaseEvent } from '@/lib/schema/event'
import { pointExtent } from '@/lib/schema/plain-dates'
import styles from './record-cards.module.css'

/** How finely a date is known, in words; of what happened `once` within an interval, that it is not known when. */
export function usePrecisionText(): (date: string, once?: boolean) => string {
  const t = useTranslations('timeline')
  return useCallback(
    (date, once = false) => {
      const precision = timePrecision(date)
      const text = t(`precision.${once && precision === 'span' ? 'once' : precision}`)
      return isHedged(date) ? `${text}, ${t('approximate')}` : text
    },
    [t],
  )
}

/** How finely the date of a record is known, in words or, where nobody gives its day, whose date it stands at instead. */
export function useBasisText(): (moment: LinkedMoment) => string {
  const t = useTranslations('timeline')
  const precisionText = usePrecisionText()
  return useCallback(
    ({ basis, date, once }) => (basis === 'record' ? precisionText(date, once) : t(`basis.${basis}`)),
    [t, precisionText],
  )
}

/**
 * A date in words; the time of a clock by the clock of the first place that has one, and by UTC, to the second only where
 * it is known so.
 */
export function useMomentText(): (date: string | undefined, places: readonly string[], once?: boolean) => string {
  const { place } = useCase()
  const locale = useLocale()
  const t = useTranslations('timeline')
  const dateText = useDateText()
  return useCallback(
    (date, places, once) => {
      if (date === undefined) return dateText(date)
      const precision = timePrecision(date)
      const isClock = precision === 'instant' || precision === 'minute'
      const zone = places.map((id) => place(id)?.timeZone).find((found) => found !== undefined)
      const at = isClock ? pointExtent(date)?.start : undefined
      const utc = at === undefined ? null : clockTime(at, 'UTC', locale)
      const local = at === undefined || zone === undefined ? null : clockTime(at, zone, locale)
      if (utc === null || local === null || zone === undefined) return dateText(date, once)
      const known = (time: string) => (precision === 'minute' ? time.slice(0, 'hh:mm'.length) : time)
      const there = t('thereOn', { ...local, time: known(local.time), city: zoneCity(zone) })
      const universal = t('utcTime', { time: known(utc.time) })
      return `${there} · ${utc.date === local.date ? '' : `${utc.date}, `}${universal}`
    },
    [place, locale, t, dateText],
  )
}

/** When an event was, how finely that is known, and where records give it differently, who says which. */
export function MomentText({ id }: { id: string }) {
  const { event: find } = useCase()
  const momentText = useMomentText()
  const precisionText = usePrecisionText()
  const event = find(id)
  if (event === undefined) return null
  const { date, about, once } = event
  return (
    <div className={styles.moment}>
      <p>
        {momentText(date, about, once)}{' '}
        {date !== undefined && <span className={styles.precision}>{precisionText(date, once)}</span>}
      </p>
      <WhoSaysWhen event={event} />
    </div>
  )
}

/** The report's own words for the time, and what other records give. */
function WhoSaysWhen({ event: { passage, timeWords, records, about } }: { event: CaseEvent }) {
  const publisher = usePublisher()
  const t = useTranslations('timeline')
  const momentText = useMomentText()
  const dated = records.flatMap(({ source, date }) => (date === undefined ? [] : [{ source, date }]))
  if (timeWords === undefined && dated.length === 0) return null
  return (
    <ul className={styles.says}>
      {timeWords !== undefined && <li>{t('words', { words: timeWords.words, source: publisher(passage.source) })}</li>}
      {dated.map(({ source, date }) => (
        <li key={source}>{t('says', { date: momentText(date, about), source: publisher(source) })}</li>
      ))}
    </ul>
  )
}
