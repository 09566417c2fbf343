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
