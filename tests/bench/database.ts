import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { Server } from '../e2e/driver/server'
import { freePort } from '../free-port'
import { TestPostgres } from '../postgres'
import { atLeastShare, type Finding, told } from '../soak/finding'
import { LAYER, writeIncidents } from './large'
import { percentile } from './statistics'
import { copyBasemap, SYNTHETIC_ID, writeSyntheticCase } from './synthetic-case'

const AT_ONCE = 8
/** So many tiles are asked for, far ones and near ones. */
const TILES = 400
const SECONDS = 5
/** The share of plain Node's answers a second that ours are to reach. */
const OF_PLAIN = 0.9

interface Answer {
  status: number
  body: Buffer
  etag: string
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** Asks as a browser does, without unpacking what comes packed. */
function ask(address: string, etag = ''): Promise<Answer> {
  const headers = { 'accept-encoding': 'gzip', ...(etag === '' ? {} : { 'if-none-match': etag }) }
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts), etag: answer.headers.etag ?? '' }),
      )
      answer.on('error', reject)
    }).on('error', reject)
  })
}

/** Tiles that there are, from the first on, as many of the nearer zooms as there is room for. */
async function findTiles(origin: string, version: string): Promise<{ path: string; answer: Answer }[]> {
  const found: { path: string; answer: Answer }[] = []
  let waiting = [[0, 0, 0]]
  while (waiting.length > 0 && found.length < TILES) {
    const next: number[][] = []
    for (const [z = 0, x = 0, y = 0] of waiting) {
      const path = `/api/cases/${SYNTHETIC_ID}/layers/${LAYER}/${z}/${x}/${y}?v=${version}`
      const answer = await ask(origin + path)
      if (answer.status !== 200) continue
      found.push({ path, answer })
      for (const part of [0, 1, 2, 3]) next.push([z + 1, 2 * x + (part % 2), 2 * y + (part >> 1)])
    }
    waiting = next.filter((_, at) => at % Math.ceil(next.length / 120) === 0)
  }
  return found.slice(0, TILES)
}

interface Rate {
  second: number
  p95: number
}

/** How many answers come in a second, and how long the slower ones take: each address once, or for so long over and over. */
async function measure(
  addresses: readonly string[],
  status: number,
  isOnce: boolean,
  etags: readonly string[] = [],
): Promise<Rate> {
  const [times, start] = [[] as number[], performance.now()]
  let at = 0
  const isOver = () => (isOnce ? at >= addresses.length : performance.now() - start > SECONDS * 1000)
  const client = async () => {
    while (!isOver()) {
      const index = at++ % addresses.length
      const from = performance.now()
      const answer = await ask(addresses[index] ?? '', etags[index])
      if (answer.status !== status) throw new Error(`${addresses[index]} answers ${answer.status}`)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client))
  return { second: times.length / ((performance.now() - start) / 1000), p95: percentile(times, 0.95) }
}

const writeRate = (what: string, { second, p95 }: Rate): Finding => {
  return { what, value: `${second.toFixed(0)} a second, p95 ${p95.toFixed(1)} ms` }
}

async function versionOf(origin: string): Promise<string> {
  const linked = await (await fetch(`${origin}/api/cases/${SYNTHETIC_ID}`)).json()
  return linked.layers.find(({ id }: { id: string }) => id === LAYER).tiles.version
}

function run(verb: 'tile' | 'load', data: string, table: string, environment: Record<string, string>): number {
  const from = performance.now()
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/command/case.ts', verb, SYNTHETIC_ID, LAYER, table], {
    env: { ...process.env, CASEBOARD_DATA: data, ...environment },
    stdio: 'ignore',
  })
  return (performance.now() - from) / 1000
}

/** Tiles of so many points a second: from the archive and from PostGIS, beside plain Node with the same bytes. */
export async function benchDatabase(count: number): Promise<Finding[]> {
  const data = join(process.cwd(), 'tests', '.output', `database-${count}`)
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  copyBasemap(data)
  writeSyntheticCase(data, 24)
  const table = join(data, 'incidents.csv')
  await writeIncidents(table, count)
  const postgres = await TestPostgres.launch()
  const environment = { CASEBOARD_DATABASE_URL: postgres.url }
  const findings: Finding[] = []
  try {
    run('tile', data, table, environment)
    const archive = await Server.launch({ data })
    const inFile = await findTiles(archive.origin, await versionOf(archive.origin))
    const addresses = (origin: string, tiles: readonly { path: string }[]) => tiles.map(({ path }) => origin + path)
    findings.push(told('tiles asked for', inFile.length, ''))
    const bytes = inFile.reduce((sum, { answer }) => sum + answer.body.length, 0)
    findings.push(told('a tile, mean', bytes / inFile.length / 1000, 'kB', 1))
    const port = await freePort()
    const bodies = join(data, 'bodies.json')
    writeFileSync(
      bodies,
      JSON.stringify(Object.fromEntries(inFile.map(({ path, answer }) => [path, answer.body.toString('base64')]))),
    )
    const plain = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/plain-server.ts', bodies, String(port)])
    const plainOrigin = `http://127.0.0.1:${port}`
    while (
      !(await ask(plainOrigin).then(
        () => true,
        () => false,
      ))
    )
      await new Promise((resolve) => setTimeout(resolve, 100))
    const yardstick = await measure(addresses(plainOrigin, inFile), 200, false)
    findings.push(writeRate('plain Node, the same bytes from memory', yardstick))
    plain.kill()
    const fromArchive = await measure(addresses(archive.origin, inFile), 200, false)
    findings.push(writeRate('from the archive', fromArchive))
    findings.push(atLeastShare('from the archive, of plain Node', fromArchive.second / yardstick.second, OF_PLAIN))
    findings.push(
      writeRate(
        '304s',
        await measure(
          addresses(archive.origin, inFile),
          304,
          false,
          inFile.map(({ answer }) => answer.etag),
        ),
      ),
    )
    await archive.close()
    findings.push(told('loading into the database: points a second', count / run('load', data, table, environment), ''))
    const stored = await Server.launch({ data, environment })
    const version = await versionOf(stored.origin)
    const inDatabase = inFile.map(({ path }) => ({ path: path.replace(/v=.*$/, `v=${version}`) }))
    findings.push(
      writeRate(
        'from PostGIS, each for the first time',
        await measure(addresses(stored.origin, inDatabase), 200, true),
      ),
    )
    const again = await measure(addresses(stored.origin, inDatabase), 200, false)
    findings.push(writeRate('from PostGIS, again', again))
    findings.push(atLeastShare('from PostGIS, again, of plain Node', again.second / yardstick.second, OF_PLAIN))
    const rows = ['words=Fire%20no%201', 'categories=1', 'bbox=30,48,31,49', 'time=2022-09-10/2022-09-12'].map(
      (asked) => `${stored.origin}/api/cases/${SYNTHETIC_ID}/layers/${LAYER}/rows?${asked}`,
    )
    findings.push(writeRate('pages of rows by words, kind, bounds and time', await measure(rows, 200, false)))
    await stored.close()
  } finally {
    await postgres.close()
    rmSync(data, { recursive: true, force: true })
  }
  return findings
}
