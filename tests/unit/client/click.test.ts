// @vitest-environment jsdom
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pushView } from '@/lib/client/view-store'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { noFilter } from '@/lib/derive/record-filter'
import { createCaseStore } from '@/lib/server/case-store'
import { type CasePage, type Outcome, openCasePage, openTab as openPageOfPart } from './open-case-page'
import { mapEvents } from './recording-map'

vi.mock('@/components/map/load-map', async () => {
  const { RecordingMap } = await import('./recording-map')
  return { loadMap: async () => ({ MapAdapter: RecordingMap }) }
})

let page: CasePage
let linked: LinkedCase

beforeAll(async () => {
  const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('no case')
  linked = loaded.linked
  page = await openCasePage(linked)
}, 60_000)

afterAll(() => page.close())

/** What was rendered again in each commit, by name. */
const rendered = ({ commits }: Outcome) => commits.map((commit) => commit.rendered.toSorted())
const countRendered = (outcome: Outcome) => rendered(outcome).flat().length
const mountedIn = ({ commits }: Outcome) => commits.map(({ mounted }) => mounted.length > 0)

function placeAt(index: number): string {
  const place = linked.places[index]
  if (place === undefined) throw new Error(`the case has no place ${index}`)
  return place.id
}
const selectOnMap = (index: number) => page.perform(() => mapEvents().onPick([placeAt(index)], { x: 1, y: 1 }, [], []))
const press = (key: string) => page.perform(() => window.dispatchEvent(new KeyboardEvent('keydown', { key })))
const element = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`there is no ${selector}`)
  return found
}
const openTab = (part: string, name: string) => openPageOfPart(page, part, name)
/** Of the open page of the case: each row is a place. */
const rows = () => [...document.querySelectorAll<HTMLElement>('[role=tabpanel]:not([hidden]) li > button')]
const pressRow = (index: number) => page.perform(() => rows()[index]?.click())

describe('selecting a place', () => {
  it('renders the first screen of what shows it, then its row, then the rest, each in one commit', async () => {
    await openTab('Places', 'All places')
    const outcome = await pressRow(3)
    expect(element('[aria-current=true]').textContent).toBe(rows()[3]?.textContent)
    expect(rendered(outcome)).toEqual([
      ['FocusStatus', 'LegendFold', 'MapView', 'OtherThreads', 'Panels', 'Sheet'],
      ['CaseSinceNotice', 'RecordLink'],
      ['Rest'],
    ])
    // Each part of the detail panel is made once, and nothing of it again.
    expect(mountedIn(outcome)).toEqual([true, false, true])
    expect(outcome.map.toSorted()).toEqual(['frame', 'want'])
  })

  it('renders of the list only the row that was selected and the one that is', async () => {
    const outcome = await pressRow(5)
    expect(rendered(outcome)).toEqual([
      ['DetailPanel', 'FocusStatus', 'MapView', 'Panels', 'Part', 'Sheet'],
      ['RecordLink', 'RecordLink'],
      ['Rest'],
    ])
    expect(mountedIn(outcome)).toEqual([true, false, true])
  })

  it('on the map renders no more than in the list', async () => {
    const outcome = await selectOnMap(0)
    expect(outcome.commits.length).toBeLessThanOrEqual(3)
    expect(countRendered(outcome)).toBeLessThanOrEqual(9)
  })

  it('asks nothing for its place on screen', async () => {
    const layout = [
      vi.spyOn(Element.prototype, 'scrollTop', 'get'),
      vi.spyOn(Element.prototype, 'getBoundingClientRect'),
      vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get'),
    ]
    await selectOnMap(1)
    expect(layout.map((read) => read.mock.calls.length)).toEqual([0, 0, 0])
    for (const read of layout) read.mockRestore()
  })

  it('asks what can be seen only once the panel is painted', async () => {
    const seen = vi.spyOn(Element.prototype, 'checkVisibility')
    let asked = -1
    await page.perform(() => {
      mapEvents().onPick([placeAt(0)], { x: 1, y: 1 }, [], [])
      requestAnimationFrame(() => {
        asked = seen.mock.calls.length
      })
    })
    expect(asked).toBe(0)
    seen.mockRestore()
    await selectOnMap(1)
  })

  it('begins the new record at its top', async () => {
    const panel = element('aside + aside')
    panel.scrollTop = 120
    panel.dispatchEvent(new Event('scroll'))
    await selectOnMap(0)
    expect(panel.scrollTop).toBe(0)
  })

  it('is undone by Escape as cheaply', async () => {
    const outcome = await press('Escape')
    expect(document.querySelector('aside + aside')).toBeNull()
    expect(rendered(outcome)[0]).toEqual(['FocusStatus', 'LegendFold', 'MapView', 'OtherThreads', 'Panels', 'Sheet'])
    expect(countRendered(outcome)).toBeLessThanOrEqual(8)
  })

  it('renders no more while a filter asks for something', async () => {
    await page.perform(() => pushView({ filter: { ...noFilter, kinds: ['place', 'event'] } }))
    const outcome = await selectOnMap(2)
    expect(outcome.map).not.toContain('follow')
    expect(countRendered(outcome)).toBeLessThanOrEqual(9)
    await page.perform(() => pushView({ filter: noFilter, focus: null }))
  })
})

