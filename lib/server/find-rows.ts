import type { TileQuery } from '@/lib/derive/time-bins'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { limits } from '@/lib/limits'
import { BLOCK_ROWS, type LayerRow, type RowFile } from './row-file'

/** Which rows of a layer are asked for. */
export interface RowQuery extends TileQuery {
  /** [west, south, east, north]; null: everywhere. West may lie beyond east, across the antimeridian. */
  box: Bounds | null
  /** Words that a row has to have somewhere; empty for none. */
  words: string
  /** Only these, which follow one another; as a circle of the map names them. */
  range: { first: number; count: number } | null
}

/** A page of rows. `next` is the row from which to go on; null at the end. */
export interface RowPage {
  rows: LayerRow[]
  next: number | null
  /** How many rows were looked at, for what is told while a search goes on. */
  looked: number
}

function meets(box: Bounds, [lng, lat]: readonly [number, number]): boolean {
  const [west, south, east, north] = box
  const isWithin = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east
  return isWithin && lat >= south && lat <= north
}

function overlaps([west, south, east, north]: Bounds, [w, s, e, n]: Bounds): boolean {
  if (south > n || north < s) return false
  return west <= east ? west <= e && east >= w : west <= e || east >= w
}

/** Finds rows of a layer, a page at a time, from the row `after` on, wherever they are kept. */
export type FindRows = (query: RowQuery, after: number, page: number) => Promise<RowPage>

/** A text in letters without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What a search looks at: all that a row says. */
export function textOf({ properties }: Pick<LayerRow, 'properties'>): string {
  return fold(Object.values(properties).join(' '))
}

function passes(row: LayerRow, { bins, categories, box }: RowQuery, folded: string): boolean {
  if (bins !== null && (row.from < 0 || row.to < bins.from || row.from > bins.to)) return false
  if (categories !== null && !categories.includes(row.category)) return false
  if (box !== null && !meets(box, row.at)) return false
  return folded === '' || textOf(row).includes(folded)
}

/**
 * Rows of a layer, a page at a time, from the row `after` on. Blocks of rows that lie elsewhere in place or time are not
 * read; of those that are, no more than the limit for one answer, which then says where to go on: what it takes does not
 * grow with the layer.
 */
export async function findRows(file: RowFile, query: RowQuery, after: number, page: number): Promise<RowPage> {
  const first = Math.max(after, query.range?.first ?? 0)
  const end = query.range === null ? file.rows : Math.min(file.rows, query.range.first + query.range.count)
  const folded = fold(query.words)
  const rows: LayerRow[] = []
  let looked = 0
  if (query.none === true) return { rows, next: null, looked }
  for (let index = Math.floor(first / BLOCK_ROWS); index * BLOCK_ROWS < end; index += 1) {
    const block = file.blocks[index]
    if (block === undefined) break
    if (query.box !== null && !overlaps(query.box, block.box)) continue
    if (query.bins !== null && (block.to < query.bins.from || block.from > query.bins.to)) continue
    if (looked >= limits.tile.scanned) return { rows, next: Math.max(first, index * BLOCK_ROWS), looked }
    for (const row of await file.readBlock(index)) {
      if (row.row < first || row.row >= end) continue
      looked += 1
      if (!passes(row, query, folded)) continue
      if (rows.length === page) return { rows, next: row.row, looked }
      rows.push(row)
    }
  }
  return { rows, next: null, looked }
}

function toFeature({ at, geometry: shape, date, properties }: LayerRow): string {
  const geometry = shape ?? { type: 'Point', coordinates: at }
  return JSON.stringify({
    type: 'Feature',
    geometry,
    properties: { ...properties, ...(date === undefined ? {} : { date }) },
  })
}

/** The rows that pass as a GeoJSON collection, in pieces; what is beyond the limit is left to the next, from `next` on. */
export async function* exportRows(find: FindRows, query: RowQuery, after: number): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let [next, count]: [number | null, number] = [after, 0]
  while (next !== null && count < limits.tile.exported) {
    const page = await find(query, next, Math.min(1000, limits.tile.exported - count))
    if (page.rows.length > 0) yield `${count > 0 ? ',\n' : ''}${page.rows.map(toFeature).join(',\n')}`
    count += page.rows.length
    next = page.next
  }
  yield `\n],"next":${next}}\n`
}
