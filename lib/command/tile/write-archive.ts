import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { type ArchiveAbout, type Entry, writeFront } from '../basemap/write-pmtiles'

interface ZoomFile {
  file: FileHandle
  bytes: number
  entries: Entry[]
}

/**
 * Writes an archive whose tiles come zoom by zoom at the same time, each zoom's in their order: into a file for each zoom
 * first, since an archive has them one zoom after the other.
 */
export class ArchiveWriter {
  readonly #folder: string
  readonly #zooms: ZoomFile[]
  readonly #hash = createHash('sha256')

  private constructor(folder: string, zooms: ZoomFile[]) {
    this.#folder = folder
    this.#zooms = zooms
  }

  static async open(folder: string, maxZoom: number): Promise<ArchiveWriter> {
    const zooms: ZoomFile[] = []
    for (let zoom = 0; zoom <= maxZoom; zoom += 1)
      zooms.push({ file: await open(path.join(folder, `zoom-${zoom}.tiles`), 'w'), bytes: 0, entries: [] })
    return new ArchiveWriter(folder, zooms)
  }

  async add(zoom: number, tileId: number, tile: Buffer): Promise<void> {
    const own = this.#zooms[zoom]
    if (own === undefined) throw new RangeError(`no zoom ${zoom}`)
    own.entries.push({ tileId, offset: own.bytes, length: tile.length, runLength: 1 })
    own.bytes += tile.length
    this.#hash.update(tile)
    await own.file.write(tile)
  }

  /** Puts the archive together at `target`, at once or not at all; answers twelve hex digits that change with its tiles. */
  async finish(target: string, about: ArchiveAbout): Promise<string> {
    const entries: Entry[] = []
    let dataBytes = 0
    for (const zoom of this.#zooms) {
      await zoom.file.close()
      for (const entry of zoom.entries) entries.push({ ...entry, offset: entry.offset + dataBytes })
      dataBytes += zoom.bytes
    }
    const draft = path.join(this.#folder, 'archive.pmtiles')
    const counts = { addressed: entries.length, contents: entries.length, dataBytes }
    const whole = await open(draft, 'w')
    await whole.write(writeFront(entries, counts, about))
    for (let zoom = 0; zoom < this.#zooms.length; zoom += 1)
      for await (const piece of createReadStream(path.join(this.#folder, `zoom-${zoom}.tiles`)))
        await whole.write(piece)
    await whole.close()
    await rename(draft, target)
    return this.#hash.digest('hex').slice(0, 12)
  }
}
