import { type FoundMetadata, readExif, writeOrientation } from './exif'
import { type MediaType, textAt } from './media-type'
import { listJpegParts, listPngParts, listWebpParts, type PicturePart } from './picture-parts'

/** Kinds of metadata that a picture may hold beside Exif; what they say is not read, and they are taken out. */
export type MetadataKind = 'exif' | 'xmp' | 'iptc' | 'text' | 'other'

/** A picture without its metadata, and what these were. */
export interface Stripped {
  bytes: Uint8Array
  found: FoundMetadata
  kinds: MetadataKind[]
  /** How browsers turn it, 1 to 8 (Exif 3.0 §4.6.5); from 5 on its width and height change places. */
  orientation: number
}

/** How one format holds a picture's parts. */
interface Format {
  list(bytes: Uint8Array): PicturePart[] | null
  /** Whether the picture looks another without the part. */
  isShown(part: PicturePart, bytes: Uint8Array): boolean
  /** Where a part's Exif begins; null for one that holds none. */
  exifAt(part: PicturePart, bytes: Uint8Array): number | null
  kindOf(part: PicturePart, bytes: Uint8Array): MetadataKind
  /** The picture of these parts, turned as this block says. */
  write(bytes: Uint8Array, parts: readonly PicturePart[], exif: Uint8Array | null): Uint8Array
}

/** Bytes one after the other. */
function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const bigEndian = (number: number) => Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number)
const littleEndian = (number: number) => bigEndian(number).reverse()
/** A part as it stands in its file, which is never changed: of a Buffer, `slice` would be no copy. */
const pieceOf = (bytes: Uint8Array, { from, to }: PicturePart) => bytes.subarray(from, to)

const JPEG_EXIF = 'Exif\0\0'
/** JFIF with no small picture in it, which would show what was cut off of the large one. */
const JFIF_LENGTH = 14

/** Segments that the picture is made of (ITU T.81 table B.1): frames, tables, scans, the interval of restarts, its lines and its end. */
const JPEG_SHOWN = new Set('c0 c1 c2 c3 c4 c5 c6 c7 c9 ca cb cc cd ce cf d9 da db dc dd'.split(' '))
/** All that programs read of Adobe's segment: how colours are meant. */
const ADOBE_LENGTH = 12

/** A segment cut to its first bytes, with its length put right. */
function cut(piece: Uint8Array, length: number): Uint8Array {
  const short = Uint8Array.from(piece.subarray(0, 4 + length))
  short.set([0, 2 + length], 2)
  return short
}

const jpeg: Format = {
  list: listJpegParts,
  isShown: ({ name, body }, bytes) => {
    if (name === 'e0') return textAt(bytes, body, 5) === 'JFIF\0'
    if (name === 'e2') return textAt(bytes, body, 12) === 'ICC_PROFILE\0'
    if (name === 'ee') return textAt(bytes, body, 5) === 'Adobe'
    return JPEG_SHOWN.has(name)
  },
  exifAt: ({ name, body }, bytes) => (name === 'e1' && textAt(bytes, body, 6) === JPEG_EXIF ? body + 6 : null),
  kindOf: ({ name, body }, bytes) => {
    if (name === 'e1') return textAt(bytes, body, 6) === JPEG_EXIF ? 'exif' : 'xmp'
    return name === 'ed' ? 'iptc' : name === 'fe' ? 'text' : 'other'
  },
  write(bytes, parts, exif) {
    const pieces = parts.map((part) => {
      const piece = pieceOf(bytes, part)
      const length = part.end - part.body
      if (part.name === 'ee' && length > ADOBE_LENGTH) return cut(piece, ADOBE_LENGTH)
      if (part.name !== 'e0' || length < JFIF_LENGTH) return piece
      const bare = cut(piece, JFIF_LENGTH)
      bare.set([0, 0], 4 + JFIF_LENGTH - 2)
      return bare
    })
    if (exif !== null) {
      const own = join([
        latin(`\xff\xe1\0${String.fromCharCode(2 + JPEG_EXIF.length + exif.length)}${JPEG_EXIF}`),
        exif,
      ])
      // JFIF has to be the first.
      pieces.splice(parts[0]?.name === 'e0' ? 1 : 0, 0, own)
    }
    return join([latin('\xff\xd8'), ...pieces])
  },
}

