'use client'
import { shownBounds } from '@/components/map/shown-bounds'
import { useFocusName } from '@/components/record-text/use-focus-name'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import { useFocus, useView } from '@/lib/client/view-context'
import { toSceneCamera } from '@/lib/wall/scene-camera'
import { writeWindow } from '@/lib/wall/scene-time'
import type { SeenScene } from '@/lib/wall/tour-draft'

/** Answers what is on screen at the moment as a scene: what the map shows, the layers that are on, the window of time, what is in focus. */
export function useSeenScene(): () => SeenScene {
  const board = useCase()
  const focus = useFocus()
  const visibleLayers = useView((view) => view.visibleLayers)
  const { time } = useShown().sieve
  const nameOf = useFocusName()
  return () => {
    const event = focus?.kind === 'event' ? board.event(focus.id) : undefined
    return {
      title: (focus === null ? null : nameOf(focus)) ?? '',
      camera: toSceneCamera(shownBounds(board, focus)),
      layers: [...visibleLayers],
      time: time === null ? undefined : { window: writeWindow(time) },
      ...(focus?.kind === 'place' && { focus: focus.id }),
      ...(focus?.kind === 'quotation' && { quotation: focus.id }),
      ...(focus?.kind === 'figure' && { figure: focus.id }),
      ...(event !== undefined && { when: event.date }),
    }
  }
}
