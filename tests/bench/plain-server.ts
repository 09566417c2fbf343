import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** Plain Node that answers with bytes that it has in memory: what any server of tiles is measured by. */

const [file = '', port = ''] = process.argv.slice(2)
const bodies: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
const kept = new Map(Object.entries(bodies).map(([address, body]) => [address, Buffer.from(body, 'base64')]))

createServer((request, response) => {
  const body = kept.get(request.url ?? '')
  if (body === undefined) response.writeHead(404).end()
  else
    response
      .writeHead(200, {
        'content-type': 'application/vnd.mapbox-vector-tile',
        'content-encoding': 'gzip',
        'content-length': body.length,
      })
      .end(body)
}).listen(Number(port), '127.0.0.1')
