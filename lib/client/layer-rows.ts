import { binsExtent, type TileQuery } from '@/lib/derive/time-bins'
import type { Tiles } from '@/lib/schema/tiles'
import { addressBelow } from '@/lib/url/base-path'
import { writeTimeWindow } from '@/lib/url/time-window'
import { fetchJson } from './load-with-retry'

/** A row of a layer of tiles, as the server has it. */
export interface LayerRow {
  row: number
  category: number
  at: readonly [lng: number, lat: number]
  date?: string
  properties: Readonly<Record<string, string | number | boolean | null>>
}

export interface RowPage {
  rows: readonly LayerRow[]
  /** From where to go on; null at the end. */
  next: number | null
  /** How many were looked at for it: a search may end a page before it has found anything. */
  looked: number
}

/** Which rows are asked for beside what the view asks for. */
export interface RowsAsked {
  /** Rows that follow one another, as a circle of the map names them. */
  range?: { first: number; count: number }
  /** Words that they have to have. */
  words?: string
}

interface RowsOf extends RowsAsked {
  caseId: string
  layer: { id: string; tiles: Tiles }
  /** As the map is asked: what is listed is what is counted there. */
  query: TileQuery
}

/** The address of rows; with the version of the tiles that name them. `what` is a page of them, or all as a file. */
export function rowsAddress(
  { caseId, layer: { id, tiles }, query: { bins, categories }, range, words = '' }: RowsOf,
  after: number,
  what: 'rows' | 'rows.geojson' = 'rows',
): string {
  const search = new URLSearchParams({ v: tiles.version })
  if (range !== undefined) {
    search.set('first', String(range.first))
    search.set('count', String(range.count))
  }
  if (words.trim() !== '') search.set('words', words.trim())
  if (bins !== null && tiles.time !== undefined) search.set('time', writeTimeWindow(binsExtent(tiles.time, bins)))
  if (categories !== null) search.set('categories', categories.join())
  if (after > 0) search.set('after', String(after))
  return addressBelow(`/api/cases/${caseId}/layers/${id}/${what}?${search}`)
}

/** A page of rows from the server. Rejects where it cannot be had. */
export async function fetchRows(asked: RowsOf, after: number): Promise<RowPage> {
  if (asked.query.none === true) return { rows: [], next: null, looked: 0 }
  return fetchJson<RowPage>(rowsAddress(asked, after))
}
