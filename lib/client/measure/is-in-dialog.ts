/** Whether a key was pressed in a dialog over the page, which has its own use for Escape. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role="dialog"]') !== null
}
