import { createHash } from 'node:crypto'
import { limits } from '@/lib/limits'
import { type MediaType, mediaTypeOf } from '@/lib/media/media-type'
import { isStripped, type Stripped, stripMetadata } from '@/lib/media/metadata'
import type { EvidenceFile } from '@/lib/schema/evidence'
import type { Unread } from '@/lib/schema/parse-records'
import { readPictureHead } from './inspect-picture'

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A file of evidence, and what of it is published. */
export interface InspectedEvidence {
  file: EvidenceFile
  published: Buffer
  /** What was taken out of it; null where nothing is, as of films and documents. */
  metadata: Omit<Stripped, 'bytes'> | null
}

/** From this orientation on (Exif), a picture lies on its side; Chromium turns no WebP. */
const ON_SIDE = 5
const isTurned = (type: MediaType, orientation: number) => type !== 'image/webp' && orientation >= ON_SIDE

function describe(type: MediaType, published: Buffer, size: { width?: number; height?: number } = {}): EvidenceFile {
  return { type, bytes: published.length, sha256: sha256Of(published), ...size }
}

function inspectStill(bytes: Buffer, type: MediaType): InspectedEvidence | Unread {
  const head = readPictureHead(bytes)
  const stripped = stripMetadata(bytes, type)
  if (head?.isWhole !== true || stripped === null) return { reason: 'the picture ends too soon: copy the file anew' }
  if (head.moves === true || (type === 'image/png' && bytes.includes('acTL', 33, 'latin1')))
    return { reason: 'the picture moves: make a film of it, or save one frame' }
  const { width, height } = head
  if (width === 0 || height === 0) return { reason: 'the picture has no size' }
  const { pixels } = limits.evidence
  if (width * height > pixels)
    return { reason: `the picture has ${width} × ${height} pixels: it may have ${pixels / 1e6} million` }
  const { bytes: shown, ...metadata } = stripped
  const published = Buffer.from(shown.buffer, shown.byteOffset, shown.byteLength)
  const size = isTurned(type, metadata.orientation) ? { width: height, height: width } : { width, height }
  return { file: describe(type, published, size), published, metadata }
}

/**
 * What a file is by its bytes, whatever it is called, and what of it is published: pictures without their metadata, films
 * and documents as they are. Or why it can be no evidence. Never throws.
 */
export function inspectEvidence(bytes: Buffer): InspectedEvidence | Unread {
  const type = mediaTypeOf(bytes)
  if (type === null) return { reason: 'the file is no JPEG, PNG, WebP, MP4, WebM or PDF, whatever its name says' }
  return isStripped(type)
    ? inspectStill(bytes, type)
    : { file: describe(type, bytes), published: bytes, metadata: null }
}
