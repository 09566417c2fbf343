/** What evidence may be: pictures and films that every browser shows, and PDF, as HTTP names them. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/webm',
  'application/pdf',
] as const
export type MediaType = (typeof mediaTypes)[number]

/** How a file of each type ends. */
export const mediaEndings: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
}

/** Characters of a file, a byte each; fewer where it ends before. */
export function textAt(bytes: Uint8Array, from: number, length: number): string {
  return Array.from(bytes.subarray(from, from + length), (byte) => String.fromCharCode(byte)).join('')
}

/** Major brands (ISO/IEC 14496-12 §4.3) of films that browsers play; QuickTime and still pictures, as HEIC, have others. */
const FILM_BRAND = /^(iso[m2-9]|mp4[12]|avc1|M4V |dash|MSNV)$/
const EBML = '\x1a\x45\xdf\xa3'
/** A WebM file says what it is in its first element. */
const EBML_HEAD = 64

/** What a file is by its first bytes, whatever it is called; null for anything that evidence may not be. Never throws. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (textAt(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (textAt(bytes, 4, 4) === 'ftyp' && FILM_BRAND.test(textAt(bytes, 8, 4))) return 'video/mp4'
  // DocType is element 42 82, its length, its text (RFC 8794 §11.2.7); Matroska has another.
  if (textAt(bytes, 0, 4) === EBML && textAt(bytes, 0, EBML_HEAD).includes('\x42\x82\x84webm')) return 'video/webm'
  if (/^%PDF-[12]\.\d/.test(textAt(bytes, 0, 8))) return 'application/pdf'
  return null
}
