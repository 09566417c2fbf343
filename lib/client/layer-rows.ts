import type { TileQuery } from '@/lib/derive/time-bins'
import { binsExtent } from '@/lib/derive/time-bins'
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
}

interface AskedRows {
  caseId: string
  layer: { id: string; tiles: Tiles }
  /** As the map is asked: what is listed is what is counted there. */
  query: TileQuery
  /** Rows that follow one another, as a circle names them. */
  range: { first: number; count: number }
}

/** The address of a page of rows; with the version of the tiles that name them. */
export function rowsAddress(
  { caseId, layer: { id, tiles }, query: { bins, categories }, range }: AskedRows,
  after: number,
) {
  const search = new URLSearchParams({ v: tiles.version, first: String(range.first), count: String(range.count) })
  if (after > 0) search.set('after', String(after))
  if (bins !== null && tiles.time !== undefined) search.set('time', writeTimeWindow(binsExtent(tiles.time, bins)))
  if (categories !== null) search.set('categories', categories.join())
  return addressBelow(`/api/cases/${caseId}/layers/${id}/rows?${search}`)
}

/** A page of rows from the server. Rejects where it cannot be had. */
export function fetchRows(asked: AskedRows, after: number): Promise<RowPage> {
  return fetchJson<RowPage>(rowsAddress(asked, after))
}
