import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { limits } from '@/lib/limits'
import { type FindRows, fold, type RowQuery } from '@/lib/server/find-rows'
import { type LayerRow, readRow } from '@/lib/server/row-file'
import { ask } from './connection'
import { checkSet, pointSet, type SetAddress } from './point-sets'

interface FoundRow {
  row: number
  category: number
  first_bin: number
  last_bin: number
  about: string
}

/** A statement's conditions and the values beside them. */
class Conditions {
  readonly values: unknown[] = []
  readonly #texts: string[] = []

  /** Adds a condition of which each `?` stands for one of the values. */
  add(text: string, values: readonly unknown[]): void {
    let at = 0
    this.#texts.push(text.replace(/\?/g, () => this.value(values[at++])))
  }

  /** Puts a value beside the statement; answers what stands for it there. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`
  }

  get text(): string {
    return this.#texts.join(' AND ')
  }
}

/** The corner-to-corner parts of a box: two where it lies across the antimeridian. */
function partsOf([west, south, east, north]: Bounds): Bounds[] {
  const parts: Bounds[] = [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
  return west <= east ? [[west, south, east, north]] : parts
}

function addBox(where: Conditions, box: Bounds): void {
  // The index knows boxes that are a little larger than what is in them.
  const within = 'place && ST_MakeEnvelope(?, ?, ?, ?, 4326) AND lng >= ? AND lat >= ? AND lng <= ? AND lat <= ?'
  const parts = partsOf(box)
  where.add(
    `(${parts.map(() => within).join(' OR ')})`,
    parts.flatMap((part) => [...part, ...part]),
  )
}

/** Words as a pattern: what means something else in one is meant as it stands. */
const likeOf = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

function conditionsOf(set: number, { bins, categories, box, range, words }: RowQuery, first: number): Conditions {
  const where = new Conditions()
  where.add('set_id = ? AND row >= ?', [set, first])
  if (range !== null) where.add('row < ?', [range.first + range.count])
  if (bins !== null) where.add('first_bin >= 0 AND last_bin >= ? AND first_bin <= ?', [bins.from, bins.to])
  if (categories !== null) where.add('category = ANY (?::smallint[])', [categories])
  if (box !== null) addBox(where, box)
  const folded = fold(words)
  // No index knows the words: so many rows are looked through and no more, whatever is in them.
  if (folded !== '') where.add('row < ? AND words LIKE ?', [first + limits.database.scanned, likeOf(folded)])
  return where
}

const toRow = ({ row, category, first_bin: from, last_bin: to, about }: FoundRow): LayerRow => {
  return { row, category, from, to, ...readRow(about) }
}

/**
 * Rows of a layer whose points are in the database, by one statement for a page; the same rows in the same order as from a
 * file (`findRows`), and looked through for words in larger steps.
 */
export function databaseRows(address: SetAddress & { count: number }): FindRows {
  return async (query, after, page) => {
    if (query.none === true) return { rows: [], next: null, looked: 0 }
    const set = await pointSet(address)
    const first = Math.max(after, query.range?.first ?? 0)
    const where = conditionsOf(set, query, first)
    const found = await ask<FoundRow>(
      `SELECT row, category, first_bin, last_bin, about FROM caseboard_points
       WHERE ${where.text} ORDER BY row LIMIT ${where.value(page + 1)}`,
      where.values,
    )
    if (found.length === 0) await checkSet(address, set)
    const rows = found.slice(0, page).map(toRow)
    const beyond = found[page]?.row
    const end = Math.min(address.count, query.range === null ? address.count : query.range.first + query.range.count)
    const looked = fold(query.words) === '' ? end : Math.min(end, first + limits.database.scanned)
    const next = beyond ?? (looked < end ? looked : null)
    return { rows, next, looked: (next ?? end) - first }
  }
}
