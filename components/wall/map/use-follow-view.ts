import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { MapAdapter } from '@/components/map/map-adapter'
import type { WallMapState } from '@/components/wall/session/use-map-renewal'
import { useWall } from '@/lib/client/wall-context'
import { type Bounds, cameraToBounds, sceneFrame } from '@/lib/geo/camera-to-bounds'
import type { Camera } from '@/lib/url/view'

const FLIGHT_MS = 1_200
/** A hand on a phone leads: as short as a movement can be without a jerk between two of its messages. */
const FOLLOW_MS = 80
const SETTLE_MS = 250

/** What the wall's map is to show: what someone looks at, else the scene's view, else the whole case. */
export function useTargetCamera(): Bounds {
  const { scene, state, index } = useWall()
  const { camera } = state
  if (camera !== null) return cameraToBounds({ center: [camera.lng, camera.lat], zoom: camera.zoom }, sceneFrame)
  return scene === null ? index.linked.bounds : cameraToBounds(scene.camera, sceneFrame)
}

/**
 * Keeps the map where the wall looks: flies to a scene, follows a hand at once, and fits again when the part that no
 * panel covers has another size. Answers what a person does on the map itself.
 */
export function useFollowView(
  adapter: RefObject<MapAdapter | null>,
  container: RefObject<HTMLDivElement | null>,
  mapState: WallMapState,
) {
  const { state, command } = useWall()
  const aim = useTargetCamera()
  const aimKey = aim.join()
  const last = useRef({ scene: state.scene, aimKey })
  const arrivesAt = useRef(0)
  const byHand = useRef(false)
  /** Where a person on this display has just brought the map: it is there already. */
  const own = useRef<Camera | null>(null)

  const isOwn = () => state.camera !== null && state.camera === own.current
  const show = (durationMs: number, straight: boolean) => {
    arrivesAt.current = performance.now() + durationMs
    adapter.current?.show(aim, durationMs, straight)
  }
  const follow = useEffectEvent(() => {
    const before = last.current
    last.current = { scene: state.scene, aimKey }
    if (before.aimKey === aimKey || isOwn()) return
    if (before.scene !== state.scene || state.camera === null) show(FLIGHT_MS, false)
    else show(FOLLOW_MS, true)
  })
  const fitAgain = useEffectEvent(() => {
    if (isOwn()) return
    adapter.current?.resize()
    show(Math.max(SETTLE_MS, arrivesAt.current - performance.now()), true)
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the wall looks elsewhere, and only then
  useEffect(follow, [aimKey, state.scene])
  // Movements that were asked for while the context was lost have not taken place.
  useEffect(() => {
    if (mapState === 'ready') fitAgain()
  }, [mapState])
  useEffect(() => {
    const observer = new ResizeObserver(() => fitAgain())
    if (container.current !== null) observer.observe(container.current)
    for (const panel of document.querySelectorAll('[data-map-panel]')) observer.observe(panel)
    return () => observer.disconnect()
  }, [container])

  return {
    onLeave: (hand: boolean) => {
      byHand.current = hand
    },
    onCamera: () => {
      if (!byHand.current || adapter.current === null) return
      byHand.current = false
      const { center, zoom } = adapter.current.cameraOf(sceneFrame)
      own.current = { lng: center[0], lat: center[1], zoom }
      command({ kind: 'look', camera: own.current })
    },
  }
}
