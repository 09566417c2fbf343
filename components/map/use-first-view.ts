import { type RefObject, useRef, useState } from 'react'
import { type CaseIndex, useCase } from '@/lib/client/case-context'
import { useInitialSearch } from '@/lib/client/initial-search'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { cameraInFree, cameraPictures, type FirstPicture, firstBounds, framedPictures } from '@/lib/map/first-view'
import type { Camera, Choices, View } from '@/lib/url/view'
import { readView } from '@/lib/url/view-codec'
import { chosenBounds } from './focus-places'

/** The first view of the map, of which the server's picture and the live map are to show the very same. */
export interface FirstView {
  /** What is framed; null where the address has a camera. */
  bounds: Bounds | null
  pictures: readonly FirstPicture[]
  /** The part of the map that it fills. */
  free: RefObject<HTMLDivElement | null>
  /** Whether the server's picture is there, so that nothing of the map below it is seen. */
  isPictured(): boolean
  /** Where the live map has to begin to show the same; null where it is to begin elsewhere: something else was chosen meanwhile. */
  camera(container: HTMLElement, chosen: Pick<Choices, 'focus' | 'thread'>): Camera | null
}

/** What pictures of the map show: where the camera stands that an address says, else what is chosen. */
export function planPictures(
  board: CaseIndex,
  { map, focus, thread }: Pick<View, 'map' | 'focus' | 'thread'>,
  mostZoom: number,
): Pick<FirstView, 'bounds' | 'pictures'> {
  if (map !== null) return { bounds: null, pictures: cameraPictures({ center: [map.lng, map.lat], zoom: map.zoom }) }
  const bounds = firstBounds(chosenBounds(board, { focus, thread }), mostZoom)
  return { bounds, pictures: framedPictures(bounds, focus !== null) }
}

function planFirst(board: CaseIndex, search: string, mostZoom: number) {
  const view = readView(search)
  return { focus: view.focus, thread: view.thread, ...planPictures(board, view, mostZoom) }
}

/** The first view of the page's address, which stays what it was; null on a page whose query nobody knows. */
export function useFirstView(mostZoom: number): FirstView | null {
  const board = useCase()
  const search = useInitialSearch()
  const free = useRef<HTMLDivElement>(null)
  const [planned] = useState(() => (search === null ? null : planFirst(board, search, mostZoom)))
  if (planned === null) return null
  const { bounds, pictures, focus: first, thread: firstThread } = planned
  return {
    bounds,
    pictures,
    free,
    isPictured: () => (free.current?.querySelector('img')?.naturalWidth ?? 0) > 0,
    camera(container, { focus, thread }) {
      if (bounds === null || free.current === null) return null
      if (focus?.id !== first?.id || thread !== firstThread) return null
      const [map, part] = [container.getBoundingClientRect(), free.current.getBoundingClientRect()]
      const { width, height } = map
      const within = {
        left: part.left - map.left,
        top: part.top - map.top,
        right: part.right - map.left,
        bottom: part.bottom - map.top,
      }
      if (within.right - within.left < 1 || within.bottom - within.top < 1) return null
      const { center, zoom } = cameraInFree(bounds, within, { width, height })
      return { lng: center[0], lat: center[1], zoom }
    },
  }
}
