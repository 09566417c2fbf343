import { createHash } from 'node:crypto'
import { limits } from '@/lib/limits'
import type { Unread } from '@/lib/schema/parse-records'
import type { PictureFile } from '@/lib/schema/picture'

/** What a picture says of itself in its first bytes: `isWhole` where its end is there too, `moves` where it has several frames. */
export interface PictureHead {
  type: PictureFile['type']
  width: number
  height: number
  isWhole: boolean
  moves?: boolean
}

/** EOI, which does not occur within what is packed; a small picture in the head has one of its own before the frame. */
const JPEG_END = Buffer.from([0xff, 0xd9])

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** PNG 3.0 §5.2 and §11.2.1: its signature, then its header. */
function readPng(bytes: Buffer): PictureHead | null {
  if (!bytes.subarray(0, 8).equals(PNG) || bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null
  const isWhole = bytes.includes('IEND', 33, 'latin1')
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isWhole }
}

/** Segments of a JPEG (ITU T.81 B.1.1.3) that hold a frame's size: SOF0 to SOF15, less DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function readJpeg(bytes: Buffer): PictureHead | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return { type: 'image/jpeg', height, width, isWhole: bytes.includes(JPEG_END, at) }
    }
    // Bytes that only fill may stand before a marker.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** RFC 9649: a RIFF file whose first chunk is lossy, lossless or extended. */
function readWebp(bytes: Buffer): PictureHead | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null
  const own = { type: 'image/webp' as const, isWhole: bytes.readUInt32LE(4) + 8 <= bytes.length }
  switch (bytes.toString('latin1', 8, 16)) {
    case 'WEBPVP8 ':
      return { ...own, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'WEBPVP8L': {
      const packed = bytes.readUInt32LE(21)
      return { ...own, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    }
    case 'WEBPVP8X': {
      const moves = ((bytes[20] ?? 0) & 2) !== 0
      return { ...own, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, moves }
    }
    default:
      return null
  }
}

/** What a picture's first bytes say of it, whatever its file is called; null for anything but PNG, JPEG and WebP. Never throws. */
export function readPictureHead(bytes: Buffer): PictureHead | null {
  return readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes)
}

/**
 * What a picture's bytes are, whatever its file is called; or why it is not shown. Anything but PNG, JPEG and WebP is
 * refused, an SVG above all: it may hold scripts and fetch from elsewhere. Never throws.
 */
export function inspectPicture(bytes: Buffer): PictureFile | Unread {
  const head = readPictureHead(bytes)
  const { side } = limits.picture
  if (head === null) return { reason: 'the file is no PNG, JPEG or WebP, whatever its name says' }
  if (!head.isWhole) return { reason: 'the picture ends too soon: copy the file anew' }
  if (head.moves === true) return { reason: 'the picture moves: save one frame of it' }
  if (head.width === 0 || head.height === 0) return { reason: 'the picture has no size' }
  if (head.width > side || head.height > side)
    return { reason: `the picture has ${head.width} × ${head.height} pixels: no side may have more than ${side}` }
  return { type: head.type, version: createHash('sha256').update(bytes).digest('hex').slice(0, 12) }
}
