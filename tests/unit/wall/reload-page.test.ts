import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepState, mayReloadPage, reloadPage, takeKeptState } from '@/lib/client/wall/reload-page'
import { untouchedState } from './wire-fixture'

const href = 'http://wall/wall/c?scene=first&as=map'
const address = 'http://wall/wall/c?as=map'
const page = '<script src="/one.js"></script><script async="" src="/two.js"></script>"release":"next"'
const release = { kind: 'release', release: 'next' } as const

const replace = vi.fn()
const keep = vi.fn()
/** What the server answers with; what is not here is missing. */
let served: Record<string, string> = {}

function memoryStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  }
}

beforeEach(() => {
  vi.clearAllMocks()
  served = { [address]: page, '/one.js': '1', '/two.js': '2' }
  vi.stubGlobal('window', { location: { href, replace }, sessionStorage: memoryStorage() })
  vi.stubGlobal('fetch', async (asked: string) => {
    const body = served[asked]
    return new Response(body ?? 'no', { status: body === undefined ? 404 : 200 })
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a whole page of the release is gone to, at no scene, once what is on was kept', async () => {
  expect(await reloadPage(release, keep)).toBe(true)
  expect(keep).toHaveBeenCalledOnce()
  expect(replace.mock.calls).toEqual([[address]])
})

test('under someone who came while the server answered it is not, and nothing is used up', async () => {
  const isFree = vi.fn(() => false)
  expect(await reloadPage(release, keep, isFree)).toBe(false)
  expect([keep.mock.calls, replace.mock.calls]).toEqual([[], []])
  expect(isFree).toHaveBeenCalledOnce()
  expect(await reloadPage(release, keep, () => true)).toBe(true)
})

test('a release that was loaded once is no more on its way', async () => {
  expect(mayReloadPage(release)).toBe(true)
  await reloadPage(release, keep)
  expect(mayReloadPage(release)).toBe(false)
})

test('a second time it is not', async () => {
  await reloadPage(release, keep)
  expect(await reloadPage(release, keep)).toBe(false)
  expect(replace).toHaveBeenCalledOnce()
})

test.each([
  ['the page does not answer', { [address]: undefined }],
  ['a script is missing', { '/two.js': undefined }],
  ['the page is still of the release before', { [address]: page.replace('next', 'before') }],
])('nothing happens, and nothing is used up, while %s', async (_why, change) => {
  const whole = served
  served = Object.fromEntries(
    Object.entries({ ...whole, ...change }).flatMap(([name, body]) => (body === undefined ? [] : [[name, body]])),
  )
  expect(await reloadPage(release, keep)).toBe(false)
  expect(replace).not.toHaveBeenCalled()
  served = whole
  expect(await reloadPage(release, keep)).toBe(true)
})

test('where nothing can be remembered nothing is reloaded', async () => {
  const noStorage = {
    location: { href, replace },
    get sessionStorage(): never {
      throw new Error('denied')
    },
  }
  vi.stubGlobal('window', noStorage)
  expect(await reloadPage(release, keep)).toBe(false)
})

test('what was on is taken up once, and only what is a state', () => {
  const state = { ...untouchedState, elapsedMs: 5 }
  keepState('c', state)
  expect(takeKeptState('c')).toEqual(state)
  expect(takeKeptState('c')).toBeNull()
  window.sessionStorage.setItem('caseboard-wall c', '{"scene":1}')
  expect(takeKeptState('c')).toBeNull()
})
