import { drawApart } from '@/app/drawing/draw-apart'
import { unlessBusy } from '@/lib/server/drawing-turns'
import { cachedJson, problem } from '@/lib/server/http'
import { readPoint } from '@/lib/url/drawing-codec'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /api/coast?at=<lng>,<lat>`: the coast nearest to a position: `{ point, distanceKm, country }`. */
export async function GET(request: Request): Promise<Response> {
  const at = readPoint(new URL(request.url).searchParams.get('at') ?? '', 90)
  if (at === null)
    return problem(
      request,
      400,
      'Not a position',
      'Ask for ?at=<longitude>,<latitude> in degrees, as in ?at=15.4,54.9.',
    )
  return unlessBusy(request, async () => {
    const found = await drawApart({ kind: 'coast', at })
    return cachedJson(request, JSON.parse(found.toString()))
  })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
