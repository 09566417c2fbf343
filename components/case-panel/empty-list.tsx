'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFacetPhrase } from '@/components/record-text/use-facet-words'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/empty-list.module.css'
import { useCase } from '@/lib/client/case-context'
import { clearFacets } from '@/lib/client/filter-actions'
import { useShown } from '@/lib/client/shown-context'
import { useAtRest } from '@/lib/client/use-at-rest'
import { type Culprit, explainEmpty } from '@/lib/derive/explain-empty'
import type { Facet } from '@/lib/derive/filter-records'
import { everyLayer } from '@/lib/derive/visible-layers'

/** What empties a list is found by looking through the case some dozen times: not in every frame of a scrub. */
const REST_MS = 250

/** The lists of the case that a filter can empty. */
export type ListKind = 'place' | 'quotation' | 'statement' | 'figure' | 'event' | 'voice' | 'source'

interface EmptyListProps {
  kind: ListKind | 'difference'
  /** How many the list would have with these facets lifted. */
  count(without: readonly Facet[]): number
}

/** An empty list says what empties it, and offers to lift just that. */
export function EmptyList({ kind, count }: EmptyListProps) {
  const t = useTranslations('filter')
  const { sieve } = useShown()
  const every = everyLayer(useCase().linked)
  const phrase = useFacetPhrase()
  const atRest = useAtRest(sieve, REST_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` is made anew each time and says the same of one sieve
  const culprits = useMemo(() => (atRest ? explainEmpty(count) : []), [atRest, sieve])
  const name = (culprit: Culprit) =>
    culprit.facets.map((facet) => phrase(facet, sieve)).reduceRight((second, first) => t('and', { first, second }))
  const [only, ...others] = culprits
  return (
    <div className={styles.empty}>
      <p className={styles.none}>{t(`none.${kind}`)}</p>
      {only !== undefined && others.length === 0 && (
        <>
          <p>{t('oneCulprit', { what: name(only) })}</p>
          <Button className={styles.lift} onClick={() => clearFacets(sieve, only.facets, every)}>
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
              className={styles.lift}
              onClick={() => clearFacets(sieve, culprit.facets, every)}
            >
              {t('bringBackNamed', { what: name(culprit), count: culprit.count })}
            </Button>
          ))}
        </>
      )}
    </div>
  )
}
