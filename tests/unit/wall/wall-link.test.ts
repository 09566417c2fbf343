import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WallLink } from '@/lib/client/wall/wall-link'
import type { WallCommand } from '@/lib/wall/wall-state'
import { snapshotOf, untouchedState } from './wire-fixture'

/** A stream that says what the test lets it say. */
class FakeStream {
  static all: FakeStream[] = []
  open = true
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  readonly answer: Response
  constructor(signal: AbortSignal) {
    FakeStream.all.push(this)
    signal.addEventListener('abort', () => {
      // A stream that has broken off already cannot break again.
      if (this.open) this.#controller?.error(signal.reason)
      this.open = false
    })
    this.answer = new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          this.#controller = controller
        },
      }),
    )
  }
  async announce(data: unknown = snapshotOf(), event = 'wall') {
    this.#controller?.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
    await settle()
  }
  async breakOff() {
    this.open = false
    this.#controller?.error(new TypeError('network error'))
    await settle()
  }
  static get last(): FakeStream {
    const stream = FakeStream.all.at(-1)
    if (stream === undefined) throw new Error('no stream was opened')
    return stream
  }
}

/** What was asked of the server, and what it answers: null for not at all. */
let asked: { method: string; address: string; body: unknown; answer: (value: unknown) => void }[] = []
interface Asking {
  method: string
  body: string
  signal: AbortSignal
}
let answers: (address: string) => unknown = () => snapshotOf()

/** The page, as far as the link looks at it. */
const page = { window: new EventTarget(), document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) }

