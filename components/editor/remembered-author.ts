const AUTHOR = 'caseboard-editor-author'

/** The name that was last put in at this browser; empty for none. */
export function rememberedAuthor(): string {
  try {
    return localStorage.getItem(AUTHOR) ?? ''
  } catch {
    return ''
  }
}

export function rememberAuthor(name: string): void {
  try {
    localStorage.setItem(AUTHOR, name)
  } catch {
    // It is asked for again.
  }
}
