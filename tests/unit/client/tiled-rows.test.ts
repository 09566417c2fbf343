// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pushView } from '@/lib/client/view-store'
import type { Tiles } from '@/lib/schema/tiles'
import { linkRows, row } from '../row-kit'
import { type CasePage, openCasePage, openTab } from './open-case-page'

vi.mock('@/components/map/load-map', async () => {
  const { RecordingMap } = await import('./recording-map')
  return { loadMap: async () => ({ MapAdapter: RecordingMap }) }
})

const tiles: Tiles = {
  version: '0123456789ab',
  count: 1_234_567,
  bounds: [0, 40, 20, 60],
  maxZoom: 9,
  counts: [1_000_000, 234_567],
  time: { unit: 'month', first: '2030-01-01', count: 3 },
  started: [
    [900_000, 100_000, 0],
    [100_000, 134_000, 567],
  ],
}
const { linked } = linkRows([row({ name: 'Fire at the mill', date: '2030-03-01' })], { time: { property: 'date' } })
const [own] = linked.layers
if (own === undefined) throw new Error('no layer')
const many = {
  ...own,
  id: 'many',
  name: 'Many',
  mark: 'cluster' as const,
  source: 'tiles/many.pmtiles',
  tiles,
  categories: { property: 'kind', values: [{ value: 'Fire', name: 'Fire', hue: 'plum' as const }] },
  count: tiles.count,
}
let page: CasePage
const asked: string[] = []

beforeAll(async () => {
  page = await openCasePage({ ...linked, layers: [...linked.layers, many] })
}, 60_000)
afterAll(() => page.close())

const answer = (body: object) => {
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(String(address))
    return new Response(JSON.stringify(body))
  })
}
const list = () => document.querySelector('[data-tiled-list]')

const legend = () =>
  document.querySelector('[data-map-panel] [role=switch][aria-label=Many]')?.closest('li')?.textContent

describe('a layer on tiles', () => {
  it('is counted in the legend without being there, and within a window by its bins', async () => {
    expect(legend()).toContain('1,234,567')
    await page.perform(() => pushView({ time: { start: Date.UTC(2030, 1, 10), end: Date.UTC(2030, 1, 12) } }))
    expect(legend()).toContain('234,000 of 1,234,567')
    expect(legend()).toMatch(/Counted by month: .*February 2030/)
  })

  it('is counted by its categories, which the legend switches off', async () => {
    const category = (name: string) =>
      [...document.querySelectorAll<HTMLElement>('[data-map-panel] li [role=switch]')].find((each) =>
        each.textContent?.startsWith(name),
      )
    expect(category('Fire')?.textContent).toBe('Fire100,000')
    await page.perform(() => category('Fire')?.click())
    expect(category('Fire')?.getAttribute('aria-checked')).toBe('false')
    expect(location.search).toContain('off=many.0')
    expect(legend()).toContain('134,000 of 1,234,567')
    await page.perform(() => category('Fire')?.click())
    expect(legend()).toContain('234,000 of 1,234,567')
  })

  it('lists from the server what the map shows, once it is asked for', async () => {
    await openTab(page, 'Places', 'Places')
    expect(list()?.textContent).toContain('234,000')
    answer({
      rows: [{ row: 0, category: 0, at: [1, 2], date: '2030-02-11', properties: { name: 'A row' } }],
      next: 5,
      looked: 9,
    })
    await page.perform(() => list()?.querySelector('button')?.click())
    expect(asked.at(-1)).toMatch(/\/layers\/many\/rows\?v=0123456789ab&time=2030-02-01%2F2030-02-28$/)
    expect(list()?.textContent).toContain('A row')
  })
})
