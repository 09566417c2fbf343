'use client'
import { askForEntry } from '@/lib/client/asked-entry'
import { useActions } from '@/lib/client/board-actions'
import { useViewStore } from '@/lib/client/view-context'

/** A record in focus covers the case panel below that width, as the style sheets have it. */
const NARROW = '(width < 1024px)'

/** Opens the part of the case that lists the corrections, at one of them where it is named. */
export function useShowCorrections(): (id: string | undefined) => void {
  const { choose, openPage } = useActions()
  const view = useViewStore()
  return (id) => {
    if (view.get().focus !== null && window.matchMedia(NARROW).matches) choose(null)
    openPage('corrections')
    if (id !== undefined) askForEntry('correction', id)
  }
}
