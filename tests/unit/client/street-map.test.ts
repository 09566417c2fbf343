// @vitest-environment jsdom
import { act, createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { StreetProvider, useStreetMap } from '@/lib/client/street-map'

let told: ReturnType<typeof useStreetMap>

function Reader({ theme }: { theme: 'light' | 'dark' }) {
  told = useStreetMap(theme, 'en')
  return null
}

function show(isNamed = true) {
  const root = createRoot(document.createElement('div'))
  const render = (theme: 'light' | 'dark') =>
    act(async () => {
      const children: ReactNode = ['map', 'credit'].map((key) => createElement(Reader, { key, theme }))
      root.render(StreetProvider({ isNamed, children }))
    })
  return { render, end: () => act(async () => root.unmount()) }
}

const mapOf = (address: string) => ({ version: address })
let answer: (address: string) => Response

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  answer = (address) => Response.json(mapOf(address))
  vi.stubGlobal(
    'fetch',
    vi.fn(async (address: string) => answer(address)),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('is asked for by nobody where the server has none', async () => {
  const { render, end } = show(false)
  await render('light')
  expect(told).toEqual({ map: null, isDue: false, failed: false })
  expect(fetch).not.toHaveBeenCalled()
  await end()
})

it('is missed until it is there, and asked for again after a minute; once for all who show it', async () => {
  answer = () => new Response(null, { status: 503 })
  const { render, end } = show()
  await render('light')
  expect(told).toEqual({ map: null, isDue: false, failed: true })
  expect(fetch).toHaveBeenCalledTimes(1)
  answer = (address) => Response.json(mapOf(address))
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(told).toEqual({ map: mapOf('/api/street?theme=light&lang=en'), isDue: false, failed: false })
  await end()
})

it('stays that of the last theme until that of another is there', async () => {
  const { render, end } = show()
  await render('light')
  let arrive: (answer: Response) => void = () => undefined
  const asked = new Promise<Response>((resolve) => {
    arrive = resolve
  })
  vi.stubGlobal('fetch', () => asked)
  await render('dark')
  expect(told.map).toEqual(mapOf('/api/street?theme=light&lang=en'))
  await act(async () => arrive(Response.json(mapOf('dark'))))
  expect(told.map).toEqual(mapOf('dark'))
  await end()
})
