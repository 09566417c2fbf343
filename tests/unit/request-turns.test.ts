import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits } from '@/lib/limits'
import { createAdmission } from '@/lib/server/control/admission'
import { createFairTurns } from '@/lib/server/fair-turns'
import { takeTurns } from '@/lib/server/request-turns'

let server: Server
let origin = ''
/** Answers that have begun to be worked on, by their address. */
const open = new Map<string, ServerResponse>()

beforeEach(async () => {
  open.clear()
  server = createServer((request, response) => void open.set(request.url ?? '', response))
  takeTurns(server, createFairTurns({ atOnce: 2, atOncePerKey: 1, waiting: 2, waitingPerKey: 1, turnMs: 60_000 }))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function begun(path: string): Promise<ServerResponse> {
  for (;;) {
    const response = open.get(path)
    if (response !== undefined) return response
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const ask = (path: string) => fetch(origin + path)

it('has requests of one address wait for each other, and for no longer than until an answer begins', async () => {
  const stream = ask('/stream')
  const response = await begun('/stream')
  const next = ask('/next')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(open.has('/next')).toBe(false)
  response.writeHead(200)
  response.write('goes on')
  ;(await begun('/next')).end('answered')
  expect(await (await next).text()).toBe('answered')
  response.end()
  await stream
})

it('answers 429 with a time to ask again where too many of an address wait, as problem details', async () => {
  const first = ask('/first')
  await begun('/first')
  const second = ask('/second')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const refused = await ask('/third')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(await refused.json()).toMatchObject({ status: 429, title: 'Too many requests' })
  ;(await begun('/first')).end()
  ;(await begun('/second')).end()
  await Promise.all([first, second])
})

it('answers whoever watches over the server while an address has all its turns', async () => {
  const first = ask('/first')
  await begun('/first')
  const health = ask('/healthz')
  ;(await begun('/healthz')).end('{}')
  expect((await health).status).toBe(200)
  ;(await begun('/first')).end()
  await first
})

it('refuses a wall unread from an address that has begun too many, but not whoever shows a cookie', async () => {
  globalThis.caseboardAdmission = createAdmission(() => 0)
  for (let begun = 0; begun < limits.control.wallsBegun; begun++) globalThis.caseboardAdmission.beginWall('unknown')
  const begin = (headers: Record<string, string>) =>
    fetch(`${origin}/control/screens`, { method: 'POST', headers, body: '{}' })
  try {
    const refused = await begin({})
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('3')
    expect(await refused.json()).toMatchObject({ title: 'Too many walls' })
    expect(open.has('/control/screens')).toBe(false)
    const known = begin({ cookie: 'a=b' })
    ;(await begun('/control/screens')).end()
    expect((await known).status).toBe(200)
  } finally {
    globalThis.caseboardAdmission = undefined
  }
})

it('takes nothing over of what is kept for the request whose end makes room', async () => {
  const kept = new AsyncLocalStorage<string>()
  const found: unknown[] = []
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    found.push(kept.getStore())
    kept.run(request.url ?? '', () => void setTimeout(() => response.end(), 50))
  })
  takeTurns(server, createFairTurns({ atOnce: 1, atOncePerKey: 1, waiting: 2, waitingPerKey: 2, turnMs: 60_000 }))
  await Promise.all([ask('/one'), ask('/two'), ask('/three')])
  expect(found).toEqual([undefined, undefined, undefined])
})

it('does nothing for whoever has left while they waited', async () => {
  const first = ask('/first')
  await begun('/first')
  const gone = connect((server.address() as AddressInfo).port, '127.0.0.1')
  gone.end('GET /gone HTTP/1.1\r\nHost: a\r\n\r\n')
  await new Promise((resolve) => setTimeout(resolve, 50))
  gone.destroy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  ;(await begun('/first')).end()
  await first
  const after = ask('/after')
  ;(await begun('/after')).end()
  await after
  expect(open.has('/gone')).toBe(false)
})
