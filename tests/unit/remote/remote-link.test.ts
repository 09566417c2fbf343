import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RemoteLink } from '@/lib/client/remote/remote-link'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { snapshotOf, untouchedState } from '../wall/wire-fixture'

const tour = ['one', 'two', 'three'].map((id) => ({ id, durationMs: 20_000 }))

function snapshotAt(scene: string, revision = 0): WallSnapshot {
  return snapshotOf({
    revision,
    state: { ...untouchedState, scene },
    remotes: [{ id: 'me', name: 'Phone', connected: true }],
    self: 'me',
  })
}

/** A server whose stream says, and whose other answers come, what and when the test wants. */
class FakeServer {
  stream: ReadableStreamDefaultController<Uint8Array> | null = null
  streams = 0
  refusing = false
  down = false
  readonly asked: { address: string; body: string | null; answer(response: Response): void }[] = []

  readonly fetch = (address: string, options: RequestInit = {}): Promise<Response> => {
    if (!address.startsWith('/control/stream'))
      return new Promise((resolve) => {
        this.asked.push({ address, body: options.body === undefined ? null : String(options.body), answer: resolve })
      })
    if (this.down) return Promise.reject(new TypeError('Failed to fetch'))
    if (this.refusing) return Promise.resolve(new Response(null, { status: 401 }))
    this.streams += 1
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.stream = controller
        options.signal?.addEventListener('abort', () => {
          // A stream that has ended already cannot break.
          if (this.stream !== controller) return
          controller.error(new DOMException('aborted', 'AbortError'))
          this.stream = null
        })
      },
    })
    return Promise.resolve(new Response(body))
  }

  announce(event: 'wall' | 'gone', data: unknown): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  write(text: string): void {
    this.stream?.enqueue(new TextEncoder().encode(text))
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

function sceneOf(link: RemoteLink): string | null {
  const status = link.current()
  return status.kind === 'paired' ? status.state.scene : null
}

/** The page, as far as the link looks at it. */
const page = { window: new EventTarget(), document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) }
let server: FakeServer
let link: RemoteLink

beforeEach(() => {
  server = new FakeServer()
  vi.stubGlobal('fetch', server.fetch)
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value)
  link = new RemoteLink()
})
afterEach(() => {
  link.stop()
  vi.unstubAllGlobals()
})

async function paired() {
  link.start()
  await soon()
  server.announce('wall', snapshotAt('one'))
  await soon()
}

describe('RemoteLink', () => {
  it('shows the wall that it hears', async () => {
    await paired()
    expect(link.current()).toMatchObject({ kind: 'paired', connected: true, state: { scene: 'one' } })
  })

  it('puts together what comes in pieces, and passes over what says nothing', async () => {
    await paired()
    const said = JSON.stringify(snapshotAt('two'))
    server.write(`: still here\n\nevent: wa`)
    await soon()
    server.write(`ll\r\ndata: ${said.slice(0, 40)}`)
    await soon()
    expect(sceneOf(link)).toBe('one')
    server.write(`${said.slice(40)}\r\n\r\nevent: wall\ndata: nonsense\n\nevent: wall\n`)
    await soon()
    expect(sceneOf(link)).toBe('two')
  })

  it('asks anew at once where the browser says that the network is back', async () => {
    await paired()
    page.window.dispatchEvent(new Event('online'))
    await soon()
    expect(server.streams).toBe(2)
    expect(link.current()).toMatchObject({ kind: 'paired', connected: true })
  })

  it('listens no more once it is stopped', async () => {
    await paired()
    link.stop()
    page.window.dispatchEvent(new Event('online'))
    await soon()
    expect(server.stream).toBeNull()
    expect(server.streams).toBe(1)
  })

  it('is unpaired, and was not dropped, where the server does not know it', async () => {
    server.refusing = true
    link.start()
    await soon()
    expect(link.current()).toEqual({ kind: 'unpaired', dropped: false })
  })

  it('was dropped when the wall ends the pairing', async () => {
    await paired()
    server.announce('gone', {})
    await soon()
    expect(link.current()).toEqual({ kind: 'unpaired', dropped: true })
  })

  it('shows the effect of a command before the answer', async () => {
    await paired()
    link.command({ kind: 'step', by: 1 }, tour)
    expect(sceneOf(link)).toBe('two')
    expect(server.asked.map(({ address, body }) => [address, body])).toEqual([
      ['/control/commands?as=remote', '{"kind":"step","by":1}'],
    ])
  })

  it('does not go back to what the wall showed before a command that is under way', async () => {
    await paired()
    link.command({ kind: 'step', by: 1 }, tour)
    server.announce('wall', snapshotAt('one'))
    await soon()
    expect(sceneOf(link)).toBe('two')
  })

  it('takes the last answer for what the wall shows', async () => {
    await paired()
    link.command({ kind: 'step', by: 1 }, tour)
    server.asked[0]?.answer(Response.json(snapshotAt('three')))
    await soon()
    expect(sceneOf(link)).toBe('three')
  })

  it('does not go back to what the wall showed before the answer, though it hears of it later', async () => {
    await paired()
    link.command({ kind: 'step', by: 1 }, tour)
    server.asked[0]?.answer(Response.json(snapshotAt('two', 2)))
    await soon()
    server.announce('wall', snapshotAt('one', 1))
    await soon()
    expect(sceneOf(link)).toBe('two')
    server.announce('wall', snapshotAt('one', 3))
    await soon()
    expect(sceneOf(link)).toBe('one')
  })

  it('was dropped when a command is refused', async () => {
    await paired()
    link.command({ kind: 'hold' }, tour)
    server.asked[0]?.answer(new Response(null, { status: 401 }))
    await soon()
    expect(link.current()).toEqual({ kind: 'unpaired', dropped: true })
  })

  it('asks anew what the wall shows after a command that failed', async () => {
    await paired()
    link.command({ kind: 'step', by: 1 }, tour)
    server.asked[0]?.answer(new Response(null, { status: 500 }))
    await soon()
    expect(server.streams).toBe(2)
    server.announce('wall', snapshotAt('one'))
    await soon()
    expect(sceneOf(link)).toBe('one')
  })

  it('keeps the last state while the server is away, and tries again', async () => {
    await paired()
    server.down = true
    server.stream?.close()
    await soon()
    expect(link.current()).toMatchObject({ kind: 'paired', connected: false, state: { scene: 'one' } })
    server.down = false
    await vi.waitFor(() => expect(server.streams).toBe(2))
    server.announce('wall', snapshotAt('two'))
    await soon()
    expect(link.current()).toMatchObject({ connected: true, state: { scene: 'two' } })
  })

  it('leaves by itself without having been dropped', async () => {
    await paired()
    const left = link.disconnect()
    expect(server.asked[0]?.address).toBe('/control/pairings/me?as=remote')
    server.announce('gone', {})
    await soon()
    expect(link.current().kind).toBe('paired')
    server.asked[0]?.answer(new Response(null, { status: 204 }))
    expect(await left).toBe(true)
    expect(link.current()).toEqual({ kind: 'unpaired', dropped: false })
  })

  it('stays where leaving was not confirmed', async () => {
    await paired()
    const left = link.disconnect()
    server.asked[0]?.answer(new Response(null, { status: 503 }))
    expect(await left).toBe(false)
    await soon()
    expect(link.current().kind).toBe('paired')
    expect(server.streams).toBe(2)
  })
})
