import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { type CaseIndex, useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import { drawVoiceLines, listVoiceLines } from '@/lib/derive/voice-lines'
import { emptyCollection } from '@/lib/map/overlays'
import type { Focus } from '@/lib/url/view'

/** The quotations that are in focus: one, or all of a speaker's. */
function focusedQuotations({ actor }: CaseIndex, focus: Focus | null): readonly string[] {
  if (focus?.kind === 'quotation') return [focus.id]
  return focus?.kind === 'speaker' ? (actor(focus.id)?.quotations ?? []) : []
}

/**
 * Lines from where it was said to what it is about: of everything that is shown where the reader has asked for them, and
 * always of the quotation or speaker in focus. The same object for as long as the lines are the same.
 */
export function useVoicesOverlay(): FeatureCollection {
  const board = useCaseboard()
  const { linked, view, place } = board
  const { quotation: shown } = useShown()
  const inFocus = focusedQuotations(board, view.focus)
  const drawn = linked.quotations.filter(({ id }) => shown.has(id) && (view.voices || inFocus.includes(id)))
  const [drawnKey, focusKey] = [drawn.map(({ id }) => id).join(' '), inFocus.join(' ')]
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn and in focus is new at every step through time; their ids say whether it is another
  return useMemo(() => {
    if (drawn.length === 0) return emptyCollection
    return drawVoiceLines(listVoiceLines(drawn), place, new Set(inFocus))
  }, [place, drawnKey, focusKey])
}
