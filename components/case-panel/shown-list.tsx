'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { LIST_PART, MoreButton } from '@/components/ui/more-button'
import panel from '@/components/ui/panel.module.css'
import type { Facet } from '@/lib/derive/filter-records'
import { EmptyList, type ListKind } from './empty-list'

interface ShownListProps<T> {
  kind: ListKind
  /** What is shown, in order. */
  items: readonly T[]
  /** How many there are in the case. */
  total: number
  /** Stands above the whole list; above a part of it stands how many of how many, unless `some` says it otherwise. */
  intro: string
  some?: string
  /** How many rows there must be at least, for one that was asked for to be among them. */
  reach?: number
  /** How many there would be with these facets lifted. */
  count(without: readonly Facet[]): number
  children(part: readonly T[]): ReactNode
}

/** A list of the case that follows filter, time and view: says how much of it this is, and why when there is nothing. */
export function ShownList<T>({ kind, items, total, intro, some, reach = 0, count, children }: ShownListProps<T>) {
  const t = useTranslations('filter')
  const [part, setPart] = useState(LIST_PART)
  const limit = Math.max(part, reach)
  const text = items.length === total ? intro : (some ?? t(`some.${kind}`, { shown: items.length, count: total }))
  if (items.length === 0 && total > 0) return <EmptyList kind={kind} count={count} />
  return (
    <>
      <p className={panel.quiet}>{text}</p>
      {children(items.length > limit ? items.slice(0, limit) : items)}
      {items.length > limit && <MoreButton rest={items.length - limit} onMore={() => setPart(limit + LIST_PART)} />}
    </>
  )
}
