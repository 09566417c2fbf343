import { useLocale, useTranslations } from 'next-intl'
import { describeDate } from '@/lib/client/format-date'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { writeTimeWindow } from '@/lib/url/time-window'

/** A window of time in words: "26–30 September 2022, UTC", "All of time". */
export function useWindowText(): (time: TimeWindow | null) => string {
  const locale = useLocale()
  const words = useTranslations('timeline')
  return (time) => {
    if (time === null) return words('all')
    const written = writeTimeWindow(time)
    const [start = '', end = ''] = written.split('/')
    const phrase = describeDate(start === end ? start : written, locale)
    const text = phrase.text ?? written
    return text.endsWith('UTC') ? text : words('utc', { window: text })
  }
}

/** A moment in words, to the second where it is no whole day. */
export function useInstantText(): (ms: number) => string {
  const locale = useLocale()
  return (ms) => {
    const iso = new Date(Math.round(ms / 1000) * 1000).toISOString()
    const text = iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`
    const phrase = describeDate(text, locale)
    return phrase.text ?? iso
  }
}
