import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useLiveDrawing } from '@/lib/client/measure/live-drawing'
import { densifyLine } from '@/lib/geo/densify-line'
import { mapLines } from '@/lib/geo/map-lines'
import { rotateOnSphere } from '@/lib/geo/rotate-on-sphere'
import { sphereCentre } from '@/lib/geo/sphere-centre'
import { emptyCollection } from '@/lib/map/overlays'
import { useShapeName, useShapes } from './use-shapes'

/** An edge that is longer would not bend as it must where the shape comes to lie. */
const STEP_KM = 10

/** The shape that is laid over another place. */
export function useLaidOverOverlay(): FeatureCollection {
  const { view } = useCaseboard()
  const live = useLiveDrawing()
  const laid = live.laidOver ?? view.laidOver
  const { shapes } = useShapes(laid !== null)
  const nameOf = useShapeName()
  const shapeId = laid?.shape
  const held = useMemo(() => {
    const shape = shapes.find(({ id }) => id === shapeId)
    if (shape === undefined) return null
    const dense = mapLines(shape.geometry, (line) => densifyLine(line, STEP_KM))
    return { shape, dense, centre: sphereCentre(shape.geometry) }
  }, [shapes, shapeId])
  return useMemo(() => {
    if (laid === null || held === null) return emptyCollection
    const geometry = rotateOnSphere(held.dense, held.centre, laid.at, laid.turn)
    const part = held.shape.kind === 'line' ? 'line' : 'area'
    const name = { part: 'name', text: nameOf(held.shape) }
    return {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry, properties: { part } },
        { type: 'Feature', geometry: { type: 'Point', coordinates: laid.at }, properties: name },
      ],
    }
  }, [laid, held, nameOf])
}
