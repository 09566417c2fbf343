import { createHash } from 'node:crypto'
import { isLayerId } from '@/lib/map/layer-table'
import type { ThemeName } from '@/lib/map/theme'
import { findCase } from '@/lib/server/find-case'
import { cached, isCurrent } from '@/lib/server/http'
import { staticMapSvg } from '@/lib/server/static-map'

export const dynamic = 'force-dynamic'

/** Of the drawing, px; it is scaled to the element that shows it. */
const SIZE = { width: 1440, height: 900 }

/** `GET /api/cases/{case}/map.svg?theme=&layers=&places=`: the case's map as a still, for browsers without WebGL. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]/map.svg'>): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const search = new URL(request.url).searchParams
  const theme: ThemeName = search.get('theme') === 'dark' ? 'dark' : 'light'
  const asked = search.get('layers')?.split(',').filter(isLayerId)
  const shown = [...found.layers].filter(([id]) => asked === undefined || asked.includes(id))
  const named = new Set(search.get('places')?.split(','))
  const selected = found.linked.places.map(({ id }) => id).filter((id) => named.has(id))

  const shownIds = shown.map(([id]) => id)
  const etag = createHash('sha256')
    .update(JSON.stringify([found.version, theme, shownIds, selected]))
    .digest('hex')
  const headers = { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-cache' }
  if (isCurrent(request, etag)) return cached(request, Buffer.alloc(0), headers, etag)
  const layers = shown.map(([id, { drawn }]) => ({ id, features: drawn.features }))
  const svg = await staticMapSvg({ ...SIZE, bounds: found.linked.bounds, theme, layers, selected })
  return cached(request, Buffer.from(svg), headers, etag)
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
