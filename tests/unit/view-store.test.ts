import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  addressedCamera,
  currentLink,
  dropCamera,
  replaceCamera,
  replaceTime,
  replaceView,
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
