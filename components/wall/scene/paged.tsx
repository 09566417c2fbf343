'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { pageAt, untilNextPageMs } from '@/lib/wall/scene-pages'
import styles from './paged.module.css'
import { type TypeStep, turnTo, useFit } from './use-fit'

/** How long a page stays where nothing else says so, ms: some twenty words at reading pace. */
const PAGE_MS = 8000
/** A timer may fire a moment early, and the same page would be on. */
const LATE_MS = 15

/** What turns the pages: a stay that they share, from `since` on the clock of `performance.now()`; without, they go round. */
export interface Stay {
  since: number
  durationMs: number
}

/** Which of the pages is on, from 0. */
function usePage(ref: RefObject<HTMLElement | null>, pages: number, stay: Stay | null): number {
  const [turned, setTurned] = useState(0)
  const shown = useRef(0)
  const page = Math.min(turned, pages - 1)
  const since = stay?.since ?? null
  const pageMs = stay === null ? PAGE_MS : Math.max(1, stay.durationMs / pages)
  useEffect(() => {
    // What is held goes on from the page that it was held at.
    const from = since ?? performance.now() - shown.current * pageMs
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const given = { pages, pageMs, elapsedMs: performance.now() - from, round: since === null }
      setTurned(pageAt(given))
      const waitMs = untilNextPageMs(given)
      if (waitMs !== null) timer = setTimeout(look, waitMs + LATE_MS)
    }
    look()
    return () => clearTimeout(timer)
  }, [pages, pageMs, since])
  useLayoutEffect(() => {
    shown.current = page
    if (ref.current !== null) turnTo(ref.current, page)
  }, [ref, page])
  return page
}

interface PagedProps {
  /** Sizes of type to be tried, largest first; the same list each time. */
  steps: readonly TypeStep[]
  /** Stands for all that is shown: with another, it is fitted anew. */
  content: string
  className: string
  /** What every page has above the body, and below it. */
  lead: ReactNode
  foot: ReactNode
  stay: Stay | null
  children?: ReactNode
}

/**
 * A composition of the wall: its lead and its foot always, its body as one page or, where that has no room for it in type
 * that can be read, as several that follow each other.
 */
export function Paged({ steps, content, className, lead, foot, stay, children }: PagedProps) {
  const t = useTranslations('wall.scene')
  const root = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const pages = useFit(root, body, steps, content)
  const page = usePage(body, pages, stay)
  return (
    <article ref={root} className={`${styles.paged} ${className}`}>
      <header className={styles.lead}>{lead}</header>
      <div ref={body} className={styles.body} data-pages={pages} data-page={page + 1}>
        {children}
      </div>
      <div className={styles.foot}>
        <div className={styles.always}>{foot}</div>
        {pages > 1 && <p className={styles.page}>{t('page', { page: page + 1, pages })}</p>}
      </div>
    </article>
  )
}
