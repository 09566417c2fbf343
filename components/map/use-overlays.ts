import type { FeatureCollection } from 'geojson'
import { useLocale, useTranslations } from 'next-intl'
import { useLayoutEffect, useMemo } from 'react'
import { useBroughtFeatures } from '@/lib/client/bring/brought-store'
import { useCase } from '@/lib/client/case-context'
import { formatLength, formatMeasuredArea } from '@/lib/client/format-figure'
import { drawLaidOver, drawMeasuredLine, holdShape } from '@/lib/client/measure/tool-drawings'
import { useShapeName, useShapes, useSnapTargets } from '@/lib/client/measure/use-shapes'
import { useLiveDrawing } from '@/lib/client/tool-store'
import { useUnit } from '@/lib/client/units'
import { useFocus, useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { drawVoiceLines, listVoiceLines, pickVoices, quotationsInFocus } from '@/lib/derive/voice-lines'
import { emptyCollection, type Overlays } from '@/lib/map/overlays'
import { drawUnitOutline } from '@/lib/map/overlays/unit'

/** The shape that is laid over another place. */
function useLaidOverOverlay(): FeatureCollection {
  const chosen = useView(({ laidOver }) => laidOver)
  const live = useLiveDrawing()
  const laid = live.laidOver ?? chosen
  const { shapes } = useShapes(laid !== null)
  const nameOf = useShapeName()
  const shapeId = laid?.shape
  const held = useMemo(() => {
    const shape = shapes.find(({ id }) => id === shapeId)
    return shape === undefined ? null : holdShape(shape)
  }, [shapes, shapeId])
  return useMemo(
    () => (laid === null || held === null ? emptyCollection : drawLaidOver(held, laid, nameOf(held.shape))),
    [laid, held, nameOf],
  )
}

/** The measured line and its numbers. */
function useMeasureOverlay(): FeatureCollection {
  const locale = useLocale()
  const t = useTranslations('measure')
  const measured = useView(({ measure }) => measure)
  const asksAround = useView(({ filter }) => filter.within === 'area')
  const live = useLiveDrawing()
  const points = live.measure ?? measured
  const targets = useSnapTargets(points !== null)
  return useMemo(() => {
    if (points === null) return emptyCollection
    const words = {
      km: (length: number) => t('km', { number: formatLength(length, locale).km }),
      km2: (area: number) => t('km2', { number: formatMeasuredArea(area, locale) }),
    }
    return drawMeasuredLine(points, targets, words, asksAround)
  }, [points, targets, locale, t, asksAround])
}

/** The outline of the country or part of one that is asked for. */
function useUnitOverlay(): FeatureCollection {
  const unit = useUnit()
  return useMemo(() => (unit === null ? emptyCollection : drawUnitOutline(unit.outline)), [unit])
}

/**
 * Lines from where it was said to what it is about: of everything that is shown where the reader has asked for them, and
 * always of the quotation or speaker in focus. The same object for as long as the lines are the same.
 */
function useVoicesOverlay(): FeatureCollection {
  const { linked, place, actor } = useCase()
  const focus = useFocus()
  const voices = useView((view) => view.voices)
  const { quotation: shown } = useVisible()
  const inFocus = quotationsInFocus(focus, actor)
  const drawn = pickVoices(linked.quotations, shown, voices, inFocus)
  const [drawnKey, focusKey] = [drawn.map(({ id }) => id).join(' '), inFocus.join(' ')]
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn and in focus is new at every step through time; their ids say whether it is another
  return useMemo(() => {
    if (drawn.length === 0) return emptyCollection
    return drawVoiceLines(listVoiceLines(drawn), place, new Set(inFocus))
  }, [place, drawnKey, focusKey])
}

/** What is drawn over the case on the reader's wish. */
export function useOverlays(): Overlays {
  const laidOver = useLaidOverOverlay()
  const voices = useVoicesOverlay()
  const unit = useUnitOverlay()
  const measure = useMeasureOverlay()
  const brought = useBroughtFeatures()
  return useMemo(
    () => ({ brought, 'laid-over': laidOver, voices, unit, measure }),
    [brought, laidOver, voices, unit, measure],
  )
}

/** Tells what is drawn over the case whenever that is another; shows nothing itself. */
export function DrawOverlays({ onDraw }: { onDraw(overlays: Overlays): void }) {
  const overlays = useOverlays()
  useLayoutEffect(() => onDraw(overlays), [onDraw, overlays])
  return null
}