const events = { state: () => untouchedState, onSnapshot: vi.fn(), onJoined: vi.fn() }
let link: WallLink

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  FakeStream.all = []
  asked = []
  answers = () => snapshotOf()
  page.document.visibilityState = 'visible'
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value)
  vi.stubGlobal('fetch', (address: string, { method, body, signal }: Asking) => {
    if (address === '/control/stream?as=screen&case=c') return Promise.resolve(new FakeStream(signal).answer)
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      const answer = (value: unknown) =>
        value === null ? reject(new TypeError('away')) : resolve(new Response(JSON.stringify(value)))
      asked.push({ method, address, body: JSON.parse(body), answer })
      const value = answers(address)
      if (value !== undefined) answer(value)
    })
  })
})
afterEach(() => {
  link.stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const settle = (durationMs = 0) => vi.advanceTimersByTimeAsync(durationMs)
const registrations = () => asked.filter(({ address }) => address === '/control/screens')
const sent = () => asked.filter(({ address }) => address.startsWith('/control/commands')).map(({ body }) => body)

async function joined() {
  link = new WallLink('c', 'mirror', events)
  await settle()
  await FakeStream.last.announce()
}

test('registers with what it shows, and has joined', async () => {
  await joined()
  expect(registrations().map(({ body }) => body)).toEqual([{ case: 'c', role: 'mirror', state: untouchedState }])
  expect(events.onJoined.mock.calls).toEqual([[true]])
})

test('a server that is away is asked for ever, at most five seconds apart', async () => {
  answers = () => null
  link = new WallLink('c', 'mirror', events)
  await settle(60_000)
  const before = registrations().length
  await settle(50_000)
  expect(registrations().length - before).toBe(10)
})

test('a stream that falls silent is left after 25 seconds', async () => {
  await joined()
  await settle(24_000)
  await FakeStream.last.announce()
  await settle(24_999)
  expect(events.onJoined).toHaveBeenLastCalledWith(true)
  await settle(1)
  expect(events.onJoined).toHaveBeenLastCalledWith(false)
  expect(FakeStream.all[0]?.open).toBe(false)
})

test.each([
  ['is taken off its wall', (stream: FakeStream) => stream.announce({}, 'gone')],
  ['is cut off', (stream: FakeStream) => stream.breakOff()],
])('a display that %s registers anew', async (_, end) => {
  await joined()
  await end(FakeStream.last)
  await settle(500)
  expect(registrations()).toHaveLength(2)
  expect(FakeStream.all).toHaveLength(2)
})

test('while its own command is on its way, the state that it hears is older than it', async () => {
  await joined()
  answers = () => undefined
  link.send({ kind: 'step', by: 1 })
  await settle()
  await FakeStream.last.announce()
  expect(events.onSnapshot).toHaveBeenLastCalledWith(expect.anything(), false)
  asked.at(-1)?.answer(snapshotOf({ wall: 'after' }))
  await settle()
  expect(events.onSnapshot).toHaveBeenLastCalledWith(snapshotOf({ wall: 'after' }), true)
})

test('what the stream says after the answer to a command, and was made before it, changes nothing', async () => {
  await joined()
  const before = { ...untouchedState, scene: 'before' }
  const after = { ...untouchedState, scene: 'after' }
  answers = () => snapshotOf({ revision: 2, state: after })
  link.send({ kind: 'step', by: 1 })
  await settle()
  await FakeStream.last.announce(snapshotOf({ revision: 1, state: before }))
  expect(events.onSnapshot).toHaveBeenLastCalledWith(snapshotOf({ revision: 2, state: after }), true)
  await FakeStream.last.announce(snapshotOf({ revision: 3, state: before }))
  expect(events.onSnapshot).toHaveBeenLastCalledWith(snapshotOf({ revision: 3, state: before }), true)
})

test('what another has changed meanwhile outlasts the answer to its own command', async () => {
  await joined()
  answers = () => undefined
  link.send({ kind: 'hold' })
  await settle()
  const others = snapshotOf({ revision: 3, state: { ...untouchedState, scene: 'of another' } })
  await FakeStream.last.announce(others)
  asked.at(-1)?.answer(snapshotOf({ revision: 2 }))
  await settle()
  expect(events.onSnapshot).toHaveBeenLastCalledWith(others, true)
})

test('commands go one after the other; of looks and points only the latest', async () => {
  await joined()
  answers = () => undefined
  const look = (zoom: number): WallCommand => ({ kind: 'look', camera: { lng: 0, lat: 0, zoom } })
  for (const command of [look(1), look(2), look(3)]) link.send(command)
  link.send({ kind: 'hold' })
  await settle()
  expect(sent()).toEqual([look(1)])
  answers = () => snapshotOf()
  asked.at(-1)?.answer(snapshotOf())
  await settle()
  expect(sent()).toEqual([look(1), look(3), { kind: 'hold' }])
})

test('a command that is given before the stream speaks is told all the same', async () => {
  link = new WallLink('c', 'mirror', events)
  await settle()
  link.send({ kind: 'hold' })
  await settle()
  expect(sent()).toEqual([{ kind: 'hold' }])
})

test('a command while the server is away is not told later', async () => {
  answers = () => null
  link = new WallLink('c', 'mirror', events)
  await settle()
  link.send({ kind: 'step', by: 1 })
  answers = () => snapshotOf()
  await settle(10_000)
  await FakeStream.last.announce()
  await settle()
  expect(sent()).toEqual([])
})

test('what it cannot understand is not passed on', async () => {
  await joined()
  const before = events.onSnapshot.mock.calls.length
  await FakeStream.last.announce({ wall: 'w' })
  expect(events.onSnapshot).toHaveBeenCalledTimes(before)
})

test('stopped, it leaves neither stream nor timer', async () => {
  await joined()
  link.stop()
  await settle()
  expect(FakeStream.last.open).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})

test('an answer that comes after the server has gone does not join the wall again', async () => {
  await joined()
  answers = (address) => (address.startsWith('/control/commands') ? undefined : null)
  link.send({ kind: 'hold' })
  await FakeStream.last.breakOff()
  events.onSnapshot.mockClear()
  asked.find(({ address }) => address.startsWith('/control/commands'))?.answer(snapshotOf())
  await settle()
  expect(events.onJoined).toHaveBeenLastCalledWith(false)
  expect(events.onSnapshot).not.toHaveBeenCalled()
})

describe('once a network that swallowed everything is back', () => {
  beforeEach(() => {
    // The platform's own would not keep to the clock of the tests.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((durationMs) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), durationMs)
      return controller.signal
    })
  })

  /** A display that has tried in vain until it tries as seldom as it ever does. */
  async function cutOff() {
    answers = () => undefined
    link = new WallLink('c', 'mirror', events)
    await settle(60_000)
    expect(events.onJoined).not.toHaveBeenCalled()
  }

  test.each([0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000])(
    'it is joined within ten seconds, %i ms into its turns of asking and resting',
    async (offsetMs) => {
      await cutOff()
      await settle(offsetMs)
      answers = () => snapshotOf()
      await settle(9_999)
      expect(events.onJoined.mock.calls).toEqual([[true]])
    },
  )

  test.each([
    ['online', page.window],
    ['visibilitychange', page.document],
  ])('it is joined at once where the browser says “%s”, whether it asks or rests', async (name, target) => {
    for (const offsetMs of [0, 4_500]) {
      events.onJoined.mockClear()
      await cutOff()
      await settle(offsetMs)
      answers = () => snapshotOf()
      target.dispatchEvent(new Event(name))
      await settle()
      expect(events.onJoined.mock.calls).toEqual([[true]])
      link.stop()
    }
  })

  test('a display that did not know takes a new stream, and has never been away', async () => {
    await joined()
    page.window.dispatchEvent(new Event('online'))
    await settle()
    expect(registrations()).toHaveLength(2)
    expect(FakeStream.all.map(({ open }) => open)).toEqual([false, true])
    expect(events.onJoined.mock.calls).toEqual([[true]])
  })

  test('a page that nobody sees waits', async () => {
    await joined()
    page.document.visibilityState = 'hidden'
    page.document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(FakeStream.all).toHaveLength(1)
  })
})
