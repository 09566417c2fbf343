import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepAwake } from '@/components/wall/session/use-wake-lock'

/** A lock as the browser gives it: whoever releases it, it says so. */
class Sentinel extends EventTarget {
  async release() {
    this.dispatchEvent(new Event('release'))
  }
}

const tell = vi.fn()
let given: Sentinel[] = []
let refuses = false
let page = Object.assign(new EventTarget(), { visibilityState: 'visible' })

const request = async () => {
  if (refuses) throw new DOMException('battery', 'NotAllowedError')
  const sentinel = new Sentinel()
  given.push(sentinel)
  return sentinel
}

function setVisible(visible: boolean) {
  page.visibilityState = visible ? 'visible' : 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  given = []
  refuses = false
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', { isSecureContext: true })
  vi.stubGlobal('navigator', { wakeLock: { request } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a lock that the browser takes away is taken again', async () => {
  keepAwake(tell)
  await vi.advanceTimersByTimeAsync(0)
  expect(given).toHaveLength(1)
  await given[0]?.release()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(given).toHaveLength(2)
  expect(tell.mock.calls.flat()).toEqual([null, null])
})

test('one that goes with the page’s visibility is taken when the page is seen again, and not before', async () => {
  keepAwake(tell)
  await vi.advanceTimersByTimeAsync(0)
  setVisible(false)
  await given[0]?.release()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(given).toHaveLength(1)
  setVisible(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(given).toHaveLength(2)
})

test('a refusal is said, and asked anew every minute', async () => {
  refuses = true
  keepAwake(tell)
  await vi.advanceTimersByTimeAsync(0)
  expect(tell.mock.calls).toEqual([['refused']])
  refuses = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tell).toHaveBeenLastCalledWith(null)
})

test('only a page over plain http is told that this is why', async () => {
  vi.stubGlobal('navigator', {})
  keepAwake(tell)
  await vi.advanceTimersByTimeAsync(0)
  vi.stubGlobal('window', { isSecureContext: false })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tell.mock.calls).toEqual([['refused'], ['insecure']])
})

test('what is ended gives its lock back and takes no other', async () => {
  const end = keepAwake(tell)
  await vi.advanceTimersByTimeAsync(0)
  const released = vi.spyOn(given[0] ?? new Sentinel(), 'release')
  end()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(released).toHaveBeenCalledOnce()
  expect(given).toHaveLength(1)
})
