import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as readVersions } from '@/app/editing/cases/[case]/versions/route'
import { GET } from '@/app/editing/route'
import { POST as openSession } from '@/app/editing/session/route'
import { editorToken } from '@/lib/server/editor/access'
import { isFromHere } from '@/lib/server/editor/local-request'
import { cleanRequest } from '@/lib/server/request-cleaning'
import { editHere } from './edit-here'

const here = { host: 'localhost:3000' }

const isLocal = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  isFromHere({ headers, socket: { remoteAddress } } as Parameters<typeof isFromHere>[0])

beforeEach(() => {
  vi.stubEnv('CASEBOARD_EDITOR', '1')
  globalThis.caseboardEditDesk = editHere('.')
})
afterEach(() => {
  vi.unstubAllEnvs()
  globalThis.caseboardEditDesk = undefined
})

/** A request as the server's own cleaning leaves it. */
function ask(headers: Record<string, string>, init: RequestInit = {}, remoteAddress = '127.0.0.1'): Request {
  const raw: Parameters<typeof cleanRequest>[0] = {
    headers: { ...headers },
    method: 'GET',
    url: '/editing',
    socket: { remoteAddress },
  } as Parameters<typeof cleanRequest>[0]
  cleanRequest(raw)
  return new Request('http://localhost:3000/editing/cases/2022-10-annexation/versions', {
    ...init,
    headers: Object.fromEntries(Object.entries(raw.headers).map(([name, value]) => [name, String(value)])),
  })
}

const listVersions = (request: Request) =>
  readVersions(request, { params: Promise.resolve({ case: '2022-10-annexation' }) })

describe('a request from this machine', () => {
  it.each([
    ['localhost', here],
    ['its own address', { host: '127.0.0.1:3000' }],
    ['its own IPv6 address', { host: '[::1]:3000' }],
  ])('is known by its socket, under %s', (_, headers) => {
    expect(isLocal(headers)).toBe(true)
    expect(isLocal(headers, '::1')).toBe(true)
    expect(isLocal(headers, '::ffff:127.0.0.1')).toBe(true)
    expect(isLocal(headers, '192.168.1.7')).toBe(false)
  })

  it.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'])(
    'is none where a proxy says so by %s',
    (name) => expect(isLocal({ ...here, [name]: '127.0.0.1' })).toBe(false),
  )

  it.each(['board.example', 'board.local', '127.0.0.1.example', '192.168.1.7:3000', '', 'localhost.example'])(
    'is none under the name “%s”, which a stranger may have let lead here',
    (host) => expect(isLocal({ host })).toBe(false),
  )

  it('is not made one by what a client says of it', async () => {
    const request = ask({ host: '192.168.1.7:3000', 'x-caseboard-local': '1' }, {}, '192.168.1.9')
    expect(request.headers.get('x-caseboard-local')).toBe('')
    // Nor where nothing has cleaned the request.
    const raw = new Request('http://localhost:3000/editing', { headers: { 'x-caseboard-local': '1' } })
    expect(await (await GET(raw)).json()).toMatchObject({ access: 'locked' })
  })
})

describe('editing over the network', () => {
  it('is off unless the server was started for it: nothing is there', async () => {
    vi.stubEnv('CASEBOARD_EDITOR', '')
    expect((await GET(ask(here))).status).toBe(404)
    expect((await listVersions(ask(here))).status).toBe(404)
  })

  it('is open from this machine, and locked from any other', async () => {
    expect(await (await GET(ask(here))).json()).toMatchObject({ access: 'local' })
    const elsewhere = ask({ host: '192.168.1.7:3000' }, {}, '192.168.1.9')
    expect(await (await GET(elsewhere)).json()).toEqual({ access: 'locked', cases: [] })
    expect((await listVersions(elsewhere)).status).toBe(401)
  })

  it('is open to who brings the token, by a cookie that no script and no other site can use', async () => {
    const headers = {
      host: '192.168.1.7:3000',
      origin: 'http://192.168.1.7:3000',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    }
    const send = (token: string) =>
      openSession(ask(headers, { method: 'POST', body: JSON.stringify({ token }) }, '192.168.1.9'))
    expect((await send('guess')).status).toBe(401)
    const cookie = (await send(editorToken())).headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly; SameSite=Strict')
    const held = ask({ host: headers.host, cookie: cookie.split(';')[0] ?? '' }, {}, '192.168.1.9')
    expect((await listVersions(held)).status).toBe(200)
    expect(await (await listVersions(held)).json()).toEqual([])
  })

  it('answers no page of another site, on this machine either', async () => {
    expect((await listVersions(ask({ ...here, 'sec-fetch-site': 'cross-site' }))).status).toBe(403)
    const headers = { ...here, origin: 'http://evil.example', 'content-type': 'application/json' }
    expect((await openSession(ask(headers, { method: 'POST', body: '{"token":"x"}' }))).status).toBe(403)
  })
})
