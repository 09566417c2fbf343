/**
 * For a page's clicks: a finger or a mouse leaves no focus on the button that it pressed, since Space would press it
 * again instead of holding the tour, and what shows while it has the focus would stay.
 */
export function leaveNoFocus(event: MouseEvent): void {
  // A screen reader's press has no kind of pointer, and keeps its focus.
  if (!(event instanceof PointerEvent) || event.pointerType === '' || !(event.target instanceof Element)) return
  const pressed = event.target.closest('button')
  if (pressed !== null && pressed === document.activeElement) pressed.blur()
}
