'use client'
import { type RefObject, useEffect, useRef } from 'react'
import type { Passage } from '@/lib/schema/passage'
import type { Focus } from '@/lib/url/view'
import { useActions } from './board-actions'
import { createValueStore } from './value-store'
import { useView } from './view-context'

/**
 * Brings an element into sight, a third from the top, where it is not. Only the panel's own scroller is moved:
 * `scrollIntoView` would also shift the page behind a phone's sheet.
 */
export function scrollWithin(element: HTMLElement): void {
  let scroller = element.parentElement
  while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement
  if (scroller === null) return
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const above = inner.top - outer.top
  if (above < 0 || inner.bottom > outer.bottom) scroller.scrollTop += above - outer.height / 3
}

/** An entry of a list that was asked for; a new object each time, so that the same one can be asked for twice. */
interface AskedEntry {
  id: string
}

const lists = {
  source: createValueStore<AskedEntry | null>(null),
  correction: createValueStore<AskedEntry | null>(null),
}

/** Those that were brought into sight: the list itself may be rendered only after one was asked for. */
const answered = new WeakSet<AskedEntry>()

/** Says which entry is to be brought into sight in its list. No part of the view, as neither a source nor a correction is a focus. */
export function requestEntry(list: keyof typeof lists, id: string): void {
  lists[list].set({ id })
}

/**
 * The entry of a list that was asked for last, null before any was; and a ref for its element, which brings it into sight,
 * and the keyboard to it, once its page is open: once for each time that it is asked for.
 */
export function useRequestedEntry(list: keyof typeof lists): {
  askedRef: RefObject<HTMLLIElement | null>
  askedId: string | null
} {
  const page = useView((view) => view.page)
  // On a phone a record in focus covers the page.
  const isCovered = useView(({ focus }) => focus !== null)
  const asked = lists[list].use()
  const askedRef = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page may open only later, which the view says
  useEffect(() => {
    const element = askedRef.current
    if (asked === null || answered.has(asked) || element === null || !element.checkVisibility()) return
    answered.add(asked)
    element.focus({ preventScroll: true })
    scrollWithin(element)
  }, [asked, page, isCovered])
  return { askedRef, askedId: asked?.id ?? null }
}

const asked = createValueStore<Passage | null>(null)

/**
 * Says which passage a reader has asked for, to be brought into sight as soon as it is on the page; null once it is. No
 * part of the view: a link leads to the record, and the record shows its passage.
 */
export const requestPassage = asked.set

/** The passage that was asked for and has not been shown yet. */
export const useRequestedPassage = asked.use

/** Brings a record into focus and its passage into sight: one action from a number or a word to its sentence. */
export function useOpenPassage(): (focus: Focus, passage: Passage | undefined) => void {
  const { choose } = useActions()
  return (focus, passage) => {
    requestPassage(passage ?? null)
    choose(focus)
  }
}
