import { limits } from '@/lib/limits'
import { ImportFault, type ImportInput } from './row'

export const megabytes = (bytes: number) => `${Math.round(bytes / 1e5) / 10} MB`

/** The first bytes of a file, as many as asked for where it has them. */
export async function readHead(input: ImportInput, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input.pieces()) {
    pieces.push(piece)
    length += piece.length
    if (length >= most) break
  }
  return join(pieces, length).subarray(0, most)
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** All of a file that can only be read whole. Throws an ImportFault for one that is too large for that. */
export async function readWhole(input: ImportInput): Promise<Uint8Array> {
  const most = limits.import.wholeBytes
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input.pieces()) {
    length += piece.length
    if (length > most)
      throw new ImportFault(
        `has more than ${megabytes(most)}, and a file of this kind is read at once: save it as CSV or as GeoJSON with one feature a line, which are read piece by piece, or split it`,
      )
    pieces.push(piece)
  }
  return join(pieces, length)
}

/** Rows that are all there, as a table gives them. */
export async function* inBatches<T>(rows: readonly T[], size = 1000): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
