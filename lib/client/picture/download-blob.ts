/** How long the browser may take to begin with a download. */
const KEEP_MS = 60_000

/** Has the browser save a blob as a file. */
export function downloadBlob(blob: Blob, file: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}
