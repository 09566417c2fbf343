import { cachedJson, problem } from '@/lib/server/http'
import { nearestCoast } from '@/lib/server/nearest-coast'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /api/coast?at=<lng>,<lat>`: the coast nearest to a position: `{ point, distanceKm, country }`. */
export async function GET(request: Request): Promise<Response> {
  const match = /^(-?\d{1,3}(?:\.\d{1,8})?),(-?\d{1,2}(?:\.\d{1,8})?)$/.exec(
    new URL(request.url).searchParams.get('at') ?? '',
  )
  const [lng, lat] = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || Math.abs(lng) > 180 || Math.abs(lat) > 90)
    return problem(
      request,
      400,
      'Not a position',
      'Ask for ?at=<longitude>,<latitude> in degrees, as in ?at=15.4,54.9.',
    )
  return cachedJson(request, await nearestCoast([lng, lat]))
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
