import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { Rule, SetAside } from './records'
import { lineAt, type RecordSlice, toPointer } from './split-records'

/** Where a record stands: its file, its slice of it, and its path within the slice where the slice holds several. */
export interface Spot {
  file: string
  slice: RecordSlice
  base: readonly (string | number)[]
  id: string | null
}

/** The id that a value gives itself, if it is one that can be printed. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' && value.id.length <= 64 ? value.id : null
}

function findNearest(root: Node, path: readonly (string | number)[]): { node: Node; depth: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth))
    if (node !== undefined) return { node, depth }
  }
  return { node: root, depth: 0 }
}

/**
 * The set-aside entry of a place in a record: `path` leads to it from the record. Where the place is not there, as with
 * a missing key, its pointer and line are those of what should have held it. Never throws.
 */
export function setAsideAt(spot: Spot, path: readonly PropertyKey[], rule: Rule, reason: string): SetAside {
  const { file, slice, base, id } = spot
  const steps = [...base, ...path].map((step) => (typeof step === 'symbol' ? String(step) : step))
  const entry = { file, id, rule, reason }
  try {
    const root = parseTree(slice.text)
    if (root !== undefined) {
      const { node, depth } = findNearest(root, steps)
      const pointer = slice.pointer + toPointer(steps.slice(0, depth))
      return { ...entry, pointer, line: lineAt(slice.text, node.offset, slice.line) }
    }
  } catch {
    // The parser recurses; should it ever fail on a slice, the record's own line is near enough.
  }
  return { ...entry, pointer: slice.pointer, line: slice.line }
}

/** The set-aside entry of a whole file. Line from 1. */
export function setAsideFile(file: string, rule: Rule, reason: string, line = 1): SetAside {
  return { file, pointer: '', line, id: null, rule, reason }
}
