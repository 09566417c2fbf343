/** What points are counted by. */
export interface TallyShape {
  categories: number
  /** 0 where the layer has no dates. */
  bins: number
}

/** As many points are kept as a list, which takes less than a table of all bins. */
const MOST_LISTED = 24

/** Of a point without a date. */
export const UNDATED = -1

/**
 * Counts points by category and by the bins of time in which they begin and end. Of few it is a list, of more a table:
 * there are as many of these as there are cells, and most have one point.
 */
export class Tally {
  readonly #shape: TallyShape
  #list: number[] | null = []
  #table: Uint32Array | null = null
  count = 0

  constructor(shape: TallyShape) {
    this.#shape = shape
  }

  add(category: number, start: number, end: number): void {
    this.count += 1
    if (this.#list !== null && this.count <= MOST_LISTED) this.#list.push(category, start, end)
    else this.#countInto(this.#open(), category, start, end)
  }

  /** Adds what another has counted. */
  merge(other: Tally): void {
    if (other.#list !== null) {
      for (let at = 0; at < other.#list.length; at += 3)
        this.add(other.#list[at] ?? 0, other.#list[at + 1] ?? 0, other.#list[at + 2] ?? 0)
      return
    }
    const [table, added] = [this.#open(), other.#open()]
    for (let at = 0; at < table.length; at += 1) table[at] = (table[at] ?? 0) + (added[at] ?? 0)
    this.count += other.count
  }

  #open(): Uint32Array {
    if (this.#table !== null) return this.#table
    const { categories, bins } = this.#shape
    const table = new Uint32Array(categories * (1 + 2 * bins))
    const list = this.#list ?? []
    for (let at = 0; at < list.length; at += 3)
      this.#countInto(table, list[at] ?? 0, list[at + 1] ?? 0, list[at + 2] ?? 0)
    this.#list = null
    this.#table = table
    return table
  }

  /** Of a category: how many, then how many begin in each bin, then how many end in each. */
  #countInto(table: Uint32Array, category: number, start: number, end: number): void {
    const { bins } = this.#shape
    const base = category * (1 + 2 * bins)
    table[base] = (table[base] ?? 0) + 1
    if (start === UNDATED) return
    table[base + 1 + start] = (table[base + 1 + start] ?? 0) + 1
    table[base + 1 + bins + end] = (table[base + 1 + bins + end] ?? 0) + 1
  }

  /** Of a category: how many there are, and how many begin and end in each bin. */
  read(category: number): { count: number; started: number[]; ended: number[] } {
    const { bins } = this.#shape
    const base = category * (1 + 2 * bins)
    const table = this.#table ?? this.#asTable()
    return {
      count: table[base] ?? 0,
      started: Array.from(table.subarray(base + 1, base + 1 + bins)),
      ended: Array.from(table.subarray(base + 1 + bins, base + 1 + 2 * bins)),
    }
  }

  /** Without keeping it: a tally that is written is done with. */
  #asTable(): Uint32Array {
    const kept = this.#list
    const table = this.#open()
    this.#list = kept
    this.#table = null
    return table
  }
}

function cumulate(numbers: readonly number[]): number[] {
  let sum = 0
  return numbers.map((number) => {
    sum += number
    return sum
  })
}

const write = (numbers: readonly number[], width: number) =>
  numbers.map((number) => String(number).padStart(width, '0')).join('')

/**
 * A tally as properties of a circle on a tile: `n` points, of each category that is there `n<category>`; and how many had
 * begun by each bin (`s<category>`) and ended by it (`e<category>`, where that differs), in numbers of `w` digits one after
 * the other, which an expression of the map's style can cut out.
 */
export function tallyProperties(tally: Tally, { categories, bins }: TallyShape): Record<string, string | number> {
  const width = String(tally.count).length
  const properties: Record<string, string | number> = { n: tally.count }
  if (bins > 0) properties.w = width
  for (let category = 0; category < categories; category += 1) {
    const { count, started, ended } = tally.read(category)
    if (count === 0) continue
    properties[`n${category}`] = count
    if (bins === 0) continue
    const [begun, over] = [write(cumulate(started), width), write(cumulate(ended), width)]
    properties[`s${category}`] = begun
    if (over !== begun) properties[`e${category}`] = over
  }
  return properties
}
