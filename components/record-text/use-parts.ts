'use client'
import { askForEntry } from '@/lib/client/asked-entry'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'

/** What cannot be put in focus, by the page of the case panel on which it stands. */
const pageOf = { source: 'sources', scene: 'tour', claim: 'borders', chart: 'overview' } as const

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
    if (kind === 'source') askForEntry('source', id)
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

/** A source by who brought it out and its title; the id itself where the record was set aside. */
export function useSourceName(): (id: string) => string {
  const { source } = useCase()
  return (id) => {
    const found = source(id)
    return found === undefined ? id : `${found.publisher}: ${found.title}`
  }
}