/** Chunks of PNG 3.0 that say how its pixels are to be drawn. */
const PNG_SHOWN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD hIST pHYs sPLT'.split(' '),
)

/** The checksum of a chunk (PNG 3.0 annex D), which covers its name and what it holds. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** The last chunk, which holds nothing. */
const PNG_END = join([bigEndian(0), latin('IEND'), bigEndian(0xae426082)])

const png: Format = {
  list: listPngParts,
  isShown: ({ name }) => PNG_SHOWN.has(name),
  exifAt: ({ name, body }) => (name === 'eXIf' ? body : null),
  kindOf: ({ name, body }, bytes) => {
    if (name === 'eXIf') return 'exif'
    if (name === 'iTXt' && textAt(bytes, body, 17) === 'XML:com.adobe.xmp') return 'xmp'
    return /^(tEXt|[iz]TXt)$/.test(name) ? 'text' : 'other'
  },
  write(bytes, parts, exif) {
    const pieces = parts.map((part) => (part.name === 'IEND' ? PNG_END : pieceOf(bytes, part)))
    if (exif !== null) {
      const named = join([latin('eXIf'), exif])
      pieces.splice(1, 0, join([bigEndian(exif.length), named, bigEndian(crc32(named))]))
    }
    return join([bytes.subarray(0, 8), ...pieces])
  },
}

const WEBP_SHOWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
/** Flags of VP8X (RFC 9649 §2.7.1). */
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04]

const webp: Format = {
  list: listWebpParts,
  isShown: ({ name }) => WEBP_SHOWN.has(name),
  // Some programs begin it as in a JPEG.
  exifAt: ({ name, body }, bytes) =>
    name === 'EXIF' ? body + (textAt(bytes, body, 6) === JPEG_EXIF ? JPEG_EXIF.length : 0) : null,
  kindOf: ({ name }) => (name === 'EXIF' ? 'exif' : name === 'XMP ' ? 'xmp' : 'other'),
  write(bytes, parts, exif) {
    const pieces = parts.map((part) => {
      const piece = Uint8Array.from(pieceOf(bytes, part))
      const flags = piece[8]
      if (part.name === 'VP8X' && flags !== undefined)
        piece[8] = (flags & ~(HAS_EXIF | HAS_XMP)) | (exif === null ? 0 : HAS_EXIF)
      // A last chunk that lacks its filling byte may no longer be the last.
      return piece.length % 2 === 0 ? piece : join([piece, Uint8Array.of(0)])
    })
    if (exif !== null) pieces.push(join([latin('EXIF'), littleEndian(exif.length), exif]))
    const body = join([latin('WEBP'), ...pieces])
    return join([latin('RIFF'), littleEndian(body.length), body])
  },
}

const formats: Readonly<Partial<Record<MediaType, Format>>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
}

/** Whether metadata are taken out of files of this type. */
export function isStripped(type: MediaType): boolean {
  return formats[type] !== undefined
}

/**
 * A picture without its metadata, pixel for pixel the same: of its file those parts alone stay that say how it looks, and
 * how it is turned. Nothing after its end stays either. Null for what is no whole picture of this type. Never throws.
 */
export function stripMetadata(bytes: Uint8Array, type: MediaType): Stripped | null {
  const format = formats[type]
  const parts = format?.list(bytes) ?? null
  if (format === undefined || parts === null) return null
  const shown: PicturePart[] = []
  const hidden: PicturePart[] = []
  for (const part of parts) (format.isShown(part, bytes) ? shown : hidden).push(part)
  const [exif] = hidden.flatMap((part) => {
    const at = format.exifAt(part, bytes)
    return at === null || at > part.end ? [] : readExif(bytes.subarray(at, part.end))
  })
  const { found, orientation } = exif ?? { found: {}, orientation: 1 }
  const kinds = [...new Set(hidden.map((part) => format.kindOf(part, bytes)))]
  return { bytes: format.write(bytes, shown, writeOrientation(orientation)), found, kinds, orientation }
}
