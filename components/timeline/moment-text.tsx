'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useDateText } from '@/components/panels/use-words'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { clockTime, zoneCity } from '@/lib/derive/local-time'
import styles from './moment-text.module.css'

const isExact = (date: string) => /T/.test(date) && !date.includes('/')

/** How finely a date is known, in words: as `timeExtent` reads it, without its parser. */
export function usePrecisionText(): (date: string) => string {
  const words = useTranslations('timeline')
  return useCallback(
    (date) => {
      const parts = date.replace(/[~?%]/g, '').split('-')
      const finest = parts.length >= 3 ? 'day' : parts.length === 2 ? 'month' : 'year'
      const precision = date.includes('/') ? 'span' : isExact(date) ? 'instant' : finest
      const text = words(`precision.${precision}`)
      return /[~?%]/.test(date) ? `${text}, ${words('approximate')}` : text
    },
    [words],
  )
}

/** How finely the date of a record is known, in words or, where nobody gives its day, whose date it stands at instead. */
export function useBasisText(): (moment: LinkedMoment) => string {
  const words = useTranslations('timeline')
  const precisionText = usePrecisionText()
  return useCallback(
    ({ basis, date }) => (basis === 'record' ? precisionText(date) : words(`basis.${basis}`)),
    [words, precisionText],
  )
}

/** A date in words; an exact time by the clock of the first place that has one, and by UTC. */
export function useMomentText(): (date: string, places: readonly string[]) => string {
  const { place } = useCaseboard()
  const locale = useLocale()
  const words = useTranslations('timeline')
  const dateText = useDateText()
  return useCallback(
    (date, places) => {
      const zone = places.map((id) => place(id)?.timeZone).find((found) => found !== undefined)
      const utc = isExact(date) ? clockTime(Date.parse(date), 'UTC', locale) : null
      const local = utc === null || zone === undefined ? null : clockTime(Date.parse(date), zone, locale)
      if (utc === null || local === null || zone === undefined) return dateText(date)
      const there = words('thereOn', { ...local, city: zoneCity(zone) })
      const universal = words('utcTime', { time: utc.time })
      return `${there} · ${utc.date === local.date ? '' : `${utc.date}, `}${universal}`
    },
    [place, locale, words, dateText],
  )
}

/** When an event was, how finely that is known, and where records give it differently, who says which. */
export function MomentText({ id }: { id: string }) {
  const board = useCaseboard()
  const words = useTranslations('timeline')
  const momentText = useMomentText()
  const precisionText = usePrecisionText()
  const event = board.event(id)
  if (event === undefined) return null
  const sourceName = (source: string) => board.source(source)?.publisher ?? source
  const dated = event.records.filter(({ date }) => date !== undefined)
  return (
    <div className={styles.moment}>
      <p>
        {momentText(event.date, event.about)} <span className={styles.precision}>{precisionText(event.date)}</span>
      </p>
      {dated.length > 0 && (
        <ul className={styles.says}>
          <li>{words('words', { words: event.passage.exact, source: sourceName(event.passage.source) })}</li>
          {dated.map(({ source, date }) => (
            <li key={source}>
              {words('says', { date: momentText(date ?? '', event.about), source: sourceName(source) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
