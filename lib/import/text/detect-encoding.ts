import { guessLegacy } from './guess-legacy'

/** How a text is written, and how that is known. */
export interface Encoding {
  /** A label of the Encoding Standard, as TextDecoder takes it. */
  label: string
  /** What is told of it. */
  words: string
  isGuess: boolean
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', words: 'UTF-8 with a byte order mark' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', words: 'UTF-16 (little-endian) with a byte order mark' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', words: 'UTF-16 (big-endian) with a byte order mark' },
] as const

/** The share of zeros at even and at odd places: of Latin letters in UTF-16 one half of each pair is zero. */
function zeroShares(bytes: Uint8Array): [even: number, odd: number] {
  let [even, odd] = [0, 0]
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = Math.max(1, bytes.length / 2)
  return [even / half, odd / half]
}

/** Whether bytes are UTF-8 as far as they go: the last character may be cut. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** How the text that begins with these bytes is written. Never throws. */
export function detectEncoding(head: Uint8Array): Encoding {
  for (const { bytes, label, words } of marks)
    if (bytes.every((byte, index) => head[index] === byte)) return { label, words, isGuess: false }
  const [even, odd] = zeroShares(head)
  // Of letters that are not Latin only marks, spaces and line breaks have a half of zero.
  if (odd > 0.02 && even < odd / 4) return { label: 'utf-16le', words: 'UTF-16 (little-endian)', isGuess: true }
  if (even > 0.02 && odd < even / 4) return { label: 'utf-16be', words: 'UTF-16 (big-endian)', isGuess: true }
  if (isUtf8(head)) return { label: 'utf-8', words: 'UTF-8', isGuess: false }
  const label = guessLegacy(head)
  return {
    label,
    words: `not UTF-8: read as ${label}`,
    isGuess: true,
  }
}
