import { createServer } from 'node:http'
import { freePort } from '../../free-port'

interface HaltingServer {
  origin: string
  close(): void
}

/** Stands before a server and holds a page back for `haltMs` where `mark` begins, as a slow network does somewhere. */
export async function launchHaltingServer(origin: string, mark: string, haltMs: number): Promise<HaltingServer> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${origin}${request.url}`)
    const body = Buffer.from(await answer.arrayBuffer())
    response.statusCode = answer.status
    for (const [name, value] of answer.headers)
      if (!/^(content-(encoding|length)|transfer-encoding|connection)$/.test(name)) response.setHeader(name, value)
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
    const at = isPage ? body.indexOf(mark) : -1
    if (at >= 0) {
      response.write(body.subarray(0, at))
      await new Promise((resolve) => setTimeout(resolve, haltMs))
    }
    response.end(body.subarray(Math.max(at, 0)))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
