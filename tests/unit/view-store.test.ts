import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  addressedCamera,
  choicesStore,
  currentLink,
  dropCamera,
  replaceCamera,
  replaceTime,
  replaceView,
  timeStore,
} from '@/lib/client/view-store'
import { readTimeWindow } from '@/lib/url/time-window'

/** The address bar, as far as the store has to do with it. */
function standIn(search: string) {
  const location = {
    origin: 'https://board.example',
    pathname: '/cases/x',
    search,
    href: `https://board.example/cases/x${search}`,
  }
  const replaceState = (_state: unknown, _title: string, to: string) => {
    const { pathname, search: written, href } = new URL(to, location.href)
    Object.assign(location, { pathname, search: written, href })
  }
  vi.stubGlobal('window', { location, history: { replaceState } })
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  dropCamera()
  vi.runAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the camera is the one on its way into the address, before it has got there', () => {
  standIn('?map=4/50/30')
  expect(addressedCamera()).toEqual({ zoom: 4, lat: 50, lng: 30 })
  replaceCamera({ zoom: 6, lat: 47, lng: 33 })
  expect(addressedCamera()).toEqual({ zoom: 6, lat: 47, lng: 33 })
  expect(window.location.search).toBe('?map=4/50/30')
})

test('a link has the camera and the time that were on their way', () => {
  standIn('?side=russia&map=4/50/30')
  replaceCamera({ zoom: 6, lat: 47, lng: 33 })
  replaceTime(readTimeWindow('2022-09-26/2022-09-30'))
  const address = 'https://board.example/cases/x?t=2022-09-26/2022-09-30&side=russia&map=6/47/33'
  expect(currentLink({ id: 'x', caseVersion: '2026-11-28.29' })).toBe(`${address}&v=2026-11-28.29`)
  vi.runAllTimers()
  expect(window.location.href).toBe(address)
})

test('the version of the link that led here is not written back, and a link has the present one', () => {
  standIn('?side=russia&v=2026-11-28.20')
  expect(currentLink({ id: 'x', caseVersion: '2026-11-28.29' })).toBe(
    'https://board.example/cases/x?side=russia&v=2026-11-28.29',
  )
  replaceView({ page: 'corrections' })
  expect(window.location.search).toBe('?page=corrections&side=russia')
})

test('what is chosen keeps the identity of every part that did not change', () => {
  standIn('?side=russia&layers=seismic-events')
  const choices = choicesStore('')
  const before = choices.get()
  replaceView({ focus: { kind: 'place', id: 'harbour' } })
  const after = choices.get()
  expect(after.focus).toEqual({ kind: 'place', id: 'harbour' })
  expect(after.filter).toBe(before.filter)
  expect(after.layers).toBe(before.layers)
  replaceCamera({ zoom: 6, lat: 47, lng: 33 })
  vi.runAllTimers()
  expect(window.location.search).toContain('map=')
  expect(choices.get()).toBe(after)
})

test('a window of time stays the same object when the address has it', () => {
  standIn('')
  const time = timeStore('')
  replaceTime({ start: Date.UTC(2022, 8, 26), end: Date.UTC(2022, 8, 30) })
  const moved = time.get()
  expect(moved).toEqual({ start: Date.UTC(2022, 8, 26), end: Date.UTC(2022, 8, 30) })
  vi.runAllTimers()
  expect(window.location.search).toBe('?t=2022-09-26/2022-09-29')
  expect(time.get()).toBe(moved)
})
