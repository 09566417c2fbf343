'use client'
import { useActions } from '@/lib/client/board-actions'
import { type CaseIndex, useCase } from '@/lib/client/case-context'
import { requestEntry } from '@/lib/client/reveal-requests'
import { isolate } from '@/lib/derive/isolate'
import type { CorrectedRecord } from '@/lib/schema/correction'
import type { Focus } from '@/lib/url/view'

/** What cannot be put in focus, by the page of the case panel on which it stands. */
const pageOf = { source: 'sources', scene: 'tour', claim: 'borders', chart: 'figures' } as const

export type PartKind = keyof typeof pageOf

interface PartRef {
  kind: PartKind
  id: string
}

export function isPart(kind: string): kind is PartKind {
  return kind in pageOf
}

/** Opens the page on which something stands, a source at its entry. */
export function useOpenPart(): (part: PartRef) => void {
  const { openPage } = useActions()
  return ({ kind, id }) => {
    openPage(pageOf[kind])
    if (kind === 'source') requestEntry('source', id)
  }
}

/** What it is called; null where the case does not have it. */
export function usePartTitle(): (part: PartRef) => string | null {
  const { linked, source } = useCase()
  return ({ kind, id }) => {
    if (kind === 'source') return source(id)?.title ?? null
    if (kind === 'claim') return linked.claims.find((claim) => claim.id === id)?.words ?? null
    const list = kind === 'scene' ? linked.scenes : linked.charts
    return list.find((part) => part.id === id)?.title ?? null
  }
}

/** Who brought a source out; the id itself where the record was set aside. */
export function usePublisher(): (id: string) => string {
  const { source } = useCase()
  return (id) => isolate(source(id)?.publisher ?? id)
}

/** A source by who brought it out and its title; the id itself where the record was set aside. */
export function useSourceName(): (id: string) => string {
  const { source } = useCase()
  return (id) => {
    const found = source(id)
    return found === undefined ? id : `${isolate(found.publisher)}: ${isolate(found.title)}`
  }
}

/** What is in focus, as a correction names it. */
export function recordOf({ kind, id }: Focus): CorrectedRecord {
  return { kind: kind === 'speaker' ? 'actor' : kind, id }
}

/** A corrected record as it can be put in focus; null for kinds that are opened otherwise. */
export function focusOf({ kind, id }: CorrectedRecord): Focus | null {
  if (kind === 'actor') return { kind: 'speaker', id }
  return isPart(kind) ? null : { kind, id }
}

/** The records that a panel shows of what is in focus: itself and, of claimed territory, the claim. */
export function recordsInFocus({ place }: Pick<CaseIndex, 'place'>, focus: Focus | null): CorrectedRecord[] {
  if (focus === null) return []
  const claim = focus.kind === 'place' ? place(focus.id)?.claim : undefined
  return [recordOf(focus), ...(claim === undefined ? [] : [{ kind: 'claim' as const, id: claim }])]
}

/** Opens the part of the case that lists the corrections, at one of them where it is named. */
export function useShowCorrections(): (id: string | undefined) => void {
  const { openPage } = useActions()
  return (id) => {
    openPage('corrections')
    if (id !== undefined) requestEntry('correction', id)
  }
}
