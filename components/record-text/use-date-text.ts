import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { type DatePoint, describeDate } from '@/lib/client/format-date'

/**
 * Words of a date that is written in EDTF, with its hedges and open ends said; of one that happened `once` within an
 * interval, that it is not known when; of none, that it is not known. The same function until the words change.
 */
export function useDateText(): (edtf: string | undefined, once?: boolean) => string {
  const locale = useLocale()
  const t = useTranslations('date')
  return useCallback(
    (edtf, once = false) => {
      if (edtf === undefined) return t('unknown')
      const point = ({ text, hedge }: DatePoint) => (hedge === null ? text : t(hedge, { date: text }))
      const phrase = describeDate(edtf, locale)
      if (phrase.kind === 'point') return point(phrase)
      const { start, end } = phrase
      if (once && start !== null && end !== null) return t('once', { start: point(start), end: point(end) })
      if (phrase.text !== null) return phrase.text
      if (start === null) return end === null ? t('unknown') : t('until', { end: point(end) })
      return end === null ? t('since', { start: point(start) }) : t('between', { start: point(start), end: point(end) })
    },
    [locale, t],
  )
}
