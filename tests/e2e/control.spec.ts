import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { createRedis } from '../redis'
import { Server } from './driver/server'
import { expect, test } from './driver/test'
import { scenes } from './driver/wall'

const CASE = '2022-10-annexation'
const ofScreen = `?as=screen&case=${CASE}`

interface Answer {
  status: number
  body: WallSnapshot
  /** What the browser would hold after it. */
  cookie: string
}

/** Asks as a page of `origin` would. */
async function post(origin: string, path: string, body: object, cookie = ''): Promise<Answer> {
  const headers = { 'content-type': 'application/json', origin, cookie }
  const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
  const set = answer.headers.getSetCookie().map((text) => text.split(';')[0])
  return { status: answer.status, body: await answer.json(), cookie: set.join('; ') }
}

async function newDisplay(origin: string): Promise<Answer> {
  const display = await post(origin, '/control/screens', { case: CASE, role: 'mirror' })
  expect(display.status).toBe(200)
  return display
}

async function pairRemote(display: Answer, shownBy: string, typedAt: string): Promise<Answer> {
  const { body } = await post(shownBy, `/control/offers?case=${CASE}`, {}, display.cookie)
  if (body.offer?.kind !== 'open') throw new Error('no code is on offer')
  return post(typedAt, '/control/pairings', { code: body.offer.code, as: 'remote', name: 'Phone' })
}

/** What a stream says until `enough`. */
async function listen(address: string, cookie: string, enough: (said: string) => boolean): Promise<string> {
  const answer = await fetch(address, { headers: { cookie }, signal: AbortSignal.timeout(10_000) })
  let said = ''
  if (answer.body === null) return said
  const decoder = new TextDecoder()
  for await (const chunk of answer.body) {
    said += decoder.decode(chunk, { stream: true })
    if (enough(said)) break
  }
  return said
}

test('two server processes that share a Valkey are one wall: paired at one, steered there, seen at the other', async () => {
  const redis = await createRedis()
  await redis.start()
  const [here, there] = [await Server.launch({ valkey: redis.url }), await Server.launch({ valkey: redis.url })]
  try {
    const display = await newDisplay(here.origin)
    const remote = await pairRemote(display, here.origin, there.origin)
    expect(remote.status).toBe(200)
    const heard = listen(`${here.origin}/control/stream${ofScreen}`, display.cookie, (said) =>
      said.includes(`"scene":"${scenes[4]?.id}"`),
    )
    const command = { kind: 'go', scene: scenes[4]?.id }
    expect((await post(there.origin, '/control/commands?as=remote', command, remote.cookie)).status).toBe(200)
    expect(await heard).toContain(`"scene":"${scenes[4]?.id}"`)
    // A display that joins late at the other process is where the wall is.
    const late = await post(there.origin, '/control/screens', { case: CASE, role: 'mirror' }, display.cookie)
    expect(late.body.state.scene).toBe(scenes[4]?.id)
  } finally {
    await Promise.all([here.close(), there.close()])
    await redis.kill()
  }
})

test('pairings outlive the server, as does what a file held that was spoiled, and the display puts back what it shows', async ({
  ownServer,
}) => {
  const display = await newDisplay(ownServer.origin)
  const remote = await pairRemote(display, ownServer.origin, ownServer.origin)
  // Written within a fifth of a second.
  await new Promise((resolve) => setTimeout(resolve, 500))
  await ownServer.stop()
  // As a power cut leaves it: without the scenes there would be none to put back.
  writeFileSync(join(ownServer.data, 'cases', CASE, 'scenes.json'), '[{"id":')
  await ownServer.start()
  const state = { ...display.body.state, scene: scenes[2]?.id }
  const back = await post(ownServer.origin, '/control/screens', { case: CASE, role: 'mirror', state }, display.cookie)
  expect(back.body).toMatchObject({ wall: display.body.wall, state: { scene: scenes[2]?.id } })
  const steered = await post(ownServer.origin, '/control/commands?as=remote', { kind: 'hold' }, remote.cookie)
  expect(steered.body.state.holdKind).toBe('asked')
})

test('health and metrics tell version, cases, displays and what was commanded', async ({ ownServer: { origin } }) => {
  const display = await newDisplay(origin)
  await post(origin, `/control/commands${ofScreen}`, { kind: 'hold' }, display.cookie)
  const open = new AbortController()
  await fetch(`${origin}/control/stream${ofScreen}`, { headers: { cookie: display.cookie }, signal: open.signal })
  const health = await (await fetch(`${origin}/healthz`)).json()
  expect(health).toMatchObject({ status: 'ok', version: display.body.release, screens: 1, remotes: 0, lastError: null })
  expect(health.cases).toEqual([{ id: CASE, version: expect.stringMatching(/^[0-9a-f]{12}$/), setAside: 0 }])
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  expect(metrics).toContain('caseboard_screens_connected 1')
  expect(metrics).toContain('caseboard_commands_total{kind="hold",result="obeyed"} 1')
  expect(metrics).toContain(`caseboard_case_set_aside{case="${CASE}"} 0`)
  open.abort()
})
