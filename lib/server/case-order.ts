import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readJson } from '@/lib/schema/plain-values'

/** Beside the cases’ folders: an array of their ids, in the order in which `/` lists them. */
export const ORDER_FILE = 'order.json'
const MOST_BYTES = 100_000

export interface CaseOrder {
  /** Those that come first; the others follow, newest id first. */
  ids: readonly string[]
  /** Why the file, or a part of it, is not followed. */
  fault: string | null
}

const unordered: CaseOrder = { ids: [], fault: null }

/** The order that an editor gave the cases below `data`; where there is no file, none. Never throws. */
export async function readCaseOrder(data: string, known: readonly string[]): Promise<CaseOrder> {
  const file = path.join(data, 'cases', ORDER_FILE)
  try {
    if ((await stat(file)).size > MOST_BYTES) return { ids: [], fault: `it has over ${MOST_BYTES} bytes` }
    const ids = readJson(await readFile(file, 'utf8'))
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string'))
      return { ids: [], fault: 'it is no list of the ids of cases, as ["my-case", "another-case"]' }
    const unknown = ids.filter((id) => !known.includes(id)).slice(0, 3)
    return { ids, fault: unknown.length === 0 ? null : `there is no case “${unknown.join('”, “')}”` }
  } catch (error) {
    const isThere = !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return isThere ? { ids: [], fault: 'it cannot be read' } : unordered
  }
}

/** Ids in that order, those that it does not name after them, newest first. */
export function orderCases(ids: Iterable<string>, { ids: first }: CaseOrder): string[] {
  const rank = new Map(first.map((id, index) => [id, index]))
  const rankOf = (id: string) => rank.get(id) ?? first.length
  return [...ids].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? 1 : -1))
}
