'use client'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { extentOf } from '@/lib/derive/arrays'

/** Sizes of type that a scene is tried in, largest first; `least` is 16 arc-minutes. */
export type TypeStep = 'poster' | 'large' | 'ample' | 'preferred' | 'closer' | 'least'

/** How a chart's rows are set: names over their bars, or beside them where there is no room. */
const rowSteps = ['roomy', 'close'] as const

/** Of fewer lines than this a page is not worth turning to. */
const LEAST_LINES = 3
/** Widths are rounded to whole px; a page is hundreds of them. */
const ROUNDING = 0.02

const gapOf = (body: HTMLElement) => Number.parseFloat(getComputedStyle(body).columnGap) || 0
/** From the left edge of a page to that of the next, px. */
const stepOf = (body: HTMLElement) => Math.max(1, body.clientWidth + gapOf(body))

/** Brings a page of a body, counted from 0, into its frame. */
export function turnTo(body: HTMLElement, page: number): void {
  body.scrollLeft = page * stepOf(body)
}

/** How many pages a body's content runs on for, in columns to its right; infinite where it does not fit as it is set. */
function countPages(root: HTMLElement, body: HTMLElement): number {
  const wide = [...root.children].some((part) => part !== body && part.scrollWidth > part.clientWidth + 1)
  // By boxes and not by `scrollHeight`, which counts the empty descent of a tight line too.
  const [, bottom] = extentOf(Array.from(root.children, (part) => part.getBoundingClientRect().bottom))
  const tall = bottom > root.getBoundingClientRect().bottom + 1
  if (wide || tall) return Number.POSITIVE_INFINITY
  if (body.childElementCount === 0) return 1
  const lineHeight = Number.parseFloat(getComputedStyle(body).lineHeight) || 1
  if (body.clientHeight < LEAST_LINES * lineHeight) return Number.POSITIVE_INFINITY
  return Math.max(1, Math.ceil((body.scrollWidth + gapOf(body)) / stepOf(body) - ROUNDING))
}

/** Sets a composition in the largest type in which it takes the fewest pages, and says how many those are. */
function fitInto(root: HTMLElement, body: HTMLElement, steps: readonly TypeStep[]): number {
  let best = { type: steps.at(-1) ?? 'least', rows: 'close', pages: Number.POSITIVE_INFINITY }
  for (const type of steps)
    for (const rows of rowSteps) {
      if (best.pages === 1) break
      root.dataset.type = type
      root.dataset.rows = rows
      const pages = countPages(root, body)
      if (pages < best.pages) best = { type, rows, pages }
    }
  root.dataset.type = best.type
  root.dataset.rows = best.rows
  return Number.isFinite(best.pages) ? best.pages : 1
}

/**
 * Fits a composition into its box without clipping it, leaving anything out, or setting type below 16 arc-minutes: sets
 * `data-type` and `data-rows` on the element, which its styles follow, and answers how many pages its body takes.
 * Measured whenever `content` or a box changes, and when fonts have come. Written to the element at once: a second render
 * would show the scene unfitted for a frame.
 */
export function useFit(
  ref: RefObject<HTMLElement | null>,
  bodyRef: RefObject<HTMLElement | null>,
  steps: readonly TypeStep[],
  content: string,
): number {
  const [pages, setPages] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` stands for what the element holds
  useLayoutEffect(() => {
    const [root, body] = [ref.current, bodyRef.current]
    if (root === null || body === null) return
    const refit = () => {
      setPages(fitInto(root, body, steps))
      turnTo(body, Number(body.dataset.page ?? 1) - 1)
    }
    refit()
    const observer = new ResizeObserver(refit)
    observer.observe(root)
    // What stands under it may come to need another line.
    observer.observe(body)
    document.fonts.addEventListener('loadingdone', refit)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', refit)
    }
  }, [ref, bodyRef, steps, content])
  return pages
}
