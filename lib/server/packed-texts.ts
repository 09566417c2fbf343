import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { addressBelow } from '@/lib/url/base-path'
import { onRequest } from './http-events'

const PACKED = '.br'
const folders = ['chunks', 'media'] as const
const types: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.mjs': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The addresses of what the build in `build` has packed: see next.config.mjs. None where there is no such build. */
export function packedAddresses(build: string): ReadonlySet<string> {
  const addresses = folders.flatMap((folder) =>
    listFiles(path.join(build, 'static', folder))
      .filter((name) => name.endsWith(PACKED))
      .map((name) => addressBelow(`/_next/static/${folder}/${name.slice(0, -PACKED.length)}`)),
  )
  return new Set(addresses)
}

/** Leads a request for a script or a sheet to its packed copy, where there is one and the client can unpack it. */
export function leadToPacked(
  request: Pick<IncomingMessage, 'headers' | 'url'>,
  response: Pick<ServerResponse, 'setHeader'>,
  packed: ReadonlySet<string>,
): void {
  const [address = '', query] = (request.url ?? '').split('?')
  if (!packed.has(address)) return
  response.setHeader('vary', 'Accept-Encoding')
  if (!/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request.headers['accept-encoding'] ?? ''))) return
  request.url = `${address}${PACKED}${query === undefined ? '' : `?${query}`}`
  response.setHeader('content-encoding', 'br')
  response.setHeader('content-type', types[path.extname(address)] ?? 'application/octet-stream')
}

/** Has the servers of this process send packed scripts and sheets. Next itself would pack each anew for every visit, by gzip. */
export function sendPackedTexts(): void {
  if (process.env.NODE_ENV !== 'production') return
  const packed = packedAddresses(path.join(process.cwd(), '.next'))
  onRequest((request, response) => leadToPacked(request, response, packed))
}
