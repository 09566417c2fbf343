import { Agent, get } from 'node:http'

/**
 * A process of many event-stream clients, apart from the one that measures: they would otherwise wait for each other.
 * Started with the stream's address, the members' cookies as JSON and how many clients; told nothing after that. It says how many are connected, and
 * for each spot that the wall shows, by its `x`, when each client had it: ms since the epoch.
 */
export type ClientsMessage = { kind: 'connected'; count: number } | { kind: 'seen'; x: number; at: number[] }

const [address = '', members = '[]', wanted = '0'] = process.argv.slice(2)
const cookies: string[] = JSON.parse(members)
const count = Number(wanted)
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
const SPOT = /"spot":\{"x":([\d.]+)/g
/** How many clients connect at once: the system's queue of new connections is not what is measured. */
const AT_ONCE = 50

const seen = new Map<number, number[]>()

function tell(message: ClientsMessage): void {
  process.send?.(message)
}

function note(x: number, at: number): void {
  const times = seen.get(x) ?? []
  times.push(at)
  seen.set(x, times)
  if (times.length !== count) return
  tell({ kind: 'seen', x, at: times })
  seen.delete(x)
}

/** Connects one client as a member; answers once it has had its first event. */
function connect(cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let last = 0
    let rest = ''
    const request = get(address, { agent, headers: { cookie, accept: 'text/event-stream' } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answered ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        const at = performance.timeOrigin + performance.now()
        const text = rest + piece
        const whole = text.lastIndexOf('\n\n') + 1
        rest = text.slice(whole)
        for (const [, x] of text.slice(0, whole).matchAll(SPOT)) {
          if (Number(x) > last) {
            last = Number(x)
            note(last, at)
          }
        }
        resolve()
      })
      response.on('error', () => process.exit(1))
    })
    request.on('error', reject)
  })
}

for (let from = 0; from < count; from += AT_ONCE) {
  const turn = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => from + index)
  await Promise.all(turn.map((at) => connect(cookies[at % cookies.length] ?? '')))
}
tell({ kind: 'connected', count })
