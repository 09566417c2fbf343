'use client'
import { type RefObject, useLayoutEffect } from 'react'

/** Sizes of type that a scene is tried in, largest first; `least` is 16 arc-minutes. */
export type TypeStep = 'poster' | 'large' | 'ample' | 'preferred' | 'closer' | 'least'

/**
 * What a scene leaves out where it has no room, in this order; its sources and headline never go. `roomy` is a chart's
 * lines between names and bars. A quotation goes with the line on its other wordings: never one without the other.
 */
const droppable = ['extras', 'roomy', 'quotation', 'words', 'numbers'] as const

type Droppable = (typeof droppable)[number]

/**
 * Whether all that stands in the columns of a composition stands inside of them. By boxes and not by `scrollHeight`,
 * which counts the empty descent of a tight line too.
 */
function fits(root: HTMLElement): boolean {
  return [root, ...root.querySelectorAll('[data-fit-part]')].every((part) => {
    const bottom = Math.max(...Array.from(part.children, (child) => child.getBoundingClientRect().bottom))
    return bottom <= part.getBoundingClientRect().bottom + 1 && part.scrollWidth <= part.clientWidth + 1
  })
}

/** Where the sources stand in two columns, as long as the type is the same: below both, the right, the left one. */
const sourcePlaces = ['below', 'right', 'left'] as const

/** The largest type in which a composition fits without some of its parts; it is left shown so. */
function largestFit(root: HTMLElement, steps: readonly TypeStep[], without: readonly Droppable[]) {
  root.dataset.without = without.join(' ')
  return steps.find((step) => {
    root.dataset.type = step
    return sourcePlaces.some((place) => {
      root.dataset.sources = place
      return fits(root)
    })
  })
}

/**
 * Tries smaller type before it leaves anything out. What had to go for one column may have gone in vain: then it comes
 * back, the last that went first.
 */
function fitInto(root: HTMLElement, steps: readonly TypeStep[]): void {
  const dropped = droppable.findIndex((_, count) => largestFit(root, steps, droppable.slice(0, count)) !== undefined)
  let without: readonly Droppable[] = dropped === -1 ? droppable : droppable.slice(0, dropped)
  for (const part of without.toReversed()) {
    const tried = without.filter((other) => other !== part)
    if (largestFit(root, steps, tried) !== undefined) without = tried
  }
  largestFit(root, steps, without)
}

/**
 * Fits a composition into its box without ever clipping it or setting type below 16 arc-minutes: sets `data-type`,
 * `data-sources` and `data-without` on the element, which its styles follow. Measured whenever `content` or the box
 * changes, and when fonts have come. Written to the element at once: a second render would show the scene unfitted for a
 * frame.
 */
export function useFit(ref: RefObject<HTMLElement | null>, steps: readonly TypeStep[], content: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` stands for what the element holds
  useLayoutEffect(() => {
    const root = ref.current
    if (root === null) return
    const refit = () => fitInto(root, steps)
    refit()
    const observer = new ResizeObserver(refit)
    observer.observe(root)
    document.fonts.addEventListener('loadingdone', refit)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', refit)
    }
  }, [ref, steps, content])
}
