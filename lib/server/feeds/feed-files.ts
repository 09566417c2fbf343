import { limits } from '@/lib/limits'
import type { CaseFiles, Unread } from '@/lib/schema/parse-records'
import { listFeedLayers } from './feed-layers'
import type { FeedKey, FeedStore } from './feed-store'

/** The feeds of a case, by its files. */
function listFeedKeys(caseId: string, files: CaseFiles): FeedKey[] {
  return listFeedLayers(files).flatMap(({ id: layerId, feed }) =>
    feed === undefined ? [] : [{ caseId, layerId, address: feed.address }],
  )
}

const sizeOf = (text: string | Unread) => (typeof text === 'string' ? Buffer.byteLength(text) : 0)

/**
 * A case's files with what its feeds have given, each as the file of its layer. Until a feed has given something, a file of
 * that name in the case's folder stands for it, as an exported case has one. Never rejects.
 */
export async function withFeedFiles(
  caseId: string,
  files: CaseFiles,
  store: Pick<FeedStore, 'readText'>,
): Promise<CaseFiles> {
  const keys = listFeedKeys(caseId, files)
  if (keys.length === 0) return files
  const joined = new Map<string, string | Unread>(files)
  let left = limits.case.bytes - [...files.values()].reduce((sum, text) => sum + sizeOf(text), 0)
  for (const key of keys) {
    const text = await store.readText(key)
    if (text === null) continue
    left -= sizeOf(text)
    const file = `layers/${key.layerId}.geojson`
    joined.set(file, left < 0 ? { reason: 'the case has no room left for what its feed gives' } : text)
  }
  return joined
}
