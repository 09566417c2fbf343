'use client'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** How long a page stays, ms: some thirty words at reading pace. */
const PAGE_MS = 8000

/**
 * Turns the pages of an element whose content runs on in columns to its right, one after the other and round again.
 * Counted from 0; `content` stands for what the element holds, and another content starts anew.
 */
export function usePages(ref: RefObject<HTMLElement | null>, content: string): { page: number; pages: number } {
  const [pages, setPages] = useState(1)
  const [turned, setTurned] = useState({ content, page: 0 })
  const page = turned.content === content ? turned.page % pages : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` stands for what the element holds
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const count = () => setPages(Math.max(1, Math.round((element.scrollWidth + gapOf(element)) / stepOf(element))))
    count()
    const observer = new ResizeObserver(count)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, content])
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(
      () => setTurned((now) => ({ content, page: now.content === content ? now.page + 1 : 1 })),
      PAGE_MS,
    )
    return () => clearInterval(timer)
  }, [content, pages])
  useLayoutEffect(() => {
    const element = ref.current
    if (element !== null) element.scrollLeft = page * stepOf(element)
  }, [ref, page])
  return { page, pages }
}

const gapOf = (element: HTMLElement) => Number.parseFloat(getComputedStyle(element).columnGap) || 0
/** From the left edge of a page to that of the next, px. */
const stepOf = (element: HTMLElement) => Math.max(1, element.clientWidth + gapOf(element))
