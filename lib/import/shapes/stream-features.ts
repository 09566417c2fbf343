import { limits } from '@/lib/limits'
import { readHead } from '../read-whole'
import { ImportFault, type ImportInput, type ReadOptions, type RowFault, type SourceFile, type SourceRow } from '../row'
import { decodeText, findEncoding } from '../text/decode-text'
import { featureRow } from './feature-rows'
import { columnsOf } from './flatten'
import { refuseSystem } from './read-features'
import { parseJson } from './read-json'

/** As far as what a collection says of itself goes. */
const HEAD_BYTES = 4096
const FEATURES = /"features"\s*:\s*\[/

/**
 * Cuts the list of features out of a GeoJSON text that comes in pieces: `add` answers the texts of those that are whole
 * by now. Only what is not yet whole is held.
 */
class FeatureSplitter {
  #rest = ''
  #isInList = false
  #isOver = false

  add(piece: string): string[] {
    if (this.#isOver) return []
    this.#rest += piece
    if (!this.#isInList) {
      const start = FEATURES.exec(this.#rest)
      if (start === null) {
        if (this.#rest.length > limits.import.rowCharacters)
          throw new ImportFault('has no list of features near its beginning')
        return []
      }
      this.#isInList = true
      this.#rest = this.#rest.slice(start.index + start[0].length)
    }
    const features: string[] = []
    let [depth, start, end, inText] = [0, 0, 0, false]
    const text = this.#rest
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at)
      if (inText) {
        if (letter === 0x5c) at += 1
        else if (letter === 0x22) inText = false
      } else if (letter === 0x22) inText = true
      else if (letter === 0x7b || letter === 0x5b) {
        if (depth === 0) start = at
        depth += 1
      } else if (letter === 0x7d || letter === 0x5d) {
        if (depth === 0) {
          // The end of the list; what the collection says after it is of no place.
          this.#isOver = true
          return features
        }
        depth -= 1
        if (depth === 0) {
          features.push(text.slice(start, at + 1))
          end = at + 1
        }
      }
    }
    this.#rest = text.slice(end)
    if (this.#rest.length > limits.import.rowCharacters * 10)
      throw new ImportFault('has a feature that does not end: a bracket or a quotation mark is missing')
    return features
  }

  get isWhole(): boolean {
    return this.#isOver
  }
}

async function* readFeatures(input: ImportInput, options: ReadOptions): AsyncGenerator<(SourceRow | RowFault)[]> {
  const { encoding } = await findEncoding(input, options)
  const splitter = new FeatureSplitter()
  let row = 0
  const faultAt = (reason: string): RowFault => {
    return { file: input.name, sheet: null, row, column: null, value: null, reason }
  }
  for await (const piece of decodeText(input, encoding, () => undefined)) {
    yield splitter.add(piece).map((text) => {
      row += 1
      try {
        return featureRow(parseJson(text), input.name, null, row)
      } catch (error) {
        return faultAt(`the feature ${error instanceof ImportFault ? error.message : 'is not JSON'}`)
      }
    })
  }
  if (!splitter.isWhole) {
    row += 1
    yield [faultAt('the file ends within its list of features: it was not saved, or sent, to its end')]
  }
}

/** A GeoJSON collection of any size, a feature at a time. */
export async function streamGeojson(input: ImportInput, options: ReadOptions): Promise<SourceFile> {
  const head = new TextDecoder().decode(await readHead(input, HEAD_BYTES))
  const [, crs] = /"crs"\s*:\s*(\{(?:[^{}]|\{[^{}]*\})*\})/.exec(head) ?? []
  if (crs !== undefined) refuseSystem({ crs: parseJson(crs) })
  const first: SourceRow[] = []
  for await (const rows of readFeatures(input, options)) {
    for (const row of rows) if (!('reason' in row)) first.push(row)
    if (first.length > 200) break
  }
  return {
    name: input.name,
    format: 'geojson',
    found: ['a collection, read feature by feature'],
    tables: [{ sheet: null, columns: columnsOf(first), rows: () => readFeatures(input, options) }],
  }
}

/** Whether the beginning of a file is that of a GeoJSON collection. */
export function isCollectionHead(head: string): boolean {
  return /^\s*\{/.test(head) && /"type"\s*:\s*"FeatureCollection"/.test(head) && FEATURES.test(head)
}
