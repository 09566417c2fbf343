'use client'
import { useTranslations } from 'next-intl'
import { useCorrectionsSince } from '@/lib/client/link-version'
import { orderByConcern } from '@/lib/derive/case-version'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'

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
