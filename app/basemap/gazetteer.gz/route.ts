import { gazetteerVersion, readGazetteerFile } from '@/lib/server/gazetteer'
import { cachedPicture } from '@/lib/server/http'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /basemap/gazetteer.gz`: the whole gazetteer, for the page that reads a table whose rows only name their places. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'content-type': 'application/gzip', 'cache-control': 'no-cache' }
  return cachedPicture(request, await readGazetteerFile(), headers, await gazetteerVersion())
}

export {
  plainReadOnly as DELETE,
  plainReadOnly as PATCH,
  plainReadOnly as POST,
  plainReadOnly as PUT,
} from '@/lib/server/http'
