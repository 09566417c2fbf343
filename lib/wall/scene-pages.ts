/** What decides which page of something is on. All times in ms. */
interface Pages {
  /** At least 1. */
  pages: number
  /** How long each stays. */
  pageMs: number
  elapsedMs: number
  /** Whether the first follows on the last; else the last one stays. */
  round: boolean
}

/** Which page is on, from 0. */
export function pageAt({ pages, pageMs, elapsedMs, round }: Pages): number {
  const turned = Math.max(0, Math.floor(elapsedMs / pageMs))
  return round ? turned % pages : Math.min(pages - 1, turned)
}

/** How long until the next page is due; null where none is. */
export function untilNextPageMs(given: Pages): number | null {
  const { pages, pageMs, elapsedMs, round } = given
  if (pages === 1 || (!round && pageAt(given) === pages - 1)) return null
  return elapsedMs < 0 ? pageMs - elapsedMs : pageMs - (elapsedMs % pageMs)
}
