import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** A text with what tells whether it is a source's own. */
export interface HeldText {
  text: string
  sha256: string
}

/** Reads the text of a source. Throws an Error where the file cannot be read or is not UTF-8, in which passages count. */
export async function readHeld(file: string): Promise<HeldText> {
  const bytes = await readFile(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), sha256 }
  } catch {
    throw new Error(`${file} is not UTF-8: save it as UTF-8 and try again`)
  }
}
