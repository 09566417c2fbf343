import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCloser, createConnectionGuard } from '@/lib/server/connection-guard'

const MOST = 3
let server: Server
const sockets: Socket[] = []

beforeEach(async () => {
  const guard = createConnectionGuard(MOST)
  server = createServer((request, response) => {
    guard.asked(request, response)
    request.on('error', () => undefined)
    request.resume().once('end', () => void (request.url !== '/slow' && response.end('answered')))
  })
  server.on('connection', guard.connected)
  await once(server.listen(0, '127.0.0.1'), 'listening')
})

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.closeAllConnections()
  server.close()
})

/** Opens a connection that sends `text`. */
async function open(text: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'connect')
  socket.write(text)
  // Until the server has it.
  await new Promise((resolve) => setTimeout(resolve, 30))
  socket.resume()
  return socket
}

async function ask(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text()
}

/** Numbers of the connections that the server has closed. */
const closed = (all: Socket[]) => all.flatMap((socket, at) => (socket.destroyed || socket.readableEnded ? [at] : []))

it.each([
  ['half a header', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
  ['half a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{'],
  ['nothing', ''],
])('closes the connections that have sent %s for longest, and answers who asks', async (_, text) => {
  const slow: Socket[] = []
  for (let at = 0; at < MOST + 2; at++) slow.push(await open(text))
  expect(closed(slow)).toEqual([0, 1])
  expect(await ask()).toBe('answered')
})

it('closes none that waits for its answer', async () => {
  const asking = await open('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n')
  const posting = await open('POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}')
  for (let at = 0; at < MOST + 2; at++) await open('GET')
  expect(closed([asking, posting])).toEqual([])
})

it('closes those that were answered long ago and ask for nothing more', async () => {
  const answered = await open('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  for (let at = 0; at < MOST; at++) await open('GET')
  expect(closed([answered])).toEqual([0])
})

it('thousands that go at once are told of a few at a time, and all else of a connection at once', async () => {
  const closeInTurn = createCloser(20)
  const told: string[] = []
  for (let at = 0; at < 50; at++) {
    const socket = new Socket()
    closeInTurn(socket)
    socket.on('timeout', () => told.push('timeout'))
    socket.on('close', () => told.push('close'))
    socket.emit('timeout')
    socket.emit('close')
  }
  expect(told.filter((each) => each === 'timeout')).toHaveLength(50)
  expect(told.filter((each) => each === 'close')).toHaveLength(20)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toHaveLength(100)
})
