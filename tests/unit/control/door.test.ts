import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { BackendAway } from '@/lib/server/control/backend'
import { endedCookie, heldCredential, readHolder, tokenCookie } from '@/lib/server/control/credentials'
import { lanAddress, roomAddress } from '@/lib/server/control/lan-address'
import { Refusal } from '@/lib/server/control/refusal'
import { answer, isOwnName, readChange } from '@/lib/server/control/request-guard'
import { lastError } from '@/lib/server/health'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const good = {
  host: '192.168.1.20:3000',
  origin: 'http://192.168.1.20:3000',
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
}

function send(headers: Record<string, string>, body = '{"a":1}'): Promise<number> {
  const request = new Request('http://localhost:3000/control/commands', { method: 'POST', headers, body })
  return answer(async () => Response.json(await readChange(request, z.strictObject({ a: z.number() })))).then(
    ({ status }) => status,
  )
}

function without(name: keyof typeof good): Record<string, string> {
  const { [name]: _, ...rest } = good
  return rest
}

describe('an answer', () => {
  it('knows a refusal and an absent backend of another bundle, whose classes are not its own', async () => {
    vi.resetModules()
    const [refusals, backends] = [
      await import('@/lib/server/control/refusal'),
      await import('@/lib/server/control/backend'),
    ]
    expect(refusals.Refusal).not.toBe(Refusal)
    const refused = await answer(() => Promise.reject(new refusals.Refusal(429, 'Too many', 'Wait')))
    expect(refused.status).toBe(429)
    const told = lastError()
    expect((await answer(() => Promise.reject(new backends.BackendAway('gone')))).status).toBe(503)
    expect(lastError()).toBe(told)
  })
})

