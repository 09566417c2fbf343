import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

/** Opens a connection that sends `text` and then says nothing more. */
async function openAndSend(origin: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.resume()
  socket.write(text)
  return socket
}

const isOpen = (socket: Socket) => !socket.destroyed && !socket.readableEnded

test('hundreds who send half of what they ask keep nobody else from being answered', async () => {
  const server = await Server.launch({ shell: 'ulimit -n 1024' })
  const slow: Socket[] = []
  try {
    for (let at = 0; at < 150; at++) {
      slow.push(await openAndSend(server.origin, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '))
      slow.push(
        await openAndSend(server.origin, 'POST /control/screens HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{'),
      )
    }
    expect((await fetch(`${server.origin}/cases/2022-10-annexation`)).status).toBe(200)
    // 15 of 100 files that it may open are theirs.
    await expect.poll(() => slow.filter(isOpen).length).toBeLessThan(160)
    expect(slow.slice(0, 50).filter(isOpen)).toHaveLength(0)
  } finally {
    for (const socket of slow) socket.destroy()
    await server.close()
  }
})

test('whoever asks for another protocol is answered in this one', async ({ server }) => {
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
  for (const path of ['/nowhere', '/healthz', '/_next/hmr']) {
    const socket = await openAndSend(server.origin, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 (200|404) /)
    socket.destroy()
  }
})
