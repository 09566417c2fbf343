/**
 * Calls `onChange` whenever a px has another number of pixels: the window has come to another screen, or the page is zoomed.
 * A query holds for one ratio, so each change needs a new one. Answers how to stop.
 */
export function followPixelRatio(onChange: () => void): () => void {
  const ended = new AbortController()
  const listen = () => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    const changed = () => {
      onChange()
      listen()
    }
    query.addEventListener('change', changed, { once: true, signal: ended.signal })
  }
  listen()
  return () => ended.abort()
}
