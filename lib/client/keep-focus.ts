/** What held an element when it was pressed, innermost first. */
function holdersOf(element: Element): Element[] {
  const holders: Element[] = []
  for (let holder = element.parentElement; holder !== null && holder !== document.body; holder = holder.parentElement)
    holders.push(holder)
  return holders
}

/**
 * For a page's clicks: a button that removes itself, as one that shows more or closes what it stands in, would leave the
 * keyboard at the page's beginning. The focus goes to what held it, unless somebody has taken it meanwhile.
 */
export function keepFocusNear({ target }: MouseEvent): void {
  const pressed = target instanceof Element ? target.closest('button, a') : null
  if (pressed === null || pressed !== document.activeElement) return
  const holders = holdersOf(pressed)
  // React has removed it by the next frame; what comes late has one more.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      const holder = holders.find((each) => each.isConnected)
      if (pressed.isConnected || !isLost || !(holder instanceof HTMLElement)) return
      if (!holder.hasAttribute('tabindex')) holder.tabIndex = -1
      holder.focus({ preventScroll: true })
    }),
  )
}
