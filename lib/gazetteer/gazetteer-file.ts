/**
 * The gazetteer as one run of bytes, so that reading it costs no parsing: columns of numbers, names as sorted UTF-8, and of
 * each place a line of JSON that is read when the place is answered. A four-byte mark, the length of a JSON header, the
 * header with where each column lies, and the columns, each at a multiple of four bytes.
 */
const MARK = 'CBG1'

const columnTypes = {
  /** The keys by which places are found, in the order of their bytes, one after the other, and where each ends. */
  keys: Uint8Array,
  keyEnds: Uint32Array,
  /** What each key is a name of, and where its list ends: a place's number times four, and `roles` of the name. */
  refs: Uint32Array,
  refEnds: Uint32Array,
  /** Of each place: `[lng, lat]` in ten-thousandths of a degree. */
  positions: Int32Array,
  /** How well known it is; see `weightOf`. In twentieths. */
  weights: Uint8Array,
  /** Its kind, by its number in `placeKinds`. */
  kinds: Uint8Array,
  /** Its country, by its number among the header's `countries`; the last number for none. */
  countries: Uint16Array,
  lines: Uint8Array,
  lineEnds: Uint32Array,
} as const

type ColumnName = keyof typeof columnTypes
export type GazetteerColumns = { readonly [Name in ColumnName]: InstanceType<(typeof columnTypes)[Name]> }

export interface GazetteerFile {
  readonly columns: GazetteerColumns
  /** Codes of countries, each once. */
  readonly countries: readonly string[]
}

interface Header {
  readonly countries: readonly string[]
  readonly columns: Readonly<Record<ColumnName, readonly [offset: number, length: number]>>
}

const columnNames = Object.keys(columnTypes) as ColumnName[]
const toFour = (length: number) => Math.ceil(length / 4) * 4

export function packGazetteer({ columns, countries }: GazetteerFile): Uint8Array<ArrayBuffer> {
  let end = 0
  const places = columnNames.map((name) => {
    const offset = end
    end = toFour(end + columns[name].byteLength)
    return [name, [offset, columns[name].length]] as const
  })
  const header = new TextEncoder().encode(JSON.stringify({ countries, columns: Object.fromEntries(places) }))
  const start = toFour(8 + header.length)
  const bytes = new Uint8Array(start + end)
  bytes.set(new TextEncoder().encode(MARK))
  new DataView(bytes.buffer).setUint32(4, header.length, true)
  bytes.set(header, 8)
  for (const [name, [offset]] of places) {
    const { buffer, byteOffset, byteLength } = columns[name]
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + offset)
  }
  return bytes
}

/** Reads what `packGazetteer` wrote, without copying it. Throws a TypeError where it is something else. */
export function unpackGazetteer(given: Uint8Array): GazetteerFile {
  // Columns of numbers begin where their width divides the place.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice()
  const { buffer, byteOffset } = bytes
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== MARK) throw new TypeError('these bytes are no gazetteer')
  const headerLength = new DataView(buffer, byteOffset).getUint32(4, true)
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength)))
  const start = byteOffset + toFour(8 + headerLength)
  const columns = Object.fromEntries(
    columnNames.map((name) => {
      const [offset, length] = header.columns[name]
      return [name, new columnTypes[name](buffer as ArrayBuffer, start + offset, length)]
    }),
  )
  return { columns: columns as unknown as GazetteerColumns, countries: header.countries }
}
