'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { afterPaint } from '@/lib/client/after-paint'
import { scrollWithin } from '@/lib/client/reveal-requests'
import type { Focus } from '@/lib/url/view'

/**
 * The element around the panel that was scrolled away from its top, as its own event says: to ask for a place in the
 * frame that brings a new panel would have that laid out once more than is needed.
 */
function useScrolled(titleRef: RefObject<HTMLElement | null>): RefObject<HTMLElement | null> {
  const scrolledRef = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || target === document.body || !target.contains(titleRef.current)) return
      scrolledRef.current = target.scrollTop > 0 ? target : null
    }
    document.addEventListener('scroll', note, { capture: true, passive: true })
    return () => document.removeEventListener('scroll', note, { capture: true })
  }, [titleRef])
  return scrolledRef
}

/**
 * A new record starts at its top, whatever was scrolled to in the one before. Only the panel's own scroller is moved:
 * `scrollIntoView` would also shift the page behind a phone's sheet.
 */
function scrollToTop(scrolledRef: RefObject<HTMLElement | null>): void {
  if (scrolledRef.current !== null) scrolledRef.current.scrollTop = 0
  scrolledRef.current = null
}

function canTakeFocus(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element.checkVisibility()
}

/** Where the keyboard goes when the panel that it was in has closed: to what opened it, the map, the case's title. */
function giveFocusBack(opener: Element | null) {
  const places = [opener, document.querySelector('[role=application]'), document.querySelector('h1')]
  places.find(canTakeFocus)?.focus()
}

/** A button of a panel, such that it is found again when the same panel is made anew. */
interface Pressed {
  text: string | null
  /** Which one of those with the same text. */
  nth: number
}

function buttonsLike(section: Element, text: string | null): HTMLButtonElement[] {
  return [...section.querySelectorAll('button')].filter((button) => button.textContent === text)
}

function describeButton(section: Element, target: EventTarget | null): Pressed | null {
  const button = target instanceof Element ? target.closest('button') : null
  if (button === null) return null
  return { text: button.textContent, nth: buttonsLike(section, button.textContent).indexOf(button) }
}

/** A record that the reader came by, and the button in its panel that was pressed last: what led on from it. */
interface Visit {
  key: string
  pressed: Pressed | null
}

/** Notes what is pressed in the panel of this visit; answers what ends that. */
function notePresses(section: Element, visit: Visit): () => void {
  const note = ({ target }: Event) => {
    visit.pressed = describeButton(section, target)
  }
  section.addEventListener('click', note, { capture: true })
  return () => section.removeEventListener('click', note, { capture: true })
}

/** The reader's way through the panel, with this record as its last visit; true where that was to go back. */
function walk(trail: Visit[], key: string): boolean {
  if (trail.at(-1)?.key === key) return false
  const isBack = trail.at(-2)?.key === key
  if (isBack) trail.pop()
  else trail.push({ key, pressed: null })
  return isBack
}

/**
 * Keeps the keyboard's place while the detail panel comes and goes; answers the ref for that panel's title. The title
 * takes the focus where what had it is gone or out of sight: a button of the record before, or, on a phone, of the case
 * panel that the record covers. Going back within the panel leads to the button that had led on, and when the panel
 * closes the focus returns to what had opened it. What still has the focus and can be seen keeps it: a list, or the map
 * that was clicked on.
 *
 * Stands where the panel is mounted, not in it: it must outlive the panel. A layout effect, because the browser drops
 * the focus of a hidden element before the next frame, and then nobody knows any more what the opener was. Where the
 * keyboard goes is decided once the panel is painted, and all of it is there: to ask what can be seen has it laid out.
 */
export function useKeyboardPlace(focus: Focus | null): RefObject<HTMLHeadingElement | null> {
  const titleRef = useRef<HTMLHeadingElement>(null)
  const scrolledRef = useScrolled(titleRef)
  const openerRef = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  const trailRef = useRef<Visit[]>([])
  const key = focus === null ? null : `${focus.kind} ${focus.id}`
  useLayoutEffect(() => {
    const active = document.activeElement === document.body ? null : document.activeElement
    if (key === null) {
      if (wasOpen.current && active === null) giveFocusBack(openerRef.current)
      wasOpen.current = false
      openerRef.current = null
      trailRef.current = []
      scrolledRef.current = null
      return
    }
    wasOpen.current = true
    openerRef.current = active ?? openerRef.current
    const isBack = walk(trailRef.current, key)
    const visit = trailRef.current.at(-1)
    const section = titleRef.current?.closest('section')
    scrollToTop(scrolledRef)
    const callOff = afterPaint(() => {
      if (canTakeFocus(active)) return
      const ledOn =
        isBack && visit?.pressed && section ? buttonsLike(section, visit.pressed.text)[visit.pressed.nth] : null
      if (ledOn) {
        ledOn.focus({ preventScroll: true })
        scrollWithin(ledOn)
      } else if (openerRef.current !== null) titleRef.current?.focus({ preventScroll: true })
    })
    const ignore = visit && section ? notePresses(section, visit) : undefined
    return () => {
      callOff()
      ignore?.()
    }
  }, [key, scrolledRef])
  return titleRef
}
