import { focusPlaces } from '@/components/map/focus-places'
import type { Bounds } from '@/components/map/map-contract'
import type { CaseIndex } from '@/lib/client/case-context'
import { currentView } from '@/lib/client/view-store'
import { boundsToCamera } from '@/lib/geo/bounds-to-camera'
import type { Frame } from '@/lib/geo/camera-to-bounds'
import type { ThemeName } from '@/lib/map/theme'
import { stillMapAddress } from '@/lib/url/still-map-address'

/** The map as the server draws it, where the browser cannot. */
export async function loadStillMap(
  board: CaseIndex,
  bounds: Bounds,
  { width, height }: Frame,
  theme: ThemeName,
): Promise<HTMLImageElement> {
  const size = { width: Math.round(width), height: Math.round(height) }
  const { center, zoom } = boundsToCamera(bounds, size)
  const view = { ...currentView(), theme, map: { lng: center[0], lat: center[1], zoom } }
  const selected = focusPlaces(board, view.focus).map(({ id }) => id)
  const image = new Image(size.width, size.height)
  image.src = stillMapAddress(board.linked, view, size, selected)
  await image.decode()
  return image
}
