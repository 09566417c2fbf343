'use client'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Focus } from '@/lib/url/view'

/**
 * A new record starts at its top, whatever was scrolled to in the one before. Only the panel's own scroller is moved:
 * `scrollIntoView` would also shift the page behind a phone's sheet.
 */
function scrollToTop(element: HTMLElement | null) {
  let scroller = element?.parentElement
  while (scroller && scroller !== document.body && scroller.scrollTop === 0) scroller = scroller.parentElement
  if (scroller && scroller !== document.body) scroller.scrollTop = 0
}

function canTakeFocus(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element.checkVisibility()
}

/** Where the keyboard goes when the panel that it was in has closed: to what opened it, the map, the case's title. */
function giveFocusBack(opener: Element | null) {
  const places = [opener, document.querySelector('[role=application]'), document.querySelector('h1')]
  places.find(canTakeFocus)?.focus()
}

/**
 * Keeps the keyboard's place while the detail panel comes and goes; answers the ref for that panel's title. The title
 * takes the focus where what had it is gone or out of sight: a button of the record before, or, on a phone, of the case
 * panel that the record covers. When the panel closes, the focus returns to what had opened it. What still has the
 * focus and can be seen keeps it: a list, or the map that was clicked on.
 *
 * Stands where the panel is mounted, not in it: it must outlive the panel. A layout effect, because the browser drops
 * the focus of a hidden element before the next frame, and then nobody knows any more what the opener was.
 */
export function useKeyboardPlace(focus: Focus | null): RefObject<HTMLHeadingElement | null> {
  const titleRef = useRef<HTMLHeadingElement>(null)
  const openerRef = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  const key = focus === null ? null : `${focus.kind} ${focus.id}`
  useLayoutEffect(() => {
    const active = document.activeElement === document.body ? null : document.activeElement
    if (key === null) {
      if (wasOpen.current && active === null) giveFocusBack(openerRef.current)
      wasOpen.current = false
      openerRef.current = null
      return
    }
    wasOpen.current = true
    openerRef.current = active ?? openerRef.current
    if (openerRef.current !== null && !canTakeFocus(active)) titleRef.current?.focus({ preventScroll: true })
    scrollToTop(titleRef.current)
  }, [key])
  return titleRef
}
