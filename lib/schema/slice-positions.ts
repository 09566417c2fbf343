import { type Node, parseTree } from 'jsonc-parser'
import { lowerBound } from './plain-values'
import type { RecordSlice } from './split-records'

interface Positions {
  root: Node | undefined
  /** Where its lines end, but for the last. */
  breaks: readonly number[]
}

function findPositions({ text }: RecordSlice): Positions {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return { root: parseTree(text), breaks }
}

/** A slice that is a whole file has many entries, and is asked for the place of each that is wrong. */
const ofFiles = new WeakMap<RecordSlice, Positions>()

function positionsOf(slice: RecordSlice): Positions {
  const known = ofFiles.get(slice)
  if (known !== undefined) return known
  const positions = findPositions(slice)
  if (slice.pointer === '') ofFiles.set(slice, positions)
  return positions
}

/**
 * Finds places in a record: `root` is its syntax tree, undefined where it has none; `lineAt` the line of the file, from
 * 1, of the character at an offset. A file's own record is read once, however often it is asked for.
 */
export function placesIn(slice: RecordSlice): { root: Node | undefined; lineAt(offset: number): number } {
  const { root, breaks } = positionsOf(slice)
  const linesBefore = (offset: number) => lowerBound(breaks.length, (index) => (breaks[index] ?? offset) < offset)
  return { root, lineAt: (offset) => slice.line + linesBefore(offset) }
}
