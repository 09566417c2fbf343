import { themes } from '@/lib/map/theme'
import { cachedJson, problem } from '@/lib/server/http'
import { readStreet, streetSetting } from '@/lib/server/street-archive'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /api/street?theme=light|dark&lang=…`: the street map's facts and its layers in the theme's colours; 404 without one, 503 where it cannot be had. */
export async function GET(request: Request): Promise<Response> {
  const named = streetSetting()
  if (named === null) return problem(request, 404, 'No street map', 'CASEBOARD_BASEMAP names none.')
  const asked = new URL(request.url).searchParams
  const theme = asked.get('theme') === 'dark' ? themes.dark : themes.light
  const language = /^[a-z]{2}$/.test(asked.get('lang') ?? '') ? (asked.get('lang') ?? 'en') : 'en'
  try {
    const { version, tiles, attribution, draw } = await readStreet(named)
    const sources = tiles.map(({ read: _, ...facts }) => facts)
    return cachedJson(request, { version, sources, attribution, ...draw(theme, language) })
  } catch {
    return problem(
      request,
      503,
      'No street map',
      'What CASEBOARD_BASEMAP names cannot be had; the map of the world stays.',
    )
  }
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
