import { textAt } from './media-type'

/** A part of a picture's file as it stands there: what it is called, and from where to where, with its own head. */
export interface PicturePart {
  name: string
  from: number
  to: number
  /** Where what it holds begins, and ends. */
  body: number
  end: number
}

/** A picture that a program has written has some hundreds; one of more is made to keep whoever reads it busy. */
const MOST_PARTS = 100_000

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the packed picture ends that begins at `from`: at the first marker that is none of its own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/**
 * The segments of a JPEG (ITU T.81 B.1.1) from its first to its end of image, each named by its marker, `e1`; packed data
 * belongs to the `da` before it. What stands after the end is none of them. Null where it ends too soon. Never throws.
 */
export function listJpegParts(bytes: Uint8Array): PicturePart[] | null {
  if (textAt(bytes, 0, 2) !== '\xff\xd8') return null
  const parts: PicturePart[] = []
  let at = 2
  while (bytes[at] === 0xff && parts.length < MOST_PARTS) {
    const marker = bytes[at + 1]
    // Bytes that only fill may stand before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) {
      parts.push({ name: 'd9', from: at, to: at + 2, body: at + 2, end: at + 2 })
      return parts
    }
    if (marker === undefined || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length)
      return null
    const end = at + 2 + viewOf(bytes).getUint16(at + 2)
    if (end < at + 4 || end > bytes.length) return null
    const to = marker === 0xda ? endOfScan(bytes, end) : end
    parts.push({ name: marker.toString(16), from: at, to, body: at + 4, end })
    at = to
  }
  return null
}

/** The chunks of a PNG (PNG 3.0 §5.3) from IHDR to IEND. Null where it ends too soon. Never throws. */
export function listPngParts(bytes: Uint8Array): PicturePart[] | null {
  const parts: PicturePart[] = []
  const view = viewOf(bytes)
  let at = 8
  while (at + 12 <= bytes.length && parts.length < MOST_PARTS) {
    const length = view.getUint32(at)
    const to = at + 12 + length
    if (to > bytes.length) return null
    const name = textAt(bytes, at + 4, 4)
    parts.push({ name, from: at, to, body: at + 8, end: at + 8 + length })
    if (name === 'IEND') return parts
    at = to
  }
  return null
}

/** The chunks of a WebP (RFC 9649 §2.3), as far as its head says that it goes. Null where it ends too soon. Never throws. */
export function listWebpParts(bytes: Uint8Array): PicturePart[] | null {
  if (bytes.length < 12) return null
  const view = viewOf(bytes)
  const whole = 8 + view.getUint32(4, true)
  if (whole > bytes.length) return null
  const parts: PicturePart[] = []
  let at = 12
  while (at + 8 <= whole && parts.length < MOST_PARTS) {
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > whole) return null
    // Chunks begin at even bytes; of the last one some programs leave the filling byte out.
    const to = Math.min(end + (end % 2), whole)
    parts.push({ name: textAt(bytes, at, 4), from: at, to, body: at + 8, end })
    at = to
  }
  return parts.length === 0 || at + 8 <= whole ? null : parts
}