describe('selecting an event', () => {
  it('renders of the timeline its mark, the veil over other threads and the other times it is given', async () => {
    await openTab('Evidence', 'Events')
    const mark = element('[role=option][data-kind=event]')
    const id = linked.events.find((event) => mark.id === `time-event-${event.id}`)?.id ?? ''
    const outcome = await page.perform(() => pushView({ focus: { kind: 'event', id } }))
    expect(mark.getAttribute('aria-selected')).toBe('true')
    expect(rendered(outcome)[0]).toEqual([
      'FocusStatus',
      'LegendFold',
      'MapView',
      'Mark',
      'OtherThreads',
      'OtherTimes',
      'Panels',
      'Sheet',
    ])
    await press('Escape')
  })
})

describe('a thread of the story', () => {
  const asked = () => new URLSearchParams(window.location.search).get('thread')
  const column = () => document.querySelector('aside section[aria-label="A thread of the story"]')

  it('is brought forward by its number: in the address, on the map and in the column', async () => {
    await page.perform(() => pushView({ focus: null }))
    const { map } = await press('3')
    expect(asked()).toBe('sabotage')
    expect(map).toContain('frame')
    expect(column()?.textContent).toContain('Two explosions under the Baltic Sea')
    expect(column()?.querySelectorAll('h3').length).toBeGreaterThan(2)
    expect(column()?.textContent).not.toContain('Verkhny Lars')
    expect(element('button[aria-pressed=true]').textContent).toContain('Sabotage')
  })

  it('stays while one of its records is looked at, which Escape puts away before it', async () => {
    await page.perform(() => pushView({ focus: { kind: 'figure', id: 'leaks-at-least-4' } }))
    expect(asked()).toBe('sabotage')
    await press('Escape')
    expect(asked()).toBe('sabotage')
    await press('Escape')
    expect(asked()).toBeNull()
    expect(column()?.hasAttribute('hidden')).toBe(true)
  })

  it('is left by its number again, by another page, and is none that the case does not have', async () => {
    await press('1')
    await press('1')
    expect(asked()).toBeNull()
    await press('1')
    await openTab('Places', 'All places')
    expect(asked()).toBeNull()
    await page.perform(() => pushView({ thread: 'no-such-thread' }))
    expect(column()?.hasAttribute('hidden')).toBe(true)
    await page.perform(() => pushView({ thread: null }))
  })
})

describe('pointing at a place', () => {
  it('renders the map, and what is laid over its marks in the timeline', async () => {
    const both = [['HoveredMarks', 'MapView']]
    expect(rendered(await page.perform(() => mapEvents().onHover(placeAt(0))))).toEqual(both)
    expect(rendered(await page.perform(() => mapEvents().onHover(null)))).toEqual(both)
  })
})

describe('a step through time', () => {
  it('is in map, timeline and the open list in one commit; no other list, no mark and no detail panel', async () => {
    await openTab('Places', 'All places')
    await selectOnMap(0)
    await press('.')
    const outcome = await press('.')
    const [first, ...rest] = rendered(outcome)
    expect(rest).toEqual([['RestingStatus']])
    expect(first).not.toContain('Mark')
    expect(first).not.toContain('DetailPanel')
    expect(first).not.toContain('ToolBar')
    expect(first).not.toContain('LayerRow')
    expect(
      first?.filter((name) => !['LayerPlaces', 'LayerMark', 'LayerCount'].includes(name)).length,
    ).toBeLessThanOrEqual(21)
    await page.perform(() => element('[data-time-window] + button').click())
  })
})

describe('switching a layer', () => {
  it('renders what counts by it, and its own switch', async () => {
    await press('Escape')
    const outcome = await page.perform(() => element('[role=switch]').click())
    expect(outcome.commits.length).toBeLessThanOrEqual(3)
    expect(
      rendered(outcome)
        .flat()
        .filter((name) => name === 'LayerRow'),
    ).toHaveLength(1)
    expect(rendered(outcome).flat()).not.toContain('DetailPanel')
    expect(countRendered(outcome)).toBeLessThanOrEqual(60)
  })
})
