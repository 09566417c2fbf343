import { createHash } from 'node:crypto'
import { overlayWords } from '@/app/overlay-words'
import { readOverlays } from '@/app/read-overlays'
import { readVisible, stillBounds } from '@/app/read-visible'
import type { DrawnProperties } from '@/lib/derive/drawn-feature'
import { ringsOutside } from '@/lib/derive/marks-in-time'
import { visibleLayers } from '@/lib/derive/visible-layers'
import type { ThemeName } from '@/lib/map/theme'
import { readDrawn } from '@/lib/server/build-case'
import { findCase } from '@/lib/server/case-store'
import { cached, isCurrent } from '@/lib/server/http'
import { staticMapSvg } from '@/lib/server/static-map'
import { readStillSize, stillSize } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'

export const dynamic = 'force-dynamic'

/**
 * `GET /api/cases/{case}/map.svg?places=&size=` and the keys of a view: the case's map as a still, for browsers without
 * WebGL and for paper. `places` are marked as selected.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]/map.svg'>): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const { search, searchParams } = new URL(request.url)
  const view = readView(search)
  const size = readStillSize(searchParams.get('size')) ?? stillSize
  const theme: ThemeName = view.theme ?? 'light'
  const bounds = view.map === null ? found.linked.bounds : stillBounds(found.linked, view, size)
  const { place: seen, quotation: heard } = readVisible(found.linked, view, size).shown
  const visible = visibleLayers(found.linked, view.layers)
  const shown = found.linked.layers.filter(({ id }) => visible.includes(id))
  const named = new Set(searchParams.get('places')?.split(','))
  const selected = found.linked.places.map(({ id }) => id).filter((id) => named.has(id))

  const otherDays = new Set(ringsOutside(found.linked.places, view.time).map(({ id }) => id))
  const shownIds = shown.map(({ id }) => id)
  const overlays = readOverlays(found, view, heard, await overlayWords())
  const etag = createHash('sha256')
    .update(
      JSON.stringify([found.version, theme, shownIds, selected, size, bounds, [...seen], [...otherDays], overlays]),
    )
    .digest('hex')
  const headers = { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-cache' }
  if (isCurrent(request, etag)) return cached(request, Buffer.alloc(0), headers, etag)
  const layers = shown.map((layer) => {
    const isSeen = ({ place, key }: DrawnProperties) => seen.has(place) && !otherDays.has(key)
    const features = readDrawn(found.layers.get(layer.id))
    return { ...layer, features: features.filter(({ properties }) => isSeen(properties)) }
  })
  const { emphasis = [] } = found.linked
  const svg = await staticMapSvg({ ...size, bounds, theme, layers, selected, overlays, emphasis })
  return cached(request, Buffer.from(svg), headers, etag)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
