/** What windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters. */
const LATIN_1 = /[\u0080-\u009f]/g
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

/**
 * A decoder by a label of the Encoding Standard. Node reads windows-1252 as Latin-1 in some of its releases
 * (https://github.com/nodejs/node/issues/56542), which costs dashes, curly quotation marks and the euro sign. Throws a
 * RangeError for a label that is none.
 */
export function createDecoder(label: string, options: { fatal?: boolean } = {}): Decoder {
  const decoder = new TextDecoder(label, options)
  if (decoder.encoding !== 'windows-1252') return decoder
  return { decode: (bytes, stream) => toWindows1252(decoder.decode(bytes, stream)) }
}

/** A text that was read as Latin-1 as windows-1252 has it. */
export function toWindows1252(text: string): string {
  return text.replace(LATIN_1, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter)
}
