import sharp, { type Sharp } from 'sharp'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { isArchiveName, isPictureName, type PictureFile } from '@/lib/schema/picture'
import { readBytes } from './case-bytes'
import { caseFolder } from './case-folder'
import { inspectPicture } from './inspect-picture'
import type { ValidTexts } from './last-valid-store'

/** A picture as it lies beside its case now. */
export interface ShownPicture extends PictureFile {
  bytes: Buffer
}

/** Reads a picture of a case, `file` as its layer names it. Throws an Error with the reason where it cannot be shown. */
export async function readPictureFile(caseId: string, file: string): Promise<ShownPicture> {
  const bytes = await readBytes(await caseFolder(caseId), file, limits.picture.bytes)
  const told = Buffer.isBuffer(bytes) ? inspectPicture(bytes) : bytes
  if (!Buffer.isBuffer(bytes) || 'reason' in told) throw new Error('reason' in told ? told.reason : file)
  return { ...told, bytes }
}

/** The pictures among a case's files, as they lie beside it; what cannot be read, and archives beyond what a zip may have, is left out. */
export async function readPictureFiles(caseId: string, files: ValidTexts): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>()
  let left: number = limits.pictureTiles.zippedBytes
  for (const name of [...files.keys()].filter(isPictureName)) {
    const bytes = isArchiveName(name)
      ? await readBytes(await caseFolder(caseId), name, left, left)
      : await readPictureFile(caseId, name).then(
          (read) => read.bytes,
          () => null,
        )
    if (!Buffer.isBuffer(bytes)) continue
    if (isArchiveName(name)) left -= bytes.length
    found.set(name, bytes)
  }
  return found
}

/** Sides of a picture on a still map, px: beyond the larger one no still shows more, and an SVG may hold no longer text. */
export const STILL_SIDE = { opaque: 2048, transparent: 1024 } as const
const JPEG_QUALITY = 85
const keepStill = keepLatest<string>(limits.drawing.kept, ({ length }) => length, limits.picture.keptBytes)

/** A picture as a `data:` address, no larger than a still map needs. */
export async function writeStill(picture: Sharp, hasAlpha: boolean): Promise<string> {
  const side = hasAlpha ? STILL_SIDE.transparent : STILL_SIDE.opaque
  const fitted = picture.autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  // What draws an SVG as pixels knows no WebP.
  const drawn = hasAlpha ? fitted.png() : fitted.jpeg({ quality: JPEG_QUALITY })
  const still = await drawn.timeout({ seconds: limits.drawing.ms / 1000 }).toBuffer()
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${still.toString('base64')}`
}

async function makeStill(bytes: Buffer): Promise<string> {
  const picture = sharp(bytes, { limitInputPixels: limits.picture.side ** 2 })
  return writeStill(picture, (await picture.metadata()).hasAlpha)
}

/** A picture as a `data:` address for still maps, drawn anew and no larger than these need. Throws where it cannot be. */
export async function stillPicture(caseId: string, file: string, { version }: PictureFile): Promise<string> {
  return keepStill(`${caseId}/${version}`, async () => makeStill((await readPictureFile(caseId, file)).bytes))
}
