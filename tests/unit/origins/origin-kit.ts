import fc, { type GeneratorValue } from 'fast-check'
import { condenseGraph } from '@/lib/derive/origins/condense-graph'
import type { Carriage, SourceTie } from '@/lib/derive/origins/origin-graph'

const letters = (from: string, count: number) => fc.constantFrom(...from.slice(0, count))

/** Sources that take from each other, from themselves and from what is not there, in any way; some twice. */
export const anyTies = (count: number, minLength = 0): fc.Arbitrary<SourceTie[]> =>
  fc.array(
    fc.record({
      id: letters('abcdefgh', count),
      takesFrom: fc.array(letters(`abcdefgh`.slice(0, count).concat('?'), count + 1), { maxLength: 3, size: 'max' }),
    }),
    { minLength, maxLength: count + 1, size: 'max' },
  )

/** Reports by way of bodies, in any way: of sources that are not there too. */
export const anyCarriages = (count: number, maxLength: number): fc.Arbitrary<Carriage[]> =>
  fc.array(
    fc.record({
      source: letters('abcdefgh', count),
      // A body and a source may have one id, and are still two.
      via: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        fc.array(letters('axyz', 4), { maxLength: 3, size: 'max' }),
      ),
    }),
    { maxLength, size: 'max' },
  )

/** A network that was grown from a known number of origins. */
export interface Planted {
  origins: number
  sources: SourceTie[]
  carriages: Carriage[]
}

function shuffle<T>(g: GeneratorValue, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, key: g(fc.nat) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** Grows copies, copies of copies, chains, circles and ties by way of bodies over `origins` that have no tie to each other. */
export function plant(g: GeneratorValue, origins: number, steps: number): Planted {
  const takesFrom = new Map<string, string[]>()
  const carriages: Carriage[] = []
  const bodies: string[] = []
  const nat = (max: number) => g(fc.nat, { max })
  const pick = (from: readonly string[]) => from.slice(nat(Math.max(0, from.length - 1))).slice(0, 1)
  const pickSource = () => pick([...takesFrom.keys()])
  const addSource = (originals: string[]) => {
    const id = `source-${takesFrom.size}`
    takesFrom.set(id, originals)
    return id
  }
  const carry = (source: string, via: string[] = []) => carriages.push({ source, via })
  const addCircle = (length: number, out: string[]) => {
    const first = takesFrom.size
    return Array.from({ length }, (_, at) => {
      const next = `source-${first + ((at + 1) % length)}`
      return addSource(at === 0 ? [next, ...out] : [next])
    })
  }

  for (let origin = 0; origin < origins; origin++) {
    const kind = nat(3)
    if (kind === 0) {
      const id = addSource([])
      carry(nat(1) === 0 ? id : addSource([id]))
    } else if (kind === 1) {
      const [id = ''] = addCircle(2 + nat(3), [])
      carry(nat(1) === 0 ? id : addSource([id]))
    } else if (kind === 2) {
      bodies.push(`body-${origin}`)
      carry(addSource([]), [`body-${origin}`])
    } else {
      bodies.push(`body-${origin}`)
      carry(addSource([]), [`body-${origin}`, `other-${origin}`])
      carry(addSource([]), [`other-${origin}`, `body-${origin}`])
    }
  }
  for (let step = 0; step < steps; step++) {
    const kind = nat(4)
    const grown: string[] = []
    if (kind === 0) grown.push(addSource([...pickSource(), ...pickSource()]))
    if (kind === 1)
      for (let left = 2 + nat(4); left > 0; left--)
        grown.push(addSource(grown.slice(-1).concat(grown.length === 0 ? pickSource() : [])))
    if (kind === 2) for (const id of addCircle(2 + nat(3), pickSource())) grown.push(id)
    if (kind === 3 && bodies.length > 0)
      carry(addSource(nat(1) === 0 ? [] : pickSource()), [...pick(bodies), `middle-${step}`])
    if (kind === 4 && bodies.length > 0) carry(addSource([]), pick(bodies))
    for (const id of grown) if (nat(1) === 0) carry(id, nat(3) === 0 ? pick(bodies) : [])
  }
  const sources = [...takesFrom].map(([id, originals]) => ({
    id,
    takesFrom: shuffle(g, [...originals, id, 'unknown']),
  }))
  return { origins, sources: shuffle(g, sources), carriages: shuffle(g, carriages) }
}

/** The components of a graph whose nodes are named by their index. */
export function condense(graph: readonly (readonly number[])[], starts: Iterable<number> = graph.keys()) {
  return condenseGraph(starts, (node) => graph[node] ?? [])
}
