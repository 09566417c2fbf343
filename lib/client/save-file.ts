/** Puts text on the clipboard; false where the browser has none to give, as a page over plain http, or does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  // The types say that it is always there; outside of a secure context it is not.
  if (!window.isSecureContext) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

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
