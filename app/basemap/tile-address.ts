import { FOR_EVER } from '@/lib/server/http'

/** A whole number as it stands in an address; NaN, which no tile has, for anything else. */
function tileNumber(text: string): number {
  return /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
}

/** Zoom, column and row as an address names them. */
export function readTileAddress(address: Record<'z' | 'x' | 'y', string>): Record<'z' | 'x' | 'y', number> {
  return { z: tileNumber(address.z), x: tileNumber(address.x), y: tileNumber(address.y) }
}

/** Kept for ever under its version, asked for anew without one. */
export function tileHeaders(request: Request, version: string, type: string): Record<string, string> {
  const current = new URL(request.url).searchParams.get('v') === version
  return { 'content-type': type, 'cache-control': current ? FOR_EVER : 'no-cache' }
}
