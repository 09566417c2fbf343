'use client'
import type { FoundKind } from '@/lib/find/find-documents'
import { limits } from '@/lib/limits'
import { addressBelow } from '@/lib/url/base-path'
import { useAnswer } from './use-answer'

/** Another case on this server. */
interface OtherCase {
  id: string
  title: string
  period: string
  /** Of the records that have what was typed, the best, each in a line. */
  lines: { kind: FoundKind; id: string; text: string }[]
}

const none: readonly OtherCase[] = []

/** The other cases that have what was typed; for an empty text all. */
export function useOtherCases(typed: string, ownId: string): { cases: readonly OtherCase[]; isOut: boolean } {
  const words = typed.trim().slice(0, limits.find.typedCharacters)
  const query = new URLSearchParams({ except: ownId, ...(words === '' ? {} : { q: words }) })
  const { answer, isOut } = useAnswer<{ cases: OtherCase[] }>(addressBelow(`/api/find?${query}`))
  return { cases: answer?.cases ?? none, isOut }
}
