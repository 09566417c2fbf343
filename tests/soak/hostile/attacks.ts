import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { limits } from '@/lib/limits'
import { percentile } from '../../bench/statistics'
import { atMost, exactly, type Finding, told } from '../finding'
import { CASE, wait } from '../wall-page'
import { HonestWall, steerOn } from './honest-wall'
import { ask, HostileServer, inParallel } from './hostile-server'

const ATTACKER = '203.0.113.9'
const SILENCE_LIMIT_MS = 200
const AT_ONCE = 60

/** Starts asking /healthz; what it answers ends that and says the longest silence, ms. */
function watchHealth(origin: string): () => Promise<number> {
  const watcher = fork('tests/soak/hostile/watch-health.ts', [origin], { execArgv: ['--import', 'tsx'] })
  return async () => {
    watcher.send('longest')
    const [longestMs] = await once(watcher, 'message')
    watcher.kill('SIGKILL')
    return Number(longestMs)
  }
}

type Counts = Map<number, number>

function count(counts: Counts, status: number): void {
  counts.set(status, (counts.get(status) ?? 0) + 1)
}

function answers(counts: Counts): Finding[] {
  return [...counts].sort(([a], [b]) => a - b).map(([status, times]) => told(`answered ${status}`, times, ''))
}

/** Attacks a server with a wall in use; what the attack finds, how the others fared, and whether the memory came back. */
export async function underAttack(
  attack: (server: HostileServer, honest: HonestWall) => Promise<Finding[]>,
  environment: Record<string, string> = {},
): Promise<Finding[]> {
  const server = await HostileServer.launch(environment)
  try {
    const honest = await HonestWall.open(server.origin)
    // What a running server has long read: its pages and pictures.
    for (const picture of ['map.webp?size=400x300', 'map.svg?measure=1,50;30,60', 'archive.zip'])
      await ask(server.origin, `/api/cases/${CASE}/${picture}`)
    await ask(server.origin, '/api/coast?at=15,54')
    await ask(server.origin, `/wall/${CASE}`)
    await inParallel(20, 5, async () => void (await honest.steer()))
    const before = await server.tell()
    const endWatch = watchHealth(server.origin)
    const endSteering = steerOn(honest)
    // The watcher has to start itself.
    await wait(3_000)
    const found = await attack(server, honest)
    const silentMs = await endWatch()
    const steered = await endSteering()
    const canPair = await honest.canPair()
    const since = await server.sinceBefore(before)
    honest.close()
    return [
      ...found,
      atMost('longest time without an answer from /healthz', silentMs, SILENCE_LIMIT_MS, 'ms'),
      exactly('commands of the honest phone that were refused or lost', steered.filter((ms) => ms > 1e6).length, 0),
      told('from the phone’s command to the display, median', percentile(steered, 0.5), 'ms'),
      told('longest', Math.max(...steered), 'ms'),
      exactly('new phones refused at the honest wall afterwards', canPair ? 0 : 1, 0),
      ...since,
    ]
  } finally {
    await server.close()
  }
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Guesses codes from one address while a code is on the display. */
export function soakCodes(guesses: number): Promise<Finding[]> {
  return underAttack(async ({ origin }, honest) => {
    await honest.canPair()
    const counts: Counts = new Map()
    const from = performance.now()
    await inParallel(guesses, AT_ONCE, async () => {
      const code = Array.from({ length: 8 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join('')
      const body = { code, as: 'remote', name: 'Guesser' }
      count(counts, (await ask(origin, '/control/pairings', { method: 'POST', body, from: ATTACKER })).status)
    })
    return [
      told('codes guessed', guesses, ''),
      told('in', (performance.now() - from) / 1000, 's'),
      ...answers(counts),
      exactly('let in', counts.get(200) ?? 0, 0),
    ]
  })
}

/** Begins walls that nobody shows, each with a remote, as one who would push out the others. */
export function soakWalls(walls: number): Promise<Finding[]> {
  return underAttack(async ({ origin }) => {
    const counts: Counts = new Map()
    await inParallel(walls, AT_ONCE, async () => {
      const post = { method: 'POST', from: ATTACKER }
      const begun = await ask(origin, '/control/screens', { ...post, body: { case: CASE, role: 'mirror' } })
      count(counts, begun.status)
      if (begun.status !== 200) return
      const body = { case: CASE, as: 'remote', name: 'Flood' }
      await ask(origin, '/control/pairings', { ...post, body, cookie: begun.cookie })
    })
    return [told('walls begun from one address', walls, ''), ...answers(counts)]
  })
}

/** Asks for pictures, each another one, half of them with a line measured on it; and for archives and coasts. */
export function soakPictures(pictures: number): Promise<Finding[]> {
  return underAttack(async ({ origin }) => {
    const counts: Counts = new Map()
    await inParallel(pictures, AT_ONCE, async (at) => {
      const map = `map=${(3 + (at % 40) / 10).toFixed(1)}/${40 + (at % 20)}/${(at % 300) / 5 - 10}`
      const paths = [
        `/api/cases/${CASE}/map.svg?${map}&size=1440x900`,
        `/api/cases/${CASE}/map.svg?${map}&measure=1,50;${at % 60},40;30,60`,
        `/api/cases/${CASE}/map.webp?${map}&size=1440x900&density=2`,
        `/api/coast?at=${(at % 360) - 180},${(at % 120) - 60}`,
        `/api/cases/${CASE}/archive.zip`,
      ]
      count(counts, (await ask(origin, paths[at % paths.length] ?? '', { from: ATTACKER })).status)
      // Whoever is refused asks again at once, as no browser does.
      await wait(10)
    })
    return [told('pictures, coasts and archives asked for', pictures, ''), ...answers(counts)]
  })
}

/** Opens a stream by hand; `reads` is false for one that takes nothing of what it is sent. */
function openStream(
  origin: string,
  cookie: string,
  from: string,
  reads: boolean,
): Promise<{ socket: Socket; status: number }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) })
    const lines = [`Host: ${hostname}:${port}`, `Cookie: ${cookie}`, `X-Forwarded-For: ${from}`]
    socket.write(`GET /control/stream?as=screen&case=${CASE} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    socket.once('data', (data: Buffer) => {
      resolve({ socket, status: Number(data.toString('latin1').split(' ')[1]) })
      if (reads) socket.on('data', () => undefined)
      else socket.pause()
    })
    socket.on('error', () => resolve({ socket, status: 0 }))
  })
}

const STREAMS_HELD_MS = 30_000

/** Opens event streams, of which every other one never reads, as displays of walls from several addresses. */
export function soakManyStreams(streams: number): Promise<Finding[]> {
  return underAttack(async (server) => {
    const { origin } = server
    const cookies: string[] = []
    while (cookies.length < 150) {
      const from = `203.0.113.${cookies.length % 10}`
      const begun = await ask(origin, '/control/screens', {
        method: 'POST',
        from,
        body: { case: CASE, role: 'mirror' },
      })
      cookies.push(begun.cookie)
    }
    const counts: Counts = new Map()
    const sockets: Socket[] = []
    await inParallel(streams, AT_ONCE, async (at) => {
      const { socket, status } = await openStream(
        origin,
        cookies[at % cookies.length] ?? '',
        `203.0.113.${at % 10}`,
        at % 2 === 0,
      )
      count(counts, status)
      sockets.push(socket)
    })
    const open = await server.metric('caseboard_streams_open')
    await wait(STREAMS_HELD_MS)
    const held = await server.metric('caseboard_streams_open')
    for (const socket of sockets) socket.destroy()
    await wait(3_000)
    return [
      told('event streams opened, of which half never read', streams, ''),
      ...answers(counts),
      atMost('open at once', open, limits.control.streams, ''),
      told(`still open after ${STREAMS_HELD_MS / 1000} s`, held, ''),
      exactly(
        'open once all have gone, but for the honest one',
        (await server.metric('caseboard_streams_open')) - 1,
        0,
      ),
    ]
  })
}
