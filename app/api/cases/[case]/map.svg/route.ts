import { isLayerId } from '@/lib/map/layer-table'
import type { ThemeName } from '@/lib/map/theme'
import { findCase } from '@/lib/server/find-case'
import { cached } from '@/lib/server/http'
import { staticMapSvg } from '@/lib/server/static-map'

export const dynamic = 'force-dynamic'

/** Of the drawing, px; it is scaled to the element that shows it. */
const SIZE = { width: 1440, height: 900 }

/** `GET /api/cases/{case}/map.svg?theme=&layers=&place=`: the case's map as a still, for browsers without WebGL. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]/map.svg'>): Promise<Response> {
  const found = await findCase(request, (await params).case)
  if (found instanceof Response) return found
  const search = new URL(request.url).searchParams
  const theme: ThemeName = search.get('theme') === 'dark' ? 'dark' : 'light'
  const asked = search.get('layers')?.split(',').filter(isLayerId)
  const shown = [...found.layers].filter(([id]) => asked === undefined || asked.includes(id))
  const layers = shown.map(([id, { drawn }]) => ({ id, features: drawn.features }))
  const selected = search.get('place')
  const svg = await staticMapSvg({
    ...SIZE,
    bounds: found.linked.bounds,
    theme,
    layers,
    ...(selected !== null && { selected }),
  })
  const headers = { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-cache' }
  return cached(
    request,
    Buffer.from(svg),
    headers,
    `${found.version}-${theme}-${shown.map(([id]) => id).join('.')}-${selected ?? ''}`,
  )
}
