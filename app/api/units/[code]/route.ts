import { drawApart } from '@/app/drawing/draw-apart'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { placeIdPattern } from '@/lib/schema/plain-values'
import { unlessBusy } from '@/lib/server/drawing-turns'
import { cached, FOR_EVER, problem } from '@/lib/server/http'
import { unitsVersion } from '@/lib/server/units'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const keepDrawn = keepLatest<Buffer>(limits.unit.kept)

/**
 * `GET /api/units/{code}`: a country or a part of one with its outline, by its code, as `DE` or `DE-BY`. With `?v=<version>`
 * it may be kept for ever.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/units/[code]'>): Promise<Response> {
  const { code } = await params
  if (!placeIdPattern.test(code))
    return problem(request, 400, 'Not the code of a country or of a part of one', 'Ask for one as in /api/units/DE-BY.')
  return unlessBusy(request, async () => {
    const [version, body] = await Promise.all([
      unitsVersion(),
      keepDrawn(code, () => drawApart({ kind: 'unit', code })),
    ])
    if (body.toString() === 'null')
      return problem(
        request,
        404,
        'No such country or part of one',
        `The map of the world has none with the code “${code}”.`,
      )
    const isCurrent = new URL(request.url).searchParams.get('v') === version
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': isCurrent ? FOR_EVER : 'no-cache',
    }
    return cached(request, body, headers, version)
  })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
