import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Writes a file of a case at once or not at all: a page that is read meanwhile gets the old one or the new. */
export async function replaceFile(file: string, text: string): Promise<void> {
  // A hidden file is none of the case's.
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.new`)
  await writeFile(draft, text)
  await rename(draft, file)
}
