import { limits } from '@/lib/limits'
import { describePosition, findPlaces } from '@/lib/server/gazetteer'
import { cachedJson, problem } from '@/lib/server/http'
import { readPoint } from '@/lib/url/drawing-codec'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const { typedCharacters, places: mostPlaces } = limits.gazetteer

function refuse(request: Request, detail: string): Promise<Response> {
  return problem(request, 400, 'Not a question for the gazetteer', detail)
}

/**
 * `GET /api/gazetteer?q=…`: places of the world by name, the likeliest first; `near=<lng>,<lat>` says what they are likelier to
 * be near, `lang` in which language they are answered, `limit` how many. `GET /api/gazetteer?at=<lng>,<lat>`: the country, its
 * part, the nearest town and the time zone of a position.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const [at, near] = [asked.get('at'), asked.get('near')].map((text) => (text === null ? null : readPoint(text, 90)))
  const language = asked.get('lang') ?? 'en'
  if (asked.has('at')) {
    if (at == null) return refuse(request, 'Ask for ?at=<longitude>,<latitude> in degrees, as in ?at=15.4,54.9.')
    return cachedJson(request, await describePosition(at, language))
  }
  const typed = asked.get('q')?.trim() ?? ''
  if (typed === '' || typed.length > typedCharacters)
    return refuse(
      request,
      `Ask for ?q=<name>, of 1 to ${typedCharacters} characters, or for ?at=<longitude>,<latitude>.`,
    )
  if (asked.has('near') && near == null) return refuse(request, 'Give near=<longitude>,<latitude> in degrees.')
  const limit = Number(asked.get('limit') ?? 8)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostPlaces)
    return refuse(request, `At most ${mostPlaces} places are answered: give limit=1 to ${mostPlaces}.`)
  return cachedJson(request, { places: await findPlaces(typed, near ?? undefined, language, limit) })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
