import { open } from 'node:fs/promises'
import { type ArchiveName, archivePath, basemapVersion } from './basemap-archive'
import { sendRange } from './send-range'

/** Answers with an archive of the basemap, or the range of it that is asked for: what readers of the format need. */
export async function sendArchive(request: Request, name: ArchiveName): Promise<Response> {
  const headers = { 'content-type': 'application/vnd.pmtiles', 'cache-control': 'no-cache' }
  return sendRange(request, await open(archivePath(name)), await basemapVersion(), headers)
}
