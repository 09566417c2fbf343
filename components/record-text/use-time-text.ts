'use client'
import { useTranslations } from 'next-intl'
import { ageOf, currentMoment, useFreshness } from '@/lib/client/case-context'
import { describeAge } from '@/lib/client/format-date'
import { useCorrectionsSince } from '@/lib/client/link-version'
import { useClock } from '@/lib/client/use-clock'
import { orderByConcern } from '@/lib/derive/case-version'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'

const TICK_MS = 1000

/** How long ago the server last confirmed the data: "20 s ago"; null before it is known. */
export function useAgeText(): string | null {
  const { confirmedAt } = useFreshness()
  const t = useTranslations('panel.age')
  const now = useClock(currentMoment, TICK_MS)
  if (now === null) return null
  const { unit, count } = describeAge(ageOf(confirmedAt, now))
  return t(unit, { count })
}

interface SinceText {
  /** One line: how much was corrected since the link was made, and how much of it concerns what is open. */
  line: string
  /** Those that concern what is open first, else the newest first. */
  corrections: readonly Correction[]
}

/**
 * What embed, print and wall say quietly where an older link has opened them; null where nothing was corrected since.
 * `open` is what is in focus, or all that is shown now.
 */
export function useSinceText(open: readonly CorrectedRecord[], what: 'record' | 'shown'): SinceText | null {
  const t = useTranslations('corrections')
  const since = useCorrectionsSince()
  if (since.length === 0) return null
  const { concerned, others } = orderByConcern(since, open)
  const counted = t('since', { count: since.length })
  return {
    line: open.length === 0 ? counted : `${counted} ${t(`concern.${what}`, { count: concerned.length })}`,
    corrections: [...concerned, ...others],
  }
}
