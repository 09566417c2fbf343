/** Long enough for a browser to have begun with the file. */
const FILE_LIFE_MS = 60_000

/** Gives the reader a file, as the browser gives files. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), FILE_LIFE_MS)
}

/** The same for text, as UTF-8; `type` is its media type. */
export function saveText(name: string, type: string, text: string): void {
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }))
}
