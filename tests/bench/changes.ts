import { readFile, rename, writeFile } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Server } from '../e2e/driver/server'
import { atMost, exactly, type Finding, told } from '../soak/finding'
import { percentile } from './statistics'

const CASE = '2022-10-annexation'
const CLIENTS = [1, 100, 2_000]
const BETWEEN_SAVES_MS = 3_000
/** How many clients connect at once: the system's queue of new connections is not what is measured. */
const AT_ONCE = 50
const VERSION = new RegExp(`"${CASE}":"([^"]+)"`, 'g')

/** Opens a stream of changes; `onVersion` hears each version of the case. Answers once it has heard the first. */
async function connect(origin: string, agent: Agent, onVersion: (version: string) => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(`${origin}/changes`, { agent }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answered ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        for (const [, version = ''] of text.matchAll(VERSION)) onVersion(version)
        resolve(response)
      })
      response.on('error', () => undefined)
    })
    request.on('error', reject)
  })
}

/** Saves the case as an editor's program does: whole, and in one step. */
async function save(data: string, save: number): Promise<void> {
  const file = join(data, 'cases', CASE, 'case.json')
  const text = await readFile(file, 'utf8')
  const next = text.replace(/("summary": ")(?:\(\d+\) )?/, `$1(${save}) `)
  await writeFile(`${file}.next`, next)
  await rename(`${file}.next`, file)
}

async function benchClients(server: Server, count: number, saves: number): Promise<Finding[]> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  let savedAt = 0
  let latencies: number[] = []
  const onVersion = () => latencies.push(performance.now() - savedAt)
  const streams: IncomingMessage[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const turn = Array.from({ length: Math.min(AT_ONCE, count - from) }, () => connect(server.origin, agent, onVersion))
    streams.push(...(await Promise.all(turn)))
  }
  await delay(BETWEEN_SAVES_MS)
  latencies = []
  for (let at = 1; at <= saves; at++) {
    savedAt = performance.now()
    await save(server.data, count * 100 + at)
    // Not all at the same point between two looks.
    await delay(BETWEEN_SAVES_MS + 37 * at)
  }
  for (const stream of streams) stream.destroy()
  agent.destroy()
  const clients = `${count.toLocaleString('en')} ${count === 1 ? 'browser' : 'browsers'}`
  return [
    exactly(`${clients}: saves that each was told of`, latencies.length / count, saves),
    told(`${clients}: from save to receipt, median`, percentile(latencies, 0.5), 'ms'),
    atMost(`${clients}: from save to receipt, longest`, percentile(latencies, 1), 2_000, 'ms'),
  ]
}

/** Saves a case while so many browsers follow, and times each until it is told that there is another version. */
export async function benchChanges(saves: number): Promise<Finding[]> {
  const server = await Server.launch({ ownData: true })
  try {
    const findings: Finding[] = []
    for (const count of CLIENTS) findings.push(...(await benchClients(server, count, saves)))
    return findings
  } finally {
    await server.close()
  }
}
