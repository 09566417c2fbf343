import { realpath } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { isPictureName, type PictureFile } from '@/lib/schema/picture'
import { readBytes } from './case-bytes'
import { dataFolder } from './case-folder'
import { inspectPicture } from './inspect-picture'
import type { ValidTexts } from './last-valid-store'

/** A picture as it lies beside its case now. */
export interface ShownPicture extends PictureFile {
  bytes: Buffer
}

/** Reads a picture of a case, `file` as its layer names it. Throws an Error with the reason where it cannot be shown. */
export async function readPictureFile(caseId: string, file: string): Promise<ShownPicture> {
  const folder = await realpath(path.join(dataFolder(), 'cases', caseId))
  const bytes = await readBytes({ id: caseId, path: folder }, file, limits.picture.bytes)
  const told = Buffer.isBuffer(bytes) ? inspectPicture(bytes) : bytes
  if (!Buffer.isBuffer(bytes) || 'reason' in told) throw new Error('reason' in told ? told.reason : file)
  return { ...told, bytes }
}

/** The pictures among a case's files, as they lie beside it; what cannot be read is left out. */
export async function readPictureFiles(caseId: string, files: ValidTexts): Promise<ReadonlyMap<string, Buffer>> {
  const names = [...files.keys()].filter(isPictureName)
  const read = await Promise.allSettled(names.map((name) => readPictureFile(caseId, name)))
  return new Map(
    read.flatMap((each, at) => (each.status === 'fulfilled' ? [[names[at] ?? '', each.value.bytes] as const] : [])),
  )
}

/** Sides of a picture on a still map, px: beyond the larger one no still shows more, and an SVG may hold no longer text. */
const STILL_SIDE = { opaque: 2048, transparent: 1024 } as const
const JPEG_QUALITY = 85
const keepStill = keepLatest<string>(limits.drawing.kept, ({ length }) => length, limits.picture.keptBytes)

async function makeStill(bytes: Buffer): Promise<string> {
  const picture = sharp(bytes, { limitInputPixels: limits.picture.side ** 2 })
  const { hasAlpha } = await picture.metadata()
  const side = hasAlpha ? STILL_SIDE.transparent : STILL_SIDE.opaque
  const fitted = picture.autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  // What draws an SVG as pixels knows no WebP.
  const drawn = hasAlpha ? fitted.png() : fitted.jpeg({ quality: JPEG_QUALITY })
  const still = await drawn.timeout({ seconds: limits.drawing.ms / 1000 }).toBuffer()
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${still.toString('base64')}`
}

/** A picture as a `data:` address for still maps, drawn anew and no larger than these need. Throws where it cannot be. */
export async function stillPicture(caseId: string, file: string, { version }: PictureFile): Promise<string> {
  return keepStill(`${caseId}/${version}`, async () => makeStill((await readPictureFile(caseId, file)).bytes))
}
