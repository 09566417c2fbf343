import { basemapVersion, readRelief } from '@/lib/server/basemap-files'
import { cachedPicture } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The shaded relief under the map. Kept for ever under its version, asked for anew without one. */
export async function GET(request: Request): Promise<Response> {
  const [relief, version] = await Promise.all([readRelief(), basemapVersion()])
  const current = new URL(request.url).searchParams.get('v') === version
  const headers = {
    'content-type': 'image/webp',
    'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  return cachedPicture(request, relief, headers, version)
}
