import fc from 'fast-check'
import {
  type DependencyNode,
  type DependencyRef,
  findDependents,
  indexDependents,
} from '@/lib/derive/origins/find-dependents'
import { anyCarriages, anyTies } from './origin-kit'

export const ref = (text: string): DependencyRef => {
  const [kind = '', id = ''] = text.split('/')
  return { kind: kinds.find((each) => each === kind) ?? 'claim', id }
}
const kinds = [
  'source',
  'actor',
  'figure',
  'quotation',
  'statement',
  'event',
  'place',
  'chart',
  'scene',
  'claim',
] as const
export const source = (id: string, ...takesFrom: string[]): DependencyNode => ({ kind: 'source', id, takesFrom })
export const actor = (id: string): DependencyNode => ({ kind: 'actor', id })
/** A figure `report:maker>agency …`. */
export const figure = (id: string, reports: string, needs: string[] = []): DependencyNode => ({
  kind: 'figure',
  id,
  needs: needs.map(ref),
  carriages: reports.split(' ').map((text) => {
    const [report = '', bodies] = text.split(':')
    return { source: report, via: bodies?.split('>') ?? [] }
  }),
})
export const chart = (id: string, ...needs: string[]): DependencyNode => ({ kind: 'chart', id, needs: needs.map(ref) })
export const place = (id: string, ...anyOf: string[]): DependencyNode => ({
  kind: 'place',
  id,
  anyOf: [anyOf.map(ref)],
})

export function withdraw(nodes: DependencyNode[], withdrawn: string) {
  const { falls, leftWithOne } = findDependents(indexDependents(nodes), ref(withdrawn))
  const name = ({ kind, id }: DependencyRef) => `${kind}/${id}`
  return { falls: falls.map(name), leftWithOne: leftWithOne.map(name) }
}

const recordKinds = ['figure', 'quotation', 'statement', 'event'] as const
const compositeKinds = ['place', 'chart', 'scene', 'claim'] as const

const refs = fc.oneof(
  fc.constantFrom(...'abcdefg').map((id): DependencyRef => ({ kind: 'source', id })),
  fc.constantFrom('a', 'x', 'y', 'z').map((id): DependencyRef => ({ kind: 'actor', id })),
  fc.record({ kind: fc.constantFrom(...recordKinds), id: fc.constantFrom('0', '1') }),
  fc.record({ kind: fc.constantFrom(...compositeKinds), id: fc.constantFrom('0', '1') }),
)
const seldom = (maxLength: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(refs, { maxLength, size: 'max' }))
const ofKinds = <K>(kinds: readonly [K, ...K[]]) => {
  return (at: number) => ({ kind: kinds[at % kinds.length] ?? kinds[0], id: String(Math.floor(at / kinds.length)) })
}
const recordAt = ofKinds(recordKinds)
const compositeAt = ofKinds(compositeKinds)

/** Small cases with everything in them that may be, in any order; not all that is named is there. */
export const anyNodes = fc
  .tuple(
    anyTies(6, 3).map((ties) => [...new Map(ties.map((tie) => [tie.id, tie])).values()]),
    fc.subarray(['a', 'x', 'y', 'z']),
    fc.array(fc.record({ carriages: anyCarriages(7, 4), needs: seldom(2) }), {
      minLength: 2,
      maxLength: 6,
      size: 'max',
    }),
    fc.array(
      fc.record({ needs: seldom(3), anyOf: fc.array(fc.array(refs, { maxLength: 3 }), { maxLength: 2, size: 'max' }) }),
      { maxLength: 5, size: 'max' },
    ),
    fc.boolean(),
  )
  .map(([sources, actors, records, composites, turned]) => {
    const nodes: DependencyNode[] = [
      ...sources.map((each) => ({ kind: 'source' as const, ...each })),
      ...actors.map(actor),
      ...records.map((record, at) => ({ ...recordAt(at), ...record })),
      ...composites.map((composite, at) => ({ ...compositeAt(at), ...composite })),
    ]
    return turned ? nodes.reverse() : nodes
  })
