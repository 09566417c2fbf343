'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useFacetPhrase, useOptionName } from '@/components/record-text/use-filter-text'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useCase } from '@/lib/client/case-context'
import { clearAllFacets, clearFacets, hasActiveFilters } from '@/lib/client/filter-actions'
import { pushView } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { type Facet, facetLists, facets, isFacetActive, isListFacet } from '@/lib/derive/filter-records'
import { everyLayer } from '@/lib/derive/visible-layers'
import { countVisible } from '@/lib/derive/visible-records'
import styles from './case-panel.module.css'

/** While time is scrubbed the number changes with every frame; it is told when it has come to rest. */
const REST_MS = 600

interface Chip {
  key: string
  what: string
  clear(): void
}

function useChips(): Chip[] {
  const t = useTranslations('filter')
  const { query } = useVisible()
  const every = everyLayer(useCase().linked)
  const optionName = useOptionName()
  const phrase = useFacetPhrase()
  const { filter } = query
  const ofFacet = (facet: Facet): Chip[] => {
    if (!isListFacet(facet))
      return [{ key: facet, what: phrase(facet, query), clear: () => clearFacets(query, [facet], every) }]
    const list = facetLists[facet]
    const chosen: readonly string[] = filter[list]
    return chosen.map((id) => ({
      key: `${facet} ${id}`,
      what: t(`named.${facet}`, { name: optionName(facet, id) }),
      clear: () => pushView({ filter: { ...filter, [list]: chosen.filter((each) => each !== id) } }),
    }))
  }
  return facets.filter((facet) => isFacetActive(facet, query)).flatMap(ofFacet)
}

/** What is asked for, each part with its own cross, and how many records that leaves. Nothing to see while all is shown. */
export function ActiveFilters() {
  const t = useTranslations('filter')
  const shown = useVisible()
  const { records, query } = shown
  const chips = useChips()
  const sectionRef = useRef<HTMLElement>(null)
  const keepFocus = useFocusAfter(sectionRef, chips.length)
  const text = t('shown', { shown: countVisible(shown, query.filter), count: records.length })
  return (
    <section ref={sectionRef} aria-label={t('active')} tabIndex={-1} className={styles.active}>
      {hasActiveFilters(query) && (
        <div className={styles.body}>
          <p className={styles.head}>
            <span className={styles.count} aria-hidden="true">
              {text}
            </span>
            <Button
              className={styles.clear}
              onClick={() => {
                clearAllFacets()
                sectionRef.current?.focus()
              }}
            >
              {t('clearAll')}
            </Button>
          </p>
          <ul className={styles.chips}>
            {chips.map(({ key, what, clear }, at) => (
              <li key={key}>
                <Button
                  className={styles.chip}
                  aria-label={t('lift', { what })}
                  onClick={() => {
                    keepFocus(at)
                    clear()
                  }}
                >
                  {what}
                  <Icon name="remove" size={10} />
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <RestingStatus text={text} />
    </section>
  )
}

/** A chip that is lifted takes the keyboard's focus with it: its neighbour, or the whole, has it then. */
function useFocusAfter(sectionRef: React.RefObject<HTMLElement | null>, length: number): (at: number) => void {
  const lifted = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a chip has gone
  useLayoutEffect(() => {
    const at = lifted.current
    lifted.current = null
    if (at === null) return
    const chips = sectionRef.current?.querySelectorAll<HTMLElement>('li button') ?? []
    const next = chips[Math.min(at, chips.length - 1)] ?? sectionRef.current
    next?.focus()
  }, [length])
  return (at) => {
    lifted.current = at
  }
}

/** Says a text to screen readers once it rests, and not the one that the page came with. */
function RestingStatus({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const first = useRef(text)
  useEffect(() => {
    if (text === first.current) return
    first.current = ''
    const timer = setTimeout(() => setSaid(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
