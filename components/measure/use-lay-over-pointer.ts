import { booleanPointInPolygon } from '@turf/turf'
import { useRef } from 'react'
import { keyOf } from '@/lib/client/keyboard'
import { setLiveDrawing, type ToolPoint, useToolPointer } from '@/lib/client/tool-store'
import { replaceView } from '@/lib/client/view-store'
import type { CaseShape } from '@/lib/derive/case-shapes'
import { holdOnMap, moveByKm } from '@/lib/geo/move-by-km'
import { projectMercator, unprojectMercator } from '@/lib/geo/project-mercator'
import { snapPoint } from '@/lib/geo/snap-point'
import { rotateOnSphere, sphereCentre } from '@/lib/geo/sphere'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import type { LaidOver } from '@/lib/url/drawing-codec'

/** How near a pointer must come to take hold of a shape, px. */
const REACH_PX = 20
const TURN_DEGREES = 5
/** What Shift makes of a step, km. */
const LARGE_STEP_KM = 200

const bearings: Readonly<Record<string, number>> = { ArrowUp: 0, ArrowRight: 90, ArrowDown: 180, ArrowLeft: 270 }

function isOn(geometry: PlaceGeometry, middle: LngLat, { at, zoom }: ToolPoint): boolean {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  if (isArea && booleanPointInPolygon(at, geometry)) return true
  const targets = [geometry, { type: 'Point' as const, coordinates: middle }]
  return (
    snapPoint(
      at,
      targets.map((target) => ({ place: '', geometry: target })),
      zoom,
      REACH_PX,
    ) !== null
  )
}

/** Where the middle goes when a hand that took hold at `from` is at `to`: as far on the map as the hand. */
function dragTo(middle: LngLat, from: LngLat, to: LngLat): LngLat {
  const [mx, my] = projectMercator(middle)
  const [fx, fy] = projectMercator(from)
  const [tx, ty] = projectMercator(to)
  return holdOnMap(unprojectMercator([mx + tx - fx, my + ty - fy]))
}

/** Whether the keys are meant for the map or the card's own pad, and not for a field, a list or the rest of the page. */
function isForShape(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-map-frame], [data-move-pad]') !== null
}

function isRadio(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio'
}

/** The hand that drags the laid shape on the map, and the keys that move and turn it. */
export function useLayOverPointer(laid: LaidOver | null, shape: CaseShape | undefined, stepKm: number) {
  const held = useRef<{ from: LngLat; start: LaidOver; now: LaidOver } | null>(null)
  const change = (next: Partial<LaidOver>) => laid !== null && replaceView({ laidOver: { ...laid, ...next } })
  const move = (bearing: number, distanceKm = stepKm) =>
    laid !== null && change({ at: moveByKm(laid.at, distanceKm, bearing) })
  const turn = (steps: number) => laid !== null && change({ turn: (laid.turn + steps * TURN_DEGREES + 360) % 360 })

  const handle = (point: ToolPoint): boolean => {
    if (laid === null || shape === undefined) return false
    if (point.phase === 'down') {
      const geometry = rotateOnSphere(shape.geometry, sphereCentre(shape.geometry), laid.at, laid.turn)
      held.current = isOn(geometry, laid.at, point) ? { from: point.at, start: laid, now: laid } : null
      return held.current !== null
    }
    const hold = held.current
    if (hold === null) return false
    if (point.phase === 'move') {
      hold.now = { ...hold.start, at: dragTo(hold.start.at, hold.from, point.at) }
      setLiveDrawing({ laidOver: hold.now })
    }
    if (point.phase === 'up') {
      held.current = null
      if (hold.now !== hold.start) replaceView({ laidOver: hold.now })
      setLiveDrawing({})
    }
    return false
  }
  const onKey = (event: KeyboardEvent) => {
    const key = keyOf(event)
    const bearing = bearings[key]
    if (laid === null || !isForShape(event.target) || isRadio(event.target)) return
    else if (bearing !== undefined) move(bearing, event.shiftKey ? LARGE_STEP_KM : stepKm)
    else if (key === '[' || key === ']') turn(key === '[' ? -1 : 1)
    else return
    // The map would pan.
    event.preventDefault()
    event.stopPropagation()
  }

  useToolPointer(handle, onKey)

  return { move, turn }
}
