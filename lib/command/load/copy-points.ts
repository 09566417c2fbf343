import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import type { Tiles } from '@/lib/schema/tiles'
import { fold, textOf } from '@/lib/server/find-rows'
import { readRow } from '@/lib/server/row-file'
import { type CountedPoint, countPoints, type RunsLook, type SortedPlan } from '../tile/count-points'
import { copied, partName } from './tables'

/** So many characters are handed on at once. */
const PIECE = 1 << 17

/** A text as COPY reads it; the database takes no character of number zero. */
function toField(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\\\t\n\r]/g, (sign) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[sign] ?? sign}`)
}

function toLine(set: number, { row, key, x, y, category, start, end, at, text }: CountedPoint): string {
  const words = toField(fold(textOf(readRow(text))))
  return `${[set, row, key, x, y, category, start, end, ...at, toField(text), words].join('\t')}\n`
}

/**
 * Copies sorted points into the part of a set, in the order of the curve, and hands each to `also`; answers what is to be
 * told of them.
 */
export async function copyPoints(
  client: Client,
  set: number,
  plan: SortedPlan,
  look: RunsLook,
  also: (point: CountedPoint) => Promise<void> | void,
): Promise<Tiles> {
  const stream = client.query(from(`COPY ${partName(set)} (${copied}) FROM STDIN`))
  // What the database refuses ends the stream, and whoever waits for it.
  const done = finished(stream)
  done.catch(() => {})
  const hash = createHash('sha256').update(JSON.stringify([look, plan.categories]))
  let piece = ''
  const counted = await countPoints(plan, look, async (point) => {
    hash.update(`${point.category},${point.start},${point.end},${point.text}\n`)
    piece += toLine(set, point)
    await also(point)
    if (piece.length < PIECE) return
    const isFull = !stream.write(piece)
    piece = ''
    if (isFull) await Promise.race([once(stream, 'drain'), done])
  })
  stream.end(piece)
  await done
  return { version: hash.digest('hex').slice(0, 12), ...counted }
}
