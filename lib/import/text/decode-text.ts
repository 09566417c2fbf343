import { readHead, readWhole } from '../read-whole'
import { ImportFault, type ImportInput, type ReadOptions } from '../row'
import { detectEncoding, type Encoding } from './detect-encoding'
import { createDecoder } from './text-decoder'

/** As much as tells an encoding: letters that are not ASCII may come late. */
const HEAD_BYTES = 256_000

function namedEncoding(label: string): Encoding {
  try {
    return { label: new TextDecoder(label).encoding, words: `read as ${label}, as you said`, isGuess: false }
  } catch {
    throw new ImportFault(
      `“${label}” is no encoding: name one of the Encoding Standard, as utf-8, windows-1251 or shift_jis`,
    )
  }
}

/** How a file of text is written, and the beginning of it. */
export async function findEncoding(
  input: ImportInput,
  { encoding }: ReadOptions,
): Promise<{ encoding: Encoding; head: string }> {
  const bytes = await readHead(input, HEAD_BYTES)
  const found = encoding === undefined ? detectEncoding(bytes) : namedEncoding(encoding)
  return { encoding: found, head: createDecoder(found.label).decode(bytes, { stream: true }) }
}

/**
 * The text of a file in pieces. What seemed to be UTF-8 and is not further on is read as windows-1252 from there:
 * `onBroken` learns of it once.
 */
export async function* decodeText(
  input: ImportInput,
  { label }: Encoding,
  onBroken: () => void,
): AsyncGenerator<string> {
  let decoder = createDecoder(label, { fatal: label === 'utf-8' })
  for await (const piece of input.pieces()) {
    try {
      yield decoder.decode(piece, { stream: true })
    } catch {
      onBroken()
      decoder = createDecoder('windows-1252')
      yield decoder.decode(piece, { stream: true })
    }
  }
  try {
    yield decoder.decode()
  } catch {
    onBroken()
  }
}

/** A whole text, and what was found out of how it is written. */
export async function readText(
  input: ImportInput,
  options: ReadOptions,
): Promise<{ text: string; encoding: Encoding }> {
  const bytes = await readWhole(input)
  const encoding = options.encoding === undefined ? detectEncoding(bytes) : namedEncoding(options.encoding)
  return { text: createDecoder(encoding.label).decode(bytes), encoding }
}
