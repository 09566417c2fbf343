import { connect, type Socket } from 'node:net'
import { z } from 'zod'

/** What is asked of a browser, as WebDriver names it (https://www.w3.org/TR/webdriver2/). */
type Command = 'url' | 'execute/sync' | 'actions' | 'window/rect' | 'screenshot' | 'print'

/** A browser that takes commands. */
export interface RemoteEnd {
  send(command: Command, parameters?: object): Promise<unknown>
}

const answerSchema = z.object({ value: z.unknown() })
const sessionSchema = z.object({ value: z.object({ sessionId: z.string() }) })
const readWith: readonly Command[] = ['screenshot']

async function post(address: string, body: object): Promise<unknown> {
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) })
  const said: unknown = await answer.json()
  if (!answer.ok) throw new Error(`${address}: ${JSON.stringify(said).slice(0, 500)}`)
  return said
}

/** A WebDriver over HTTP, as WebKit has one. */
export async function openWebDriver(origin: string, capabilities: object): Promise<RemoteEnd> {
  const begun = await post(`${origin}/session`, { capabilities: { alwaysMatch: capabilities } })
  const session = `${origin}/session/${sessionSchema.parse(begun).value.sessionId}`
  return {
    async send(command, parameters = {}) {
      const address = `${session}/${command}`
      const said = readWith.includes(command)
        ? await fetch(address).then((answer) => answer.json())
        : await post(address, parameters)
      return answerSchema.parse(said).value
    },
  }
}

const names: Readonly<Record<Command, string>> = {
  url: 'WebDriver:Navigate',
  'execute/sync': 'WebDriver:ExecuteScript',
  actions: 'WebDriver:PerformActions',
  'window/rect': 'WebDriver:SetWindowRect',
  screenshot: 'WebDriver:TakeScreenshot',
  print: 'WebDriver:Print',
}

const replySchema = z.tuple([z.literal(1), z.number(), z.unknown(), z.unknown()])

/** Takes what a socket sends apart: each message is led by its length in bytes and a colon. */
function readMessages(socket: Socket, take: (message: unknown) => void): void {
  let waiting = Buffer.alloc(0)
  socket.on('data', (piece: Buffer) => {
    waiting = Buffer.concat([waiting, piece])
    for (;;) {
      const colon = waiting.indexOf(':')
      const end = colon + 1 + Number(waiting.subarray(0, colon).toString())
      if (colon === -1 || waiting.length < end) return
      take(JSON.parse(waiting.subarray(colon + 1, end).toString()))
      waiting = waiting.subarray(end)
    }
  })
}

/**
 * Firefox's Marionette, which takes the same commands over a socket: what geckodriver, which Debian does not have,
 * translates WebDriver into (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 */
export async function openMarionette(port: number): Promise<RemoteEnd> {
  const socket = connect({ host: '127.0.0.1', port })
  const pending = new Map<number, (reply: z.infer<typeof replySchema>) => void>()
  await new Promise<void>((greeted, failed) => {
    socket.once('error', failed)
    readMessages(socket, (message) => {
      // It greets, and then answers.
      if (!Array.isArray(message)) return greeted()
      const reply = replySchema.parse(message)
      pending.get(reply[1])?.(reply)
      pending.delete(reply[1])
    })
  })
  let last = 0
  const order = (name: string, parameters: object) => {
    const id = ++last
    const text = JSON.stringify([0, id, name, parameters])
    socket.write(`${Buffer.byteLength(text)}:${text}`)
    return new Promise<unknown>((done, failed) => {
      pending.set(id, ([, , error, result]) => {
        if (error !== null) failed(new Error(`${name}: ${JSON.stringify(error).slice(0, 500)}`))
        else done(result)
      })
    })
  }
  await order('WebDriver:NewSession', {})
  return {
    async send(command, parameters = {}) {
      const full = command === 'screenshot' ? { full: false } : parameters
      const answer = answerSchema.safeParse(await order(names[command], full))
      return answer.success ? answer.data.value : null
    },
  }
}
