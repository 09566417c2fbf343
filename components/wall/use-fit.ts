'use client'
import { type RefObject, useLayoutEffect } from 'react'

/** Sizes of type that a scene is tried in, largest first; `least` is 16 arc-minutes. */
export type TypeStep = 'poster' | 'large' | 'ample' | 'preferred' | 'closer' | 'least'

/**
 * What a scene leaves out where it has no room, in this order, `roomy` being a chart's lines between names and bars;
 * its sources and headline never go. Every step takes what the steps before it take.
 */
const droppable = ['extras', 'roomy', 'record', 'quotation', 'words', 'numbers'] as const

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

/** Tries smaller type before it leaves anything out, and larger type again after. */
function fitInto(root: HTMLElement, steps: readonly TypeStep[]): void {
  for (let dropped = 0; dropped <= droppable.length; dropped += 1) {
    root.dataset.without = droppable.slice(0, dropped).join(' ')
    for (const step of steps) {
      root.dataset.type = step
      if (fits(root)) return
    }
  }
}

/**
 * Fits a composition into its box without ever clipping it or setting type below 16 arc-minutes: sets `data-type` and
 * `data-without` on the element, which its styles follow. Measured whenever `content` or the box changes, and when
 * fonts have come. Written to the element at once: a second render would show the scene unfitted for a frame.
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
