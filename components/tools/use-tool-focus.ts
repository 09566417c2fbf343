import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { isInDialog } from '@/lib/client/measure/is-in-dialog'
import { type ToolId, useOpenTool } from '@/lib/client/open-tool'

/** Of which tool a button of the bar is; set on it, to be found when the keyboard comes back to it. */
export const toolAttribute = 'data-tool'

/**
 * The keyboard's way into a tool's card and out of it, the same for all. A card that was not opened by its own button in
 * the bar, so by the palette, has the focus; Escape closes it, before it would take the record in focus away; and
 * whoever was in a card that has closed is at its button again.
 */
export function useToolFocus(bar: RefObject<HTMLElement | null>, card: RefObject<HTMLElement | null>): void {
  const { tool, openTool } = useOpenTool()
  const before = useRef<ToolId | null>(tool)
  useLayoutEffect(() => {
    const last = before.current
    before.current = tool
    if (tool === last) return
    const buttonOf = (id: ToolId | null) => bar.current?.querySelector<HTMLElement>(`[${toolAttribute}="${id}"]`)
    const active = document.activeElement
    // What had the focus went away with the card.
    if (tool === null && (active === null || active === document.body)) buttonOf(last)?.focus()
    if (tool !== null && active !== buttonOf(tool)) card.current?.focus()
  }, [tool, bar, card])

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isInDialog(event.target)) return
    event.preventDefault()
    openTool(null)
  })
  // Made anew with each tool, so that it comes after the keys of the tool itself, which may have a use for Escape.
  useEffect(() => {
    if (tool === null) return
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [tool])
}
