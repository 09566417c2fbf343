import { readFile } from 'node:fs/promises'
import { Agent, request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build } from 'esbuild'
import type { BareConfig } from './bare-config'

const folder = 'tests/bench'

interface Served {
  body: Buffer
  type: string
  encoding: 'br' | 'gzip' | null
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
}

async function serve(name: string, contents: Uint8Array): Promise<[string, Served]> {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const encoding = extension === 'woff2' ? null : 'br'
  const body = encoding === null ? Buffer.from(contents) : await promisify(brotliCompress)(contents)
  return [`/bench/${name}`, { body, type: types[extension] ?? 'application/octet-stream', encoding }]
}

/** What Next puts into the product's own scripts: both pages are measured at the root. */
const define = { 'process.env.CASEBOARD_BASE_PATH': '""' }

/** A browser script of the benchmark as one minified text. */
export async function bundleScript(entry: string, globalName?: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    define,
    ...(globalName !== undefined && { globalName }),
  })
  return result.outputFiles[0]?.text ?? ''
}

/** The bare page's files by address, all compressed as Caseboard's are. MapLibre's are its own, unbundled. */
async function buildFiles(): Promise<Map<string, Served>> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'bare-page.ts'), join(folder, 'bare-page.css')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define,
    external: ['maplibre-gl'],
    alias: { 'maplibre-gl/dist/maplibre-gl.css': './node_modules/maplibre-gl/dist/maplibre-gl.css' },
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    outdir: 'bench',
    write: false,
  })
  const maplibre = ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs']
  const own = outputFiles.map((file) => serve(basename(file.path), file.contents))
  const theirs = maplibre.map(async (name) => serve(name, await readFile(join('node_modules/maplibre-gl/dist', name))))
  return new Map(await Promise.all([...own, ...theirs]))
}

/** Its line of text is for Lighthouse, which says of a page that is a canvas alone that it painted nothing. */
function pageHtml(config: BareConfig): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bare map</title>
<link rel="stylesheet" href="/bench/bare-page.css">
<script type="importmap">{"imports":{"maplibre-gl":"/bench/maplibre-gl.mjs"}}</script>
<link rel="modulepreload" href="/bench/maplibre-gl.mjs">
<script>window.bareConfig=${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/bench/bare-page.js"></script>
<p>Bare map</p>
<section id="map" aria-label="Map" data-state="loading"></section>
</html>`
}

/**
 * Serves the bare page below `/bench/` and hands everything else on to Caseboard as it is, so that both pages stand at
 * one origin and go the same way over the wire.
 */
export class BareServer {
  readonly origin: string
  readonly #server: Server
  readonly #agent: Agent

  private constructor(server: Server, agent: Agent, port: number) {
    this.#server = server
    this.#agent = agent
    this.origin = `http://localhost:${port}`
  }

  /** `configFor` says what the bare page shows, given its query. */
  static async launch(behind: string, configFor: (query: URLSearchParams) => BareConfig): Promise<BareServer> {
    const files = await buildFiles()
    const agent = new Agent({ keepAlive: true })
    const server = createServer((request, response) => {
      const address = new URL(request.url ?? '/', behind)
      const file = files.get(address.pathname)
      if (file !== undefined) send(response, file)
      else if (address.pathname === '/bench/') void sendPage(response, configFor(address.searchParams))
      else handOn(request, response, address, agent)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    if (bound === null || typeof bound === 'string') throw new Error('no port')
    return new BareServer(server, agent, bound.port)
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

function send(response: ServerResponse, { body, type, encoding }: Served): void {
  const headers = { 'content-type': type, 'content-length': body.length, 'cache-control': 'max-age=31536000' }
  response.writeHead(200, encoding === null ? headers : { ...headers, 'content-encoding': encoding })
  response.end(body)
}

async function sendPage(response: ServerResponse, config: BareConfig): Promise<void> {
  const body = await promisify(gzip)(pageHtml(config))
  send(response, { body, type: 'text/html; charset=utf-8', encoding: 'gzip' })
}

function handOn(from: IncomingMessage, to: ServerResponse, address: URL, agent: Agent): void {
  const { method, headers } = from
  const onward = ask(address, { agent, headers, ...(method !== undefined && { method }) }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
  })
  onward.on('error', () => to.destroy())
  from.pipe(onward)
}
