import type { Page, Request } from '@playwright/test'

/** What crosses the wire, by what it is for. */
export const transferKinds = ['html', 'js', 'css', 'fonts', 'tiles', 'layers', 'relief', 'api', 'other'] as const
export type TransferKind = (typeof transferKinds)[number]
export type Transfers = Record<TransferKind, number>

/** What the first view of the map is drawn from. */
export const mapDataKinds = ['tiles', 'layers', 'relief'] as const satisfies readonly TransferKind[]

const patterns: readonly [TransferKind, RegExp][] = [
  ['relief', /^\/basemap\/relief/],
  ['tiles', /^\/basemap\//],
  ['layers', /^\/api\/cases\/[^/]+\/layers\//],
  ['api', /^\/api\//],
  ['js', /\.m?js$/],
  ['css', /\.css$/],
  ['fonts', /\.woff2?$/],
]

function kindOf(request: Request): TransferKind {
  const { pathname } = new URL(request.url())
  const known = patterns.find(([, pattern]) => pattern.test(pathname))
  if (known !== undefined) return known[0]
  return request.resourceType() === 'document' ? 'html' : 'other'
}

/**
 * Counts encoded body bytes of a page and its workers from now on, as the browser's network domain reports them.
 * Answers a function that sums those whose request was sent within `untilMs` of the navigation's start, while the page is open.
 */
export function countTransfers(page: Page): (untilMs: number) => Promise<Transfers> {
  const ended: Request[] = []
  page.on('requestfinished', (request) => ended.push(request))
  return async (untilMs) => {
    const sums: Transfers = { html: 0, js: 0, css: 0, fonts: 0, tiles: 0, layers: 0, relief: 0, api: 0, other: 0 }
    // What `untilMs` is counted from: the page's own request may be sent much later where the machine is busy.
    const from = await page.evaluate(() => performance.timeOrigin)
    const sent = ended.filter((request) => request.timing().startTime - from <= untilMs)
    for (const request of sent) sums[kindOf(request)] += (await request.sizes()).responseBodySize
    return sums
  }
}

/** Sum of some kinds, bytes. */
export function sumOf(transfers: Transfers, kinds: readonly TransferKind[]): number {
  return kinds.reduce((sum, kind) => sum + transfers[kind], 0)
}
