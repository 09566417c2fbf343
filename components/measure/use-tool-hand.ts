import { useEffect, useEffectEvent } from 'react'
import { isInDialog } from '@/lib/client/measure/is-in-dialog'
import { setLiveDrawing } from '@/lib/client/measure/live-drawing'
import { setToolHandler, type ToolHandler } from '@/lib/client/tool-store'

/**
 * Takes a tool in hand for as long as its card is open. Its keys come before those of the map and of the card, whose Escape
 * closes it; keys with a modifier, keys already answered and those of a dialog are not its own.
 */
export function useToolHand(handle: ToolHandler, onKey: (event: KeyboardEvent) => void): void {
  const handlePoint = useEffectEvent(handle)
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isInDialog(event.target)) return
    onKey(event)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event)
    setToolHandler((point) => handlePoint(point))
    window.addEventListener('keydown', listen, { capture: true })
    return () => {
      setToolHandler(null)
      setLiveDrawing({})
      window.removeEventListener('keydown', listen, { capture: true })
    }
  }, [])
}
