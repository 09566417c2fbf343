import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import type { Unread } from '@/lib/schema/parse-records'
import type { PictureFile } from '@/lib/schema/picture'
import { findArchive } from './case-bytes'
import { caseFolder } from './case-folder'
import { inspectTile } from './inspect-picture-tiles'
import { archiveSource, openTiles, type ReadTile } from './read-archive'

const keepArchive = keepLatest<ReadTile>(limits.pictureTiles.openArchives)

/** The archive as it lies there now. */
async function openArchive(caseId: string, file: string, version: string): Promise<ReadTile> {
  const found = await findArchive(await caseFolder(caseId), file)
  if ('reason' in found) throw new Error(found.reason)
  const { path, about } = found
  return keepArchive(JSON.stringify([path, about.size, about.mtimeMs, version]), async () => {
    return (await openTiles(archiveSource(path, about.size), limits.pictureTiles.tileBytes)).read
  })
}

export interface PictureTile {
  type: PictureFile['type']
  bytes: Buffer
}

/**
 * A tile of a picture that is an archive, `file` as its layer names it, or why it is not shown; null where it has none. Throws
 * an Error where the file cannot be read now.
 */
export async function readPictureTile(
  caseId: string,
  file: string,
  version: string,
  [z, x, y]: readonly [z: number, x: number, y: number],
): Promise<PictureTile | Unread | null> {
  const read = await openArchive(caseId, file, version)
  const bytes = await read(z, x, y).catch((error: unknown) => {
    // What the system says may pass; what an archive says of itself does not.
    if (!(error instanceof Error) || 'code' in error) throw error
    return { reason: `cannot be read: ${error.message}` }
  })
  if (bytes === null) return null
  const told = Buffer.isBuffer(bytes) ? inspectTile(bytes) : bytes
  if (!Buffer.isBuffer(bytes) || 'reason' in told) return { reason: 'reason' in told ? told.reason : '' }
  return { type: told.type, bytes }
}
