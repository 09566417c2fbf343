import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'

/**
 * The rows of a layer of tiles, in `tiles/<layer-id>.rows`: in the order of the curve that the tiles follow, so that those
 * of a circle follow one another. Blocks of `BLOCK_ROWS` rows, each gzipped, a row a line:
 * `[category, first bin, last bin, {"at": [lng, lat], "date": …, "properties": {…}}]`, bins -1 without a date. Then a
 * gzipped index, and where it begins in the last 16 bytes.
 */
const MAGIC = 'CASEROWS'
export const BLOCK_ROWS = 256

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** Of each block: its bytes, the bounds of its points, the first and the last bin that one of them touches. */
const blockSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
const indexSchema = z.strictObject({ rows: z.number().int().nonnegative(), blocks: z.array(blockSchema) })

/** A line or an area as `npm run case -- tile` has read it. */
const shapeSchema = z.strictObject({
  type: z.enum(['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()),
})

const aboutSchema = z.strictObject({
  at: z.tuple([z.number(), z.number()]),
  geometry: shapeSchema.optional(),
  date: z.string().optional(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
const rowSchema = z.tuple([z.number().int(), z.number().int(), z.number().int(), aboutSchema])

/** What a row says, from its JSON. */
export function readRow(text: string): z.infer<typeof aboutSchema> {
  return aboutSchema.parse(JSON.parse(text))
}

/** A row as its file has it. */
export interface LayerRow {
  /** Its number in the file, by which the tiles name it. */
  row: number
  category: number
  /** The bins that it touches; -1 where it has no date. */
  from: number
  to: number
  at: readonly [lng: number, lat: number]
  /** Of a line or an area, whose middle is at `at`. */
  geometry?: z.infer<typeof shapeSchema> | undefined
  date?: string | undefined
  properties: Readonly<Record<string, string | number | boolean | null>>
}

type Box = [west: number, south: number, east: number, north: number]

/** Writes a file of rows; `add` takes them in their order. */
export class RowWriter {
  readonly #file: FileHandle
  readonly #blocks: z.infer<typeof blockSchema>[] = []
  #lines: string[] = []
  #box: Box | null = null
  #bins: [number, number] = [Number.MAX_SAFE_INTEGER, -1]
  #rows = 0
  #bytes = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** `text` is the row's JSON as it is to be read again. */
  async add(category: number, from: number, to: number, [lng, lat]: readonly [number, number], text: string) {
    this.#lines.push(`[${category},${from},${to},${text}]`)
    const [west, south, east, north] = this.#box ?? [lng, lat, lng, lat]
    this.#box = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
    if (from >= 0) this.#bins = [Math.min(this.#bins[0], from), Math.max(this.#bins[1], to)]
    this.#rows += 1
    if (this.#lines.length === BLOCK_ROWS) await this.#flush()
  }

  async #flush(): Promise<void> {
    if (this.#box === null) return
    const block = await pack(this.#lines.join('\n'), { level: 4 })
    await this.#file.write(block)
    this.#blocks.push([block.length, ...this.#box, ...this.#bins])
    this.#bytes += block.length
    this.#lines = []
    this.#box = null
    this.#bins = [Number.MAX_SAFE_INTEGER, -1]
  }

  async finish(): Promise<void> {
    await this.#flush()
    const index = await pack(JSON.stringify({ rows: this.#rows, blocks: this.#blocks }))
    const tail = Buffer.alloc(16)
    tail.writeDoubleLE(this.#bytes)
    tail.write(MAGIC, 8)
    await this.#file.write(Buffer.concat([index, tail]))
    await this.#file.close()
  }
}

interface Block {
  offset: number
  bytes: number
  box: Box
  from: number
  to: number
}

/** A file of rows that is open for reading. */
export class RowFile {
  readonly #file: FileHandle
  readonly rows: number
  readonly blocks: readonly Block[]

  private constructor(file: FileHandle, rows: number, blocks: readonly Block[]) {
    this.#file = file
    this.rows = rows
    this.blocks = blocks
  }

  /** Throws an Error for what is no such file. */
  static async open(path: string): Promise<RowFile> {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const tail = Buffer.alloc(16)
      await file.read(tail, 0, 16, Math.max(0, size - 16))
      const start = tail.readDoubleLE(0)
      if (tail.toString('latin1', 8) !== MAGIC || !(start >= 0 && start < size)) throw new Error('no file of rows')
      const packed = Buffer.alloc(size - 16 - start)
      await file.read(packed, 0, packed.length, start)
      const { rows, blocks } = indexSchema.parse(JSON.parse((await unpack(packed)).toString('utf8')))
      let offset = 0
      const read = blocks.map(([bytes, west, south, east, north, from, to]): Block => {
        const block = { offset, bytes, box: [west, south, east, north] as Box, from, to }
        offset += bytes
        return block
      })
      return new RowFile(file, rows, read)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** The rows of a block, in their order. */
  async readBlock(index: number): Promise<LayerRow[]> {
    const block = this.blocks[index]
    if (block === undefined) return []
    const packed = Buffer.alloc(block.bytes)
    await this.#file.read(packed, 0, block.bytes, block.offset)
    const lines = (await unpack(packed)).toString('utf8').split('\n')
    return lines.map((line, at) => {
      const [category, from, to, own] = rowSchema.parse(JSON.parse(line))
      return { row: index * BLOCK_ROWS + at, category, from, to, ...own }
    })
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}