describe('a request that changes something', () => {
  it('is taken from a page of this server', async () => {
    expect(await send(good)).toBe(200)
    expect(await send(without('sec-fetch-site'))).toBe(200)
    expect(await send({ ...good, 'content-type': 'Application/JSON; charset=utf-8' })).toBe(200)
  })

  it.each([
    ['another host', { ...good, origin: 'http://evil.example' }],
    ['another port', { ...good, origin: 'http://192.168.1.20:3001' }],
    ['a host that only begins so', { ...good, origin: 'http://192.168.1.20:3000.evil.example' }],
    ['no page at all', without('origin')],
    ['a page without origin', { ...good, origin: 'null' }],
    ['a file', { ...good, origin: 'file://192.168.1.20:3000' }],
    ['another site by the browser’s word', { ...good, 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { ...good, 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', async (_, headers) => {
    expect(await send(headers)).toBe(403)
  })

  it('is taken from the address that was set for this server, behind a proxy that names another', async () => {
    const headers = { ...good, origin: 'https://wall.example' }
    expect(await send(headers)).toBe(403)
    vi.stubEnv('CASEBOARD_ORIGIN', 'https://wall.example/')
    expect(await send(headers)).toBe(200)
  })

  it('is refused by a name that a stranger may have let lead here, and says what to set', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const rebound = { ...good, host: 'evil.example:3000', origin: 'http://evil.example:3000' }
    expect(await send(rebound)).toBe(403)
    expect(await send(rebound)).toBe(403)
    expect(log.mock.calls.map(([words]) => words)).toEqual([expect.stringContaining('CASEBOARD_ORIGIN')])
    vi.stubEnv('CASEBOARD_ORIGIN', 'https://evil.example:3000')
    expect(await send(rebound)).toBe(200)
    vi.stubEnv('CASEBOARD_ORIGIN', 'https://wall.example')
    expect(await send(rebound)).toBe(403)
  })

  it.each([
    ['127.0.0.1', true],
    ['192.168.1.20', true],
    ['[fd00::1]', true],
    ['localhost', true],
    ['wall.localhost', true],
    ['wall', true],
    ['Wall.local', true],
    ['wall.local.', true],
    ['wall.lan', true],
    ['wall.home.arpa', true],
    ['wall.museum.example', true],
    ['other.museum.example', false],
    ['wall.local.example', false],
    ['192.168.1.20.example', false],
    ['evillocal.example', false],
  ])('by the name %s, which is this machine’s own in its network: %s', (name, own) => {
    expect(isOwnName(name, 'wall.museum.example')).toBe(own)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'is refused as %j, which a form can send',
    async (type) => {
      expect(await send({ ...good, 'content-type': type })).toBe(415)
    },
  )

  it('is refused where it is too long, whatever it says of its length', async () => {
    const long = JSON.stringify({ a: 1, b: 'x'.repeat(5000) })
    expect(await send(good, long)).toBe(413)
    expect(await send({ ...good, 'content-length': '10' }, long)).toBe(413)
  })

  it('is refused where it is no JSON, and where it is something else', async () => {
    expect(await send(good, '{"a":')).toBe(400)
    expect(await send(good, '{"a":1,"b":2}')).toBe(422)
    expect(await send(good, '{"a":1,"__proto__":{}}')).toBe(422)
  })
})

describe('an answer', () => {
  it('says when to ask again', async () => {
    const response = await answer(() => Promise.reject(new Refusal(429, 'Locked', 'Wait.', 61_200)))
    expect(response.headers.get('retry-after')).toBe('62')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual({ type: 'about:blank', title: 'Locked', status: 429, detail: 'Wait.' })
  })

  it('keeps to itself what failed, and /healthz tells only its kind', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const response = await answer(() => Promise.reject(new TypeError('/srv/secret/path')))
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('secret')
    expect(lastError()?.message).toBe('The control plane failed: TypeError')
  })

  it('is 503 while the backend is away', async () => {
    expect((await answer(() => Promise.reject(new BackendAway('away')))).status).toBe(503)
  })
})

describe('a cookie', () => {
  const request = (headers: Record<string, string>) => new Request('http://a:3000/control/screens', { headers })

  it('is for this server alone, out of reach of scripts, and over https only there', () => {
    const attributes = 'Path=/control; Max-Age=31536000; HttpOnly; SameSite=Strict'
    expect(tokenCookie(request({ host: 'a:3000' }), { as: 'remote' }, 't')).toBe(`caseboard-remote=t; ${attributes}`)
    const secure = request({ host: 'a', 'x-forwarded-proto': 'https' })
    expect(tokenCookie(secure, { as: 'screen', caseId: 'valid' }, 't')).toBe(
      `caseboard-screen-valid=t; ${attributes}; Secure`,
    )
    expect(endedCookie(request({ host: 'a' }), { as: 'remote' })).toContain('Max-Age=0')
  })

  it('is read by its whole name', () => {
    const cookie = 'xcaseboard-remote=no; caseboard-screen-valid-2=two; caseboard-screen-valid=one; caseboard-remote=r'
    expect(heldCredential(request({ cookie }), { as: 'screen', caseId: 'valid' })?.token).toBe('one')
    expect(heldCredential(request({ cookie }), { as: 'remote' })?.token).toBe('r')
    expect(heldCredential(request({}), { as: 'remote' })).toBeNull()
  })

  it.each(['?as=screen', '?as=screen&case=../x', '?as=wall&case=valid'])('is looked for nowhere at %s', (search) => {
    expect(() => readHolder(new Request(`http://a/control/stream${search}`))).toThrow(Refusal)
  })
})

describe('the address of the remote', () => {
  const ipv4 = (address: string, internal = false) => ({
    address,
    internal,
    family: 'IPv4' as const,
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    cidr: `${address}/24`,
  })

  it('is found among this machine’s networks, the room’s first and none that lives inside', () => {
    const interfaces = {
      lo: [ipv4('127.0.0.1', true)],
      docker0: [ipv4('192.168.99.1')],
      eth0: [ipv4('169.254.3.4'), ipv4('10.0.0.7')],
      wlan0: [ipv4('192.168.1.20')],
    }
    expect(lanAddress(interfaces)).toBe('192.168.1.20')
    expect(lanAddress({ lo: interfaces.lo, docker0: interfaces.docker0 })).toBeNull()
  })

  it.each([
    ['http://localhost:3000', undefined, '192.168.1.20', 'http://192.168.1.20:3000/remote'],
    ['http://127.0.0.1:3000', undefined, '192.168.1.20', 'http://192.168.1.20:3000/remote'],
    ['http://[::1]:3000', undefined, '192.168.1.20', 'http://192.168.1.20:3000/remote'],
    ['http://localhost:3000', undefined, null, 'http://localhost:3000/remote'],
    ['https://wall.example', undefined, '192.168.1.20', 'https://wall.example/remote'],
    ['http://localhost:3000', 'https://wall.example', '192.168.1.20', 'https://wall.example/remote'],
  ])('of a page at %s with %s set is in the network of %s', (page, configured, lan, address) => {
    expect(roomAddress('/remote', page, configured, lan)).toBe(address)
  })

  it('has any path of the server', () => {
    expect(roomAddress('/cases/a', 'http://localhost:3000', undefined, '10.0.0.7')).toBe('http://10.0.0.7:3000/cases/a')
  })
})
