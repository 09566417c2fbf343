/** Full screen, or back. Where the browser refuses nothing happens: there is nothing to say that F11 does not do. */
export function toggleFullScreen(): void {
  const change =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  change.catch(() => undefined)
}
