import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import type { AxisTick } from '@/lib/derive/axis-ticks'
import { writeSecond, writeYear, yearAt } from '@/lib/derive/calendar'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { yearName, yearsName } from '@/lib/derive/local-time'
import { isOpenEnd, readDateParts, yearRange } from '@/lib/schema/plain-dates'

export interface ShortDates {
  /** Words of a tick: what leads, as its weekday, and what counts. */
  tick(tick: AxisTick): { lead: string; text: string }
  /** A record's date in a few characters, without the year where that is the period's. */
  record(moment: LinkedMoment, year: number): string
  /** "Mon 26 Sept, 20:00"; where days are nothing to see, "Sept 2022". */
  clock(at: number, coarse: boolean): string
  /** "Monday". */
  weekday(at: number): string
}

/** Dates where there is little room, all of UTC. Their parts are put together by hand: engines have other separators. */
export function useShortDates(): ShortDates {
  const locale = useLocale()
  return useMemo(() => {
    const part = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      return (at: number) => format.format(at)
    }
    const [month, weekday, longWeekday] = [
      part({ month: 'short' }),
      part({ weekday: 'short' }),
      part({ weekday: 'long' }),
    ]
    const dayOf = (at: number) => String(new Date(at).getUTCDate())
    const yearOf = (at: number) => yearName(yearAt(at))
    const words = { weekday, day: dayOf, month, year: yearOf }
    return {
      tick: ({ at, parts }) => {
        const text = parts.filter((name) => name !== 'weekday').map((name) => words[name](at))
        return { lead: parts.includes('weekday') ? `${weekday(at)} ` : '', text: text.join(' ') }
      },
      record: ({ start, date }, year) => {
        const [from = '', to = from] = date.split('/')
        const parts = readDateParts(isOpenEnd(from) ? to : from)
        if (parts?.month === undefined || parts.month.includes('X')) {
          const [first, last] = yearRange(parts ?? { year: writeYear(yearAt(start)) })
          return yearsName(first, last)
        }
        const ofYear = yearAt(start) === year ? '' : ` ${yearOf(start)}`
        const isMonth = parts.day === undefined || parts.day.includes('X')
        return isMonth || ofYear !== '' ? `${month(start)}${ofYear}` : `${dayOf(start)} ${month(start)}`
      },
      clock: (at, coarse) => {
        if (coarse) return `${month(at)} ${yearOf(at)}`
        const time = writeSecond(at).slice(-'hh:mm:ssZ'.length, -':ssZ'.length)
        return `${weekday(at)} ${dayOf(at)} ${month(at)}, ${time}`
      },
      weekday: longWeekday,
    }
  }, [locale])
}
