import type { LinkedLayer } from '@/lib/derive/linked-case'
import { limits } from '@/lib/limits'
import type { Tiles } from '@/lib/schema/tiles'
import { findCase } from '@/lib/server/case-store'
import { DatabaseAway } from '@/lib/server/database/connection'
import { noteError } from '@/lib/server/health'
import { problem } from '@/lib/server/http'
import type { TiledAddress } from '@/lib/server/layer-tiles'

/** A layer whose places are on tiles, and where these are. */
export interface FoundTiles {
  layer: LinkedLayer & { tiles: Tiles }
  address: TiledAddress
}

/** The layer of tiles that an address names, or the answer that says why there is none. */
export async function findTiled(request: Request, caseId: string, layerId: string): Promise<FoundTiles | Response> {
  const found = await findCase(request, caseId)
  if (found instanceof Response) return found
  const layer = found.linked.layers.find(({ id }) => id === layerId)
  const { source, tiles } = layer ?? {}
  if (layer === undefined || source === undefined || tiles === undefined)
    return problem(request, 404, 'No such tiles', `The case has no layer “${layerId}” whose places are on tiles.`)
  const { version, maxZoom, count, time, shapes } = tiles
  const address = { caseId, layerId, source, version, maxZoom, count, bins: time?.count ?? 0, shapes }
  return { layer: { ...layer, tiles }, address }
}

/**
 * What is answered where a layer's tiles, or rows, cannot be read: the map draws the rest, and asks again later. A database
 * that is away is told of once, and not for each tile.
 */
export function unreadable(
  request: Request,
  what: 'tiles' | 'rows',
  { layer: { name }, address: { caseId, layerId } }: FoundTiles,
  error: unknown,
): Promise<Response> {
  const isAway = error instanceof DatabaseAway
  if (!isAway) noteError(`The ${what} of ${caseId}/${layerId} cannot be read`, error)
  const why = isAway ? 'the database that they are in cannot be reached' : 'they cannot be read'
  const detail = `The ${what} of the layer “${name}” are not to be had now: ${why}. The rest of the case is not affected.`
  const after = String(Math.ceil(limits.database.retryMs / 1000))
  return problem(request, 503, 'Cannot be read now', detail, { 'retry-after': after })
}
