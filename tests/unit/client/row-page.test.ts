// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pushView } from '@/lib/client/view-store'
import { linkRows, row } from '../row-kit'
import { type CasePage, openCasePage, openTab } from './open-case-page'

vi.mock('@/components/map/load-map', async () => {
  const { RecordingMap } = await import('./recording-map')
  return { loadMap: async () => ({ MapAdapter: RecordingMap }) }
})

const { linked, rows } = linkRows(
  [
    row({ name: 'Fire at the mill', date: '2030-03-01', category: 'Fire', page: 'https://example.org/mill' }),
    row({ name: 'Somewhere at sea', date: '2030-03-01', category: 'Flood' }, { geometry: null }),
    row({ name: 'Nobody knows when' }),
  ],
  { time: { property: 'date' } },
)
let page: CasePage

beforeAll(async () => {
  page = await openCasePage(linked)
}, 60_000)

afterAll(() => page.close())

const idOf = (name: string) => rows.find((each) => each.name === name)?.id ?? ''
const choose = (name: string) => page.perform(() => pushView({ focus: { kind: 'place', id: idOf(name) } }))
const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? ''
const fieldsOf = () => textOf('[data-place-fields]')

describe('a row on the page of its case', () => {
  it('stands in the panel with its fields, and the map frames it', async () => {
    const { map } = await choose('Fire at the mill')
    expect(fieldsOf()).toContain('1 March 2030')
    expect(fieldsOf()).toContain('Fire')
    expect(document.querySelector('[data-place-fields] a')?.getAttribute('href')).toBe('https://example.org/mill')
    expect(map.join()).toContain('frame')
  })

  it('without geometry says so, and the camera stays where it is', async () => {
    const { map } = await choose('Somewhere at sea')
    expect(fieldsOf()).toContain('Flood')
    expect(document.body.textContent).toContain('It has no place on the map')
    expect(map.join()).not.toContain('frame')
  })

  it('that nobody dates says so', async () => {
    await choose('Nobody knows when')
    expect(fieldsOf()).toContain('undated')
  })

  it('is chosen from the list, with its date', async () => {
    await openTab(page, 'Places', 'All places')
    const listed = () => [...document.querySelectorAll<HTMLElement>('[role=tabpanel]:not([hidden]) li > button')]
    // The page's code comes when it is opened.
    await vi.waitFor(() => expect(listed()).not.toEqual([]), 10_000)
    const atSea = listed().find(({ textContent }) => textContent?.startsWith('Somewhere at sea'))
    expect(atSea?.textContent).toContain('Invented incident · 1 March 2030')
    await page.perform(() => atSea?.click())
    expect(fieldsOf()).toContain('Flood')
  })

  it('shares a mark of the timeline, which leads to the list of its day', async () => {
    const marks = [...document.querySelectorAll('[data-kind="place"]')]
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
      expect.stringContaining('2 dated places: 1 March 2030'),
    ])
  })
})
