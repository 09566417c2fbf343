import { parentPort } from 'node:worker_threads'
import { basemapTile } from '@/lib/server/basemap-archive'
import { archiveCase } from '@/lib/server/case-archive'
import { serveOrders } from '@/lib/server/kept-threads'
import { nearestCoast } from '@/lib/server/nearest-coast'
import { readPictureFiles } from '@/lib/server/picture-file'
import { readPublishedEvidence } from '@/lib/server/published-evidence'
import { yieldToRequests } from '@/lib/server/thread-priority'
import { readUnit } from '@/lib/server/units'
import type { DrawOrder, StillOrder } from './draw-order'
import { drawStill, nameShapeOver } from './draw-still'

/** The outline of the unit that a still map is to show; null without one. */
async function outlineOf({ tools: { unit } }: StillOrder) {
  return unit === null ? null : ((await readUnit(unit))?.outline ?? null)
}

/** The thread of `draw-apart.ts`. */
async function draw(order: DrawOrder): Promise<Uint8Array> {
  switch (order.kind) {
    case 'prepare':
      // Reading any tile opens the archive.
      await basemapTile(0, 0, 0)
      return new Uint8Array()
    case 'still':
      return Buffer.from(await drawStill(order.still, await outlineOf(order.still)))
    case 'shape-name':
      return Buffer.from(JSON.stringify(nameShapeOver(order.shape)))
    case 'archive':
      return archiveCase(
        order.caseId,
        order.files,
        await readPictureFiles(order.caseId, order.files),
        await readPublishedEvidence(order.caseId, order.files),
      )
    case 'unit':
      return Buffer.from(JSON.stringify(await readUnit(order.code)))
    case 'coast':
      return Buffer.from(JSON.stringify(await nearestCoast(order.at)))
  }
}

if (parentPort !== null) {
  yieldToRequests()
  serveOrders(parentPort, draw)
}
