'use client'

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
