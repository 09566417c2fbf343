import { isObject } from '@/lib/schema/plain-values'
import type { Cell } from '../row'

const isCell = (value: unknown): value is Cell =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

const LEVELS = 4
const MOST_CELLS = 200

/** A column's name that is not taken: of what is too long, or nothing but space, another may have the same. */
function freeName(path: string, taken: ReadonlyMap<string, Cell>): string {
  const base = path.replace(/\s+/g, ' ').trim().slice(0, 100).trim() || 'unnamed'
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base.slice(0, 90)} (${number})`
  return name
}

/**
 * The properties of a JSON object as cells: what stands within another by its path, `actor.name`, a list of texts as one.
 * What is deeper, or a list of objects, is written as JSON.
 */
export function flattenProperties(properties: unknown): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const add = (path: string, value: unknown, level: number) => {
    if (value === null || value === undefined || value === '' || cells.size >= MOST_CELLS) return
    const name = freeName(path, cells)
    if (isCell(value)) cells.set(name, typeof value === 'string' ? value.trim() : value)
    else if (Array.isArray(value)) {
      if (value.length > 0) cells.set(name, value.every(isCell) ? value.join(', ') : JSON.stringify(value))
    } else if (isObject(value)) {
      if (level >= LEVELS) cells.set(name, JSON.stringify(value))
      else for (const [key, held] of Object.entries(value)) add(path === '' ? key : `${path}.${key}`, held, level + 1)
    }
  }
  if (isObject(properties)) add('', properties, 0)
  return cells
}

/** The columns that the first rows have, in the order in which they come. */
export function columnsOf(rows: readonly { cells: ReadonlyMap<string, Cell> }[]): string[] {
  const columns = new Set<string>()
  for (const { cells } of rows.slice(0, 1000)) for (const name of cells.keys()) columns.add(name)
  return [...columns]
}
