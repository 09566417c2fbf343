'use client'
import type { CaseShape } from '@/lib/derive/case-shapes'
import { frameBounds } from '@/lib/geo/frame-bounds'
import { holdOnMap } from '@/lib/geo/move-by-km'
import { rotateOnSphere } from '@/lib/geo/rotate-on-sphere'
import { sphereCentre } from '@/lib/geo/sphere-centre'
import type { LngLat } from '@/lib/schema/geometry'
import { lookAt } from '../look-at'
import { pushView } from '../view-store'

/** Lays a shape with its middle at `spot`, turned by `turn` degrees clockwise, into the address, and brings it into sight. */
export function layAt({ id, geometry }: CaseShape, spot: LngLat, turn: number): void {
  const at = holdOnMap(spot)
  pushView({ laidOver: { shape: id, at, turn } })
  lookAt(frameBounds([rotateOnSphere(geometry, sphereCentre(geometry), at, turn)]))
}
