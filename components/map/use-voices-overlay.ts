import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import { useFocus, useView } from '@/lib/client/view-context'
import { drawVoiceLines, listVoiceLines, pickVoices, quotationsInFocus } from '@/lib/derive/voice-lines'
import { emptyCollection } from '@/lib/map/overlays'

/**
 * Lines from where it was said to what it is about: of everything that is shown where the reader has asked for them, and
 * always of the quotation or speaker in focus. The same object for as long as the lines are the same.
 */
export function useVoicesOverlay(): FeatureCollection {
  const { linked, place, actor } = useCase()
  const focus = useFocus()
  const voices = useView((view) => view.voices)
  const { quotation: shown } = useShown()
  const inFocus = quotationsInFocus(focus, actor)
  const drawn = pickVoices(linked.quotations, shown, voices, inFocus)
  const [drawnKey, focusKey] = [drawn.map(({ id }) => id).join(' '), inFocus.join(' ')]
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn and in focus is new at every step through time; their ids say whether it is another
  return useMemo(() => {
    if (drawn.length === 0) return emptyCollection
    return drawVoiceLines(listVoiceLines(drawn), place, new Set(inFocus))
  }, [place, drawnKey, focusKey])
}
