import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { onShowBounds, onShowFocus } from '@/lib/client/map-commands'
import { useStore } from '@/lib/client/value-store'
import { useFocus, useView } from '@/lib/client/view-context'
import { cameraStore, replaceView } from '@/lib/client/view-store'
import { type Bounds, boundsToCamera, cameraToBounds, type Frame } from '@/lib/geo/camera-to-bounds'
import { firstBounds } from '@/lib/map/first-view'
import type { Camera } from '@/lib/url/view'
import type { PicturedView } from './first-map'
import { chosenBounds } from './focus-places'
import { planPictures } from './use-first-view'

/** About as large as maps are, px, where it is not known how large this one is. */
const usualFrame: Frame = { width: 900, height: 600 }

const itself = (camera: Camera | null) => camera

function useAddressedCamera(initialSearch: string): Camera | null {
  const store = useMemo(() => cameraStore(initialSearch), [initialSearch])
  return useStore(store, itself)
}

/** What a picture of one size shows of an address: where its camera stands, else what is chosen. */
export function useStillBounds(mostZoom: number, initialSearch = ''): Bounds {
  const board = useCase()
  const camera = useAddressedCamera(initialSearch)
  const focus = useFocus()
  const thread = useView((view) => view.thread)
  return useMemo(() => {
    if (camera === null) return firstBounds(chosenBounds(board, { focus, thread }), mostZoom)
    return cameraToBounds({ center: [camera.lng, camera.lat], zoom: camera.zoom }, usualFrame)
  }, [board, camera, focus, thread, mostZoom])
}

/** The pictures of where the address says that a map looks; they follow it. Whole where nothing of the case is chosen. */
export function useStillView(mostZoom: number): PicturedView & { isWhole: boolean } {
  const board = useCase()
  const map = useAddressedCamera('')
  const focus = useFocus()
  const thread = useView((view) => view.thread)
  return useMemo(() => {
    const isWhole = map === null && focus === null && thread === null
    return { isWhole, ...planPictures(board, { map, focus, thread }, mostZoom) }
  }, [board, map, focus, thread, mostZoom])
}

/** Does what a map is asked to do where there is none that moves: the address says it, and the picture follows that. */
export function useStillCommands(region: RefObject<HTMLElement | null>, mostZoom: number): void {
  const shown = useStillBounds(mostZoom)
  const show = useEffectEvent((bounds: Bounds, near: boolean) => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = region.current ?? {}
    const frame = width > 0 && height > 0 ? { width, height } : usualFrame
    const { center, zoom } = boundsToCamera(firstBounds(bounds, mostZoom), frame)
    const most = near ? zoom : Math.min(zoom, boundsToCamera(shown, frame).zoom)
    replaceView({ map: { lng: center[0], lat: center[1], zoom: most } })
  })
  useEffect(() => onShowBounds(show), [])
  useEffect(() => onShowFocus(() => replaceView({ map: null })), [])
}
