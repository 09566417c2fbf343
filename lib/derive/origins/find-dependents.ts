import { addTo } from '@/lib/schema/plain-values'
import { prepareCopies, type SourceCopies, withdrawSource } from './fallen-sources'
import { type Carriage, prepareTies, type SourceTie, type SourceTies } from './origin-graph'
import { type PreparedRecord, prepareRecord } from './prepared-record'
import { createWeigher } from './weigh-record'

export interface DependencyRef {
  kind: 'source' | 'actor' | 'figure' | 'quotation' | 'statement' | 'event' | 'place' | 'chart' | 'scene' | 'claim'
  id: string
}

/**
 * Something of a case, and what it stands on. A source stands on those that it takes its words from, an actor on nothing, all
 * else on every one of `needs`, on one at least of each group of `anyOf`, and on one of its carriages where it has any. What
 * is named but not there counts for nothing.
 */
export type DependencyNode =
  | (SourceTie & { kind: 'source' })
  | { kind: 'actor'; id: string }
  | {
      kind: Exclude<DependencyRef['kind'], 'source' | 'actor'>
      id: string
      needs?: readonly DependencyRef[]
      anyOf?: readonly (readonly DependencyRef[])[]
      carriages?: readonly Carriage[]
    }

/** What a withdrawal costs, in the order of the nodes, without the withdrawn one. */
export interface Dependents {
  falls: DependencyRef[]
  /** What had several origins, still stands, and has one left. */
  leftWithOne: DependencyRef[]
  /** How many nodes, ties and ways were looked at. */
  visited: number
}

/** A node falls when all of one of its groups have. */
interface Group {
  owner: number
  size: number
}

export interface DependentsIndex {
  refs: readonly DependencyRef[]
  at: ReadonlyMap<string, number>
  ties: SourceTies
  copies: SourceCopies
  /** The node of each source of `ties`. */
  sourceNodes: readonly number[]
  weigh: ReturnType<typeof createWeigher>
  /** The records that each source carries, and that each body is named for. */
  carriedBy: readonly (readonly number[])[]
  namedBy: ReadonlyMap<string, readonly number[]>
  /** The groups that each node is one of. */
  groupsOf: ReadonlyMap<number, readonly Group[]>
}

const keyOf = ({ kind, id }: DependencyRef): string => `${kind}/${id}`

/** Adds to a list, but not the same twice in a row. */
function addOnce<K>(lists: Map<K, number[]>, key: K, value: number): void {
  if (lists.get(key)?.at(-1) !== value) addTo(lists, key, value)
}

function groupByMember(nodes: readonly DependencyNode[], at: ReadonlyMap<string, number>): Map<number, Group[]> {
  const groupsOf = new Map<number, Group[]>()
  for (const [owner, node] of nodes.entries()) {
    if (node.kind === 'source' || node.kind === 'actor') continue
    const { needs = [], anyOf = [] } = node
    for (const refs of [...needs.map((need) => [need]), ...anyOf]) {
      const known = new Set(refs.flatMap((ref) => at.get(keyOf(ref)) ?? []))
      const group = { owner, size: known.size }
      for (const member of known) addTo(groupsOf, member, group)
    }
  }
  return groupsOf
}

/** Prepares a case to be asked what rests on what, in time linear in its nodes and their ties. Ids are unique within a kind. */
export function indexDependents(nodes: readonly DependencyNode[]): DependentsIndex {
  const at = new Map(nodes.map((node, index) => [keyOf(node), index]))
  const ties = prepareTies(nodes.filter((node) => node.kind === 'source'))
  const copies = prepareCopies(ties)
  const records = new Map<number, PreparedRecord>()
  const carriedBy = new Map<number, number[]>()
  const namedBy = new Map<string, number[]>()
  for (const [index, node] of nodes.entries()) {
    if (node.kind === 'source' || node.kind === 'actor' || node.carriages === undefined) continue
    const record = prepareRecord(ties, copies.circles, node.carriages)
    records.set(index, record)
    for (const { source } of record.ways.carriages) addOnce(carriedBy, source, index)
    for (const body of record.ways.bodies) addOnce(namedBy, body, index)
  }
  return {
    refs: nodes.map(({ kind, id }) => ({ kind, id })),
    at,
    ties,
    copies,
    sourceNodes: ties.ids.map((id) => at.get(keyOf({ kind: 'source', id })) ?? -1),
    weigh: createWeigher(ties, copies.circles, records),
    carriedBy: ties.ids.map((_, source) => carriedBy.get(source) ?? []),
    namedBy,
    groupsOf: groupByMember(nodes, at),
  }
}

/** Adds to `fallen` all that falls with what is in it; answers how many groups were looked at. */
function propagate({ groupsOf }: DependentsIndex, fallen: Set<number>): number {
  const left = new Map<Group, number>()
  let visited = 0
  // A set is walked on into what is added meanwhile.
  for (const node of fallen) {
    for (const group of groupsOf.get(node) ?? []) {
      visited += 1
      const standing = (left.get(group) ?? group.size) - 1
      left.set(group, standing)
      if (standing === 0) fallen.add(group.owner)
    }
  }
  return visited
}

/**
 * All that falls, and all that is left with one origin, if a source, an actor or a record is withdrawn; nothing for what the case
 * does not have. In time linear in what is touched: the sources that take from it, the records that these carry or that name it,
 * what these lead to, and what rests on the fallen.
 */
export function findDependents(index: DependentsIndex, withdrawn: DependencyRef): Dependents {
  const start = index.at.get(keyOf(withdrawn))
  if (start === undefined) return { falls: [], leftWithOne: [], visited: 0 }
  const { ties, copies, sourceNodes, carriedBy } = index
  const source = withdrawn.kind === 'source' ? ties.at.get(withdrawn.id) : undefined
  const sources = source === undefined ? null : withdrawSource(copies, source)
  const actor = withdrawn.kind === 'actor' ? withdrawn.id : null
  const touched = new Set(actor === null ? [] : index.namedBy.get(actor))
  for (const each of sources?.touched ?? []) for (const record of carriedBy[each] ?? []) touched.add(record)

  const fallen = new Set([start])
  const fallenSources = sources?.fallen ?? new Set()
  for (const each of fallenSources) fallen.add(sourceNodes[each] ?? start)
  const withOne: number[] = []
  let visited = 1 + (sources?.touched.size ?? 0)
  for (const record of touched) {
    const weight = index.weigh(record, fallenSources, actor)
    visited += weight.visited
    if (weight.outcome === 'falls') fallen.add(record)
    if (weight.outcome === 'left-with-one') withOne.push(record)
  }
  visited += propagate(index, fallen)

  const listed = (nodes: Iterable<number>) =>
    [...nodes].sort((a, b) => a - b).flatMap((node) => (node === start ? [] : (index.refs[node] ?? [])))
  return { falls: listed(fallen), leftWithOne: listed(withOne.filter((record) => !fallen.has(record))), visited }
}
