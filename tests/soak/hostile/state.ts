import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { z } from 'zod'
import { Server } from '../../e2e/driver/server'
import { exactly, type Finding, told } from '../finding'
import { CASE, wait } from '../wall-page'
import { HonestWall } from './honest-wall'
import { ask, attackersLeave, HostileServer, inParallel } from './hostile-server'

const KILLED_WITHIN_MS = 60
const entries = z.record(z.string(), z.object({ text: z.string() }))
const healthSchema = z.object({
  state: z.object({ owned: z.boolean(), pairings: z.boolean(), copies: z.boolean() }),
})

async function readState(origin: string) {
  return healthSchema.parse(JSON.parse((await ask(origin, '/healthz')).text)).state
}

/** Starts the writer, and kills it at any moment after its first write; answers the last pairing that it had on the disk. */
async function writeUntilKilled(program: string, folder: string): Promise<number> {
  const writer = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  writer.stdout.on('data', (piece: Buffer) => {
    said = (said + piece).slice(-1000)
  })
  await Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')])
  await wait(Math.random() * KILLED_WITHIN_MS)
  const ended = once(writer, 'exit')
  writer.kill('SIGKILL')
  await ended
  return Number(said.split('\n').at(-2) ?? -1)
}

/** Kills what writes the state, `kills` times, in the middle of writing. */
export async function soakKills(kills: number): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-kills-'))
  const program = join(folder, 'writer.mjs')
  const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)"
  await build({
    ...{ entryPoints: ['tests/soak/hostile/state-writer.ts'], outfile: program, bundle: true },
    ...{ platform: 'node', format: 'esm', banner: { js: banner }, logLevel: 'error' },
  })
  const state = join(folder, 'state')
  const counts = { lost: 0, unreadable: 0, drafts: 0 }
  let written = 0
  try {
    for (let kill = 0; kill < kills; kill++) {
      const last = await writeUntilKilled(program, state)
      written = Math.max(written, last + 1)
      try {
        const kept = entries.parse(JSON.parse(readFileSync(join(state, 'walls.json'), 'utf8')))
        for (let number = 0; number <= last; number++) if (kept[`wall-${number}`] === undefined) counts.lost += 1
      } catch {
        counts.unreadable += 1
      }
    }
    // The next one that begins takes away what the last kill left.
    await writeUntilKilled(program, state)
    const left = (below: string) =>
      (existsSync(below) ? readdirSync(below) : []).filter((name) => /\.json\.\d+$/.test(name))
    // Of the last one there may be one draft of each.
    counts.drafts = Math.max(0, left(state).length - 1) + Math.max(0, left(join(state, 'last-good')).length - 1)
    return [
      told('SIGKILLs during writes', kills, ''),
      told('pairings that were said to be on the disk', written, ''),
      exactly('of these lost', counts.lost, 0),
      exactly('times the file could not be read', counts.unreadable, 0),
      exactly('drafts left behind by all but the last', counts.drafts, 0),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const DISK_KB = 128

/** Pairs on a disk that is full; then starts the server anew. Where no such disk may be had, says so. */
export async function soakSmallDisk(walls: number): Promise<Finding[]> {
  const state = mkdtempSync(join(tmpdir(), 'caseboard-disk-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_KB}k`, 'tmpfs', state])
  if (mount.status !== 0) return [{ what: `a disk of ${DISK_KB} kB`, value: 'not to be had here: it needs root' }]
  const server = await Server.launch({ state, environment: { CASEBOARD_PROXIES: '1' } })
  try {
    const honest = await HonestWall.open(server.origin)
    const steered = await honest.steer()
    await inParallel(walls, 4, async (at) => {
      const body = { case: CASE, role: 'mirror' }
      await ask(server.origin, '/control/screens', { method: 'POST', from: `203.0.113.${at % 200}`, body })
    })
    await wait(1_000)
    const full = await readState(server.origin)
    const after = await honest.steer()
    await server.stop()
    await server.start()
    const again = await honest.steerAgain()
    honest.close()
    return [
      told('disk of the state folder', DISK_KB, 'kB'),
      told('walls begun on it', walls, ''),
      exactly('commands of the honest phone refused', [steered, after].filter((ms) => ms > 1e6).length, 0),
      { what: 'said by /healthz: pairings, copies', value: `${full.pairings}, ${full.copies}` },
      exactly('the honest phone is known after a restart', again ? 1 : 0, 1),
    ]
  } finally {
    await server.close()
    spawnSync('umount', [state])
    rmSync(state, { recursive: true, force: true })
  }
}

const FILES = 256

/** Opens more connections than the server has descriptors for. */
export async function soakDescriptors(connections: number): Promise<Finding[]> {
  const server = await HostileServer.launch({}, `ulimit -n ${FILES}`)
  try {
    const honest = await HonestWall.open(server.origin)
    const counts = { answered: 0, refused: 0 }
    await inParallel(connections, 400, async (at) => {
      const paths = ['/', `/api/cases/${CASE}`, `/wall/${CASE}`, `/api/cases/${CASE}/map.svg?map=4/48/${at % 90}`]
      const done = await ask(server.origin, paths[at % paths.length] ?? '/', { from: '203.0.113.5' }).catch(() => null)
      if (done === null) counts.refused += 1
      else counts.answered += 1
    })
    attackersLeave()
    await wait(1_000)
    const steered = await honest.steer()
    const { text } = await ask(server.origin, `/api/cases/${CASE}`, { as: 'honest' })
    const listed = JSON.parse((await ask(server.origin, '/api/cases', { as: 'honest' })).text).cases.length
    honest.close()
    return [
      told('descriptors of the server', FILES, ''),
      told('requests, 400 at once', connections, ''),
      told('answered', counts.answered, ''),
      told('connections that were cut off', counts.refused, ''),
      exactly('commands of the honest phone lost afterwards', steered > 1e6 ? 1 : 0, 0),
      exactly('records set aside afterwards', JSON.parse(text).setAside.length, 0),
      exactly('cases listed afterwards', listed, 1),
    ]
  } finally {
    await server.close()
  }
}

/** Starts a second server on the state folder of the first, and uses both. */
export async function soakTwoServers(walls: number): Promise<Finding[]> {
  const state = mkdtempSync(join(tmpdir(), 'caseboard-two-'))
  const environment = { CASEBOARD_PROXIES: '1' }
  const first = await Server.launch({ state, environment })
  const second = await Server.launch({ state, environment })
  try {
    const honest = await HonestWall.open(first.origin)
    await inParallel(walls, 4, async (at) => {
      const body = { case: CASE, role: 'mirror' }
      await ask(second.origin, '/control/screens', { method: 'POST', from: `203.0.113.${at % 200}`, body })
    })
    await wait(1_000)
    const owned = [(await readState(first.origin)).owned, (await readState(second.origin)).owned]
    const kept = entries.parse(JSON.parse(readFileSync(join(state, 'walls.json'), 'utf8')))
    await first.stop()
    await second.stop()
    await first.start()
    const again = await honest.steerAgain()
    honest.close()
    return [
      { what: 'said by /healthz to own the folder: the first, the second', value: owned.join(', ') },
      told('walls begun at the second', walls, ''),
      told('documents that the folder keeps', Object.keys(kept).length, ''),
      exactly('the phone of the first is known after a restart', again ? 1 : 0, 1),
    ]
  } finally {
    await first.close()
    await second.close()
    rmSync(state, { recursive: true, force: true })
  }
}
