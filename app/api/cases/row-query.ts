import { binsOfWindow, everyTile } from '@/lib/derive/time-bins'
import { limits } from '@/lib/limits'
import type { Tiles } from '@/lib/schema/tiles'
import type { FindRows, RowQuery } from '@/lib/server/find-rows'
import { problem } from '@/lib/server/http'
import { layerRows } from '@/lib/server/layer-tiles'
import { readTimeWindow } from '@/lib/url/time-window'
import { findTiled, unreadable } from './find-tiled'

export interface AskedRows {
  query: RowQuery
  after: number
  /** What of the address cannot be read; null where all can. */
  wrong: string | null
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null

/** Four numbers of degrees; null for anything else. */
function readBox(text: string): [number, number, number, number] | null {
  const [west, south, east, north, ...rest] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (west === undefined || south === undefined || east === undefined || north === undefined || rest.length > 0)
    return null
  return [west, south, east, north].every(Number.isFinite) && south <= north ? [west, south, east, north] : null
}

/** Reads which rows of a layer an address asks for. */
export function readRowQuery(search: URLSearchParams, tiles: Tiles): AskedRows {
  const [time, box, numbers] = ['time', 'bbox', 'categories'].map((name) => search.get(name))
  const window = time == null ? null : readTimeWindow(time)
  const categories = numbers == null ? null : numbers.split(',').map((text) => wholeNumber(text) ?? -1)
  const [first, count] = [wholeNumber(search.get('first')), wholeNumber(search.get('count'))]
  const bounds = box == null ? null : readBox(box)
  const words = (search.get('words') ?? '').slice(0, limits.tile.findCharacters)
  const bins = window === null || tiles.time === undefined ? null : binsOfWindow(tiles.time, window)
  const query: RowQuery = {
    ...everyTile,
    bins,
    categories,
    box: bounds,
    words,
    range: first === null ? null : { first, count: count ?? 1 },
    // Without dates nothing is within a window; nor is anything in one that lies before or after all of it.
    ...(window !== null && bins === null ? { none: true as const } : {}),
  }
  const isCategory = (number: number) => Number.isInteger(number) && number >= 0 && number < tiles.counts.length
  const faults = [
    time != null && window === null && 'time is an interval of ISO 8601, as 2022-09-26/2022-10-03',
    box != null && bounds === null && 'bbox is west,south,east,north in degrees',
    categories?.every(isCategory) === false && `categories are numbers from 0 to ${tiles.counts.length - 1}`,
    ...['after', 'first', 'count'].map(
      (name) => search.has(name) && wholeNumber(search.get(name)) === null && `${name} is a whole number`,
    ),
  ]
  return { query, after: wholeNumber(search.get('after')) ?? 0, wrong: faults.find((fault) => fault !== false) || null }
}

/** Answers a query of a layer's rows with what `give` makes of it, or with why it does not. */
export async function answerRows(
  request: Request,
  { case: caseId, layer: layerId }: { case: string; layer: string },
  give: (find: FindRows, asked: Omit<AskedRows, 'wrong'>) => Response | Promise<Response>,
): Promise<Response> {
  const found = await findTiled(request, caseId, layerId)
  if (found instanceof Response) return found
  const { wrong, ...asked } = readRowQuery(new URL(request.url).searchParams, found.layer.tiles)
  if (wrong !== null) return problem(request, 400, 'Not a query of rows', wrong)
  try {
    return await give(await layerRows(found.address), asked)
  } catch (error) {
    return unreadable(request, 'rows', found, error)
  }
}
