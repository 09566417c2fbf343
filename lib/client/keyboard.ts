/** Whether a key is for somebody else: the browser, which has its own use for it with a modifier, or who has answered it. */
export function isTaken(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey
}

/** Whether a click asks for another window, which a link can have. */
export function isForNewWindow(event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey
}

/** Whether what is pressed there goes into a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
