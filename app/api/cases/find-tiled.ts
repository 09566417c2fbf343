import type { LinkedLayer } from '@/lib/derive/linked-case'
import type { Tiles } from '@/lib/schema/tiles'
import { findCase } from '@/lib/server/case-store'
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
  return { layer: { ...layer, tiles }, address: { caseId, layerId, source, version: tiles.version } }
}

/** What is answered where tiles, or rows, cannot be read: the map draws the rest, and asks again later. */
export function unreadable(request: Request, what: string): Promise<Response> {
  return problem(request, 503, 'Cannot be read now', `${what} cannot be read; the rest of the case is not affected.`)
}
