import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { useShapeName, useShapes } from '@/components/measure/use-shapes'
import { drawLaidOver, holdShape } from '@/lib/client/measure/draw-laid-over'
import { useLiveDrawing } from '@/lib/client/measure/live-drawing'
import { useView } from '@/lib/client/view-context'
import { emptyCollection } from '@/lib/map/overlays'

/** The shape that is laid over another place. */
export function useLaidOverOverlay(): FeatureCollection {
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
