import { limits } from '@/lib/limits'
import type { RecordEdit } from './record-edit'

/** A save has its source, layers and head beside the rows of a table. */
export const MOST_ROWS = limits.editor.edits - 100

/** For who saved it and why, and what stands around the edits. */
const REST_BYTES = 100_000

/** The most that the edits of one save may have, in bytes of their JSON. */
export const MOST_BYTES = limits.editor.bodyBytes - REST_BYTES

/** Whether one save takes these edits: neither too many nor, as they are sent, too large. Linear, and ends where it is too much. */
export function fitsOneSave(edits: readonly RecordEdit[]): boolean {
  if (edits.length > limits.editor.edits) return false
  const encoder = new TextEncoder()
  let bytes = 0
  for (const edit of edits) {
    bytes += encoder.encode(JSON.stringify(edit)).length + 1
    if (bytes > MOST_BYTES) return false
  }
  return true
}
