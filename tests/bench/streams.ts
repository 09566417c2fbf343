import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Server } from '../e2e/driver/server'
import { exactly, type Finding, told } from '../soak/finding'
import { ControlClient } from './control-client'
import { percentile } from './statistics'
import type { ClientsMessage } from './stream-clients'

const CASE = '2022-10-annexation'
/** Displays of the wall that the clients are: as many as a large one has, of the 64 that it can have. */
const MEMBERS = 32
const COMMAND_EVERY_MS = 400
const CONNECT_LIMIT_MS = 120_000

/** A figure of the server's own metrics. */
async function readMetric(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const line = text.split('\n').find((each) => each.startsWith(`${name} `))
  if (line === undefined) throw new Error(`the server has no metric ${name}`)
  return Number(line.slice(name.length + 1))
}

/** Starts the clients' process; answers once all are connected. */
async function startClients(members: ControlClient[], count: number, onSeen: (x: number, at: number[]) => void) {
  const cookies = JSON.stringify(members.map(({ cookie }) => cookie))
  const words = [members[0]?.streamAddress ?? '', cookies, String(count)]
  const clients = fork('tests/bench/stream-clients.ts', words, { execArgv: ['--import', 'tsx'] })
  const connected = new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error('the clients did not connect')), CONNECT_LIMIT_MS).unref()
    clients.once('exit', () => reject(new Error('the clients ended')))
    clients.on('message', (message: ClientsMessage) => {
      if (message.kind === 'connected') resolve()
      else onSeen(message.x, message.at)
    })
  })
  await connected
  return clients
}

/** Shows a wall's state to `count` event-stream clients and times commands from being sent to being received by each. */
export async function benchStreams(count: number, commands = 50): Promise<Finding[]> {
  const server = await Server.launch()
  try {
    const client = new ControlClient(server.origin, CASE)
    await client.register()
    const members = [client]
    while (members.length < MEMBERS) members.push(await client.join(`Screen ${members.length + 1}`))
    await client.command({ kind: 'point', at: { x: 0, y: 0.5 } })
    const memory = { before: await readMetric(server.origin, 'process_resident_memory_bytes'), after: 0 }
    const seen = new Map<number, number[]>()
    const clients = await startClients(members, count, (x, at) => seen.set(x, at))
    const sent = new Map<number, number>()
    for (let at = 1; at <= commands; at++) {
      const x = at / 1000
      sent.set(x, performance.timeOrigin + performance.now())
      await client.command({ kind: 'point', at: { x, y: 0.5 } })
      await new Promise((resolve) => setTimeout(resolve, COMMAND_EVERY_MS))
    }
    memory.after = await readMetric(server.origin, 'process_resident_memory_bytes')
    const latencies = [...sent].flatMap(([x, from]) => (seen.get(x) ?? []).map((at) => at - from))
    const ended = once(clients, 'exit')
    clients.kill('SIGKILL')
    await ended
    return [
      told('event-stream clients', count, ''),
      told('displays that they are', members.length, ''),
      exactly('commands that every client was told of', seen.size, commands),
      told('from command to receipt, median', percentile(latencies, 0.5), 'ms'),
      // Only told: the 150 ms that a thumb may wait are for one wall, not for thousands that share its server's machine.
      told('from command to receipt, p99', percentile(latencies, 0.99), 'ms'),
      told('memory of the server per client', (memory.after - memory.before) / count / 1000, 'kB'),
      told('memory of the server', memory.after / 1e6, 'MB'),
    ]
  } finally {
    await server.close()
  }
}
