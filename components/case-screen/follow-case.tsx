'use client'
import { useEffect, useLayoutEffect } from 'react'
import type { Freshness } from '@/lib/client/case-context'
import { useLinkedCase } from '@/lib/client/use-linked-case'
import type { LinkedCase } from '@/lib/derive/linked-case'

interface FollowCaseProps {
  rendered: LinkedCase
  /** ms since 1970. */
  renderedAt: number
  onCase(linked: LinkedCase): void
  onFreshness(freshness: Freshness): void
}

/** Keeps the page's case in step with the server; shows nothing itself. */
export function FollowCase({ rendered, renderedAt, onCase, onFreshness }: FollowCaseProps) {
  const { linked, freshness } = useLinkedCase(rendered, renderedAt)
  useLayoutEffect(() => onCase(linked), [onCase, linked])
  useEffect(() => {
    const tell = () => onFreshness(freshness.get())
    tell()
    return freshness.subscribe(tell)
  }, [freshness, onFreshness])
  return null
}
