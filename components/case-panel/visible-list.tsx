'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useFacetPhrase } from '@/components/record-text/use-filter-text'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/corrections.module.css'
import { LIST_PART, MoreButton } from '@/components/ui/more-button'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { clearFacets } from '@/lib/client/filter-actions'
import { useVisible } from '@/lib/client/visible-context'
import { type EmptyReason, explainEmpty } from '@/lib/derive/count-options'
import type { Facet } from '@/lib/derive/filter-records'
import type { RecordKind } from '@/lib/derive/record-filter'
import { everyLayer } from '@/lib/derive/visible-layers'
import { findVisible } from '@/lib/derive/visible-records'

interface VisibleListProps<T> {
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
export function VisibleList<T>({ kind, items, total, intro, some, reach = 0, count, children }: VisibleListProps<T>) {
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

/** What empties a list is found by looking through the case some dozen times: not in every frame of a scrub. */
const REST_MS = 250

/** The lists of the case that a filter can empty. */
type ListKind = 'place' | 'quotation' | 'statement' | 'figure' | 'event' | 'voice' | 'source'

interface EmptyListProps {
  kind: ListKind | 'difference'
  /** How many the list would have with these facets lifted. */
  count(without: readonly Facet[]): number
}

/** An empty list says what empties it, and offers to lift just that. */
export function EmptyList({ kind, count }: EmptyListProps) {
  const t = useTranslations('filter')
  const { query } = useVisible()
  const every = everyLayer(useCase().linked)
  const phrase = useFacetPhrase()
  const atRest = useAtRest(query, REST_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` is made anew each time and says the same of one sieve
  const culprits = useMemo(() => (atRest ? explainEmpty(count) : []), [atRest, query])
  const name = (culprit: EmptyReason) =>
    culprit.facets.map((facet) => phrase(facet, query)).reduceRight((second, first) => t('and', { first, second }))
  const [only, ...others] = culprits
  return (
    <div className={styles.empty}>
      <p className={styles.none}>{t(`none.${kind}`)}</p>
      {only !== undefined && others.length === 0 && (
        <>
          <p>{t('oneCulprit', { what: name(only) })}</p>
          <Button className={styles.clear} onClick={() => clearFacets(query, only.facets, every)}>
            {t('bringBack', { count: only.count })}
          </Button>
        </>
      )}
      {others.length > 0 && (
        <>
          <p>{t('anyCulprit')}</p>
          {culprits.map((culprit) => (
            <Button
              key={culprit.facets.join(' ')}
              className={styles.clear}
              onClick={() => clearFacets(query, culprit.facets, every)}
            >
              {t('bringBackNamed', { what: name(culprit), count: culprit.count })}
            </Button>
          ))}
        </>
      )}
    </div>
  )
}

/** How many records of a kind would be shown with some facets lifted. */
export function useCountWithout(kind: RecordKind): (without: readonly Facet[]) => number {
  const { records, query } = useVisible()
  return (without) => findVisible(records, query, without)[kind].size
}

/** Whether a value has stayed the same for `restMs`, ms: for what is not worth working out in each frame of a scrub. Not at first. */
function useAtRest<T>(value: T, restMs: number): boolean {
  const [rested, setRested] = useState<{ value: T } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested({ value }), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested !== null && Object.is(rested.value, value)
}
