import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { limits } from '@/lib/limits'
import type { TilePoint } from './read-points'

export interface TimeExtentMs {
  start: number
  end: number
}

/** A point as it stands in a run: key, start, end, longitude, latitude, category, how long its text is, its text. */
const HEAD_BYTES = 45

/** A point read back. */
export interface SortedPoint {
  key: number
  /** NaN where it has no date. */
  start: number
  end: number
  lng: number
  lat: number
  category: number
  text: Buffer
}

const runPath = (folder: string, run: number) => path.join(folder, `run-${run}.bin`)
const keysPath = (folder: string, run: number) => path.join(folder, `run-${run}.keys`)

/** Points that wait in memory until there are enough of them to be sorted and written to disk. */
export class Run {
  readonly #bytes = Buffer.allocUnsafe(limits.tile.runBytes + 4_000_000)
  readonly #keys = new Float64Array(limits.tile.runRecords)
  readonly #starts = new Float64Array(limits.tile.runRecords)
  #end = 0
  #count = 0

  get count(): number {
    return this.#count
  }

  get isFull(): boolean {
    return this.#count >= limits.tile.runRecords || this.#end >= limits.tile.runBytes
  }

  add({ key, at: [lng, lat], time, text }: TilePoint, category: number): void {
    const length = Buffer.byteLength(text)
    const [bytes, at] = [this.#bytes, this.#end]
    bytes.writeDoubleLE(key, at)
    bytes.writeDoubleLE(time?.start ?? Number.NaN, at + 8)
    bytes.writeDoubleLE(time?.end ?? Number.NaN, at + 16)
    bytes.writeDoubleLE(lng, at + 24)
    bytes.writeDoubleLE(lat, at + 32)
    bytes.writeUInt8(category, at + 40)
    bytes.writeUInt32LE(length, at + 41)
    bytes.write(text, at + HEAD_BYTES)
    this.#keys[this.#count] = key
    this.#starts[this.#count] = at
    this.#count += 1
    this.#end = at + HEAD_BYTES + length
  }

  /** Sorts what there is, writes it as one of the runs of a folder, and begins anew. */
  async write(folder: string, run: number): Promise<void> {
    const [keys, starts] = [this.#keys, this.#starts]
    const order = Uint32Array.from({ length: this.#count }, (_, index) => index).sort(
      (one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other,
    )
    const sorted = Buffer.allocUnsafe(this.#end)
    let end = 0
    for (const index of order) {
      const start = starts[index] ?? 0
      const next = index + 1 < this.#count ? (starts[index + 1] ?? 0) : this.#end
      end += this.#bytes.copy(sorted, end, start, next)
    }
    const own = Float64Array.from(order, (index) => keys[index] ?? 0)
    await writeFile(runPath(folder, run), sorted)
    await writeFile(keysPath(folder, run), Buffer.from(own.buffer))
    this.#end = 0
    this.#count = 0
  }
}

/** The keys of all runs, in their order: eight bytes for each point. */
export function readKeys(folder: string, runs: number): Float64Array {
  const parts = Array.from({ length: runs }, (_, run) => readFileSync(keysPath(folder, run)))
  const keys = new Float64Array(parts.reduce((sum, part) => sum + part.length / 8, 0))
  let at = 0
  for (const part of parts) {
    const aligned = part.buffer.slice(part.byteOffset, part.byteOffset + part.length)
    keys.set(new Float64Array(aligned), at)
    at += part.length / 8
  }
  return keys.sort()
}

const PIECE_BYTES = 1 << 20

/** Reads a run from its start, a piece at a time. */
class RunReader {
  readonly #file: number
  #piece = Buffer.alloc(0)
  #at = 0
  /** The next point; null at the end. */
  point: SortedPoint | null = null

  constructor(file: string) {
    this.#file = openSync(file, 'r')
    this.next()
  }

  #has(length: number): boolean {
    if (this.#piece.length - this.#at >= length) return true
    const rest = this.#piece.subarray(this.#at)
    const grown = Buffer.allocUnsafe(Math.max(PIECE_BYTES, length) + rest.length)
    rest.copy(grown)
    const read = readSync(this.#file, grown, rest.length, grown.length - rest.length, null)
    this.#piece = grown.subarray(0, rest.length + read)
    this.#at = 0
    return this.#piece.length >= length
  }

  next(): void {
    if (!this.#has(HEAD_BYTES)) {
      this.point = null
      return
    }
    const length = this.#piece.readUInt32LE(this.#at + 41)
    if (!this.#has(HEAD_BYTES + length)) throw new Error('a run is cut off: remove its folder and begin anew')
    const [piece, at] = [this.#piece, this.#at]
    this.point = {
      key: piece.readDoubleLE(at),
      start: piece.readDoubleLE(at + 8),
      end: piece.readDoubleLE(at + 16),
      lng: piece.readDoubleLE(at + 24),
      lat: piece.readDoubleLE(at + 32),
      category: piece.readUInt8(at + 40),
      text: piece.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length),
    }
    this.#at += HEAD_BYTES + length
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** All points of the runs of a folder in the order of their keys, of each run a piece in memory. */
export function* mergeRuns(folder: string, runs: number): Generator<SortedPoint> {
  const readers = Array.from({ length: runs }, (_, run) => new RunReader(runPath(folder, run)))
  try {
    for (;;) {
      let least: RunReader | undefined
      for (const reader of readers) {
        if (reader.point !== null && (least?.point == null || reader.point.key < least.point.key)) least = reader
      }
      if (least?.point == null) return
      yield least.point
      least.next()
    }
  } finally {
    for (const reader of readers) reader.close()
  }
}
