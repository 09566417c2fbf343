import { explainMissing, isUnread, type MissingReferences } from './missing-references'
import { type Entry, type FilePosition, setAsideAt } from './parse-records'
import type { SetAside } from './records'
import { type Reference, type ReferredKind, referredKinds } from './references'

/** A record among those that name each other. */
export interface LinkNode {
  kind: ReferredKind | 'scene' | 'inset' | 'note'
  id: string
  references: readonly Reference[]
  position: FilePosition
}

/** Makes a link node of each entry. */
export function toNodes<T extends { id: string }>(
  kind: LinkNode['kind'],
  entries: readonly Entry<T>[],
  referencesOf: (record: T) => Reference[],
): LinkNode[] {
  return entries.map(({ record, position }) => ({ kind, id: record.id, references: referencesOf(record), position }))
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`

/** References told of in one reason. */
const MAX_NAMED = 3

/**
 * The entry of a record that names what is not there: all that was never there, which is the record's own fault, or, where
 * all of it was itself set aside, the first of that, which is then the cause.
 */
function describeBroken({ position }: LinkNode, broken: readonly Reference[], missing: MissingReferences): SetAside {
  const own = broken.filter((named) => missing.findCause(named) === undefined)
  const told = own.length > 0 ? own.slice(0, MAX_NAMED) : broken.slice(0, 1)
  const words = told.map((named) => `${named.kind} “${named.id}”, ${missing.describe(named)}`)
  const more = own.length > told.length ? [`and ${own.length - told.length} more`] : []
  const [first] = told
  const cause = own.length > 0 || first === undefined ? undefined : missing.findCause(first)
  const entry = setAsideAt(position, first?.path ?? [], 'reference', `names ${[...words, ...more].join('; ')}`)
  return cause === undefined ? entry : { ...entry, cause: { file: cause.file, pointer: cause.pointer } }
}

/** Sets aside what names something that is not there, again and again until nothing does. */
function dropBroken(alive: Map<string, LinkNode>, setAside: SetAside[], missing: MissingReferences): void {
  const lost = referredKinds.filter((kind) => isUnread(kind, setAside))
  const unread = (kind: ReferredKind) => lost.includes(kind)
  for (let before = -1; before !== alive.size; ) {
    before = alive.size
    for (const node of [...alive.values()]) {
      const broken = node.references.filter((named) => !alive.has(keyOf(named)) && !unread(named.kind))
      if (broken.length === 0) continue
      alive.delete(keyOf(node))
      const entry = describeBroken(node, broken, missing)
      setAside.push(entry)
      missing.add(entry)
    }
  }
}

/** Figures that are their own input, directly or by way of others: what is left after peeling from both ends. */
function findCircular(alive: ReadonlyMap<string, LinkNode>): LinkNode[] {
  let left = [...alive.values()].filter(({ kind }) => kind === 'figure')
  for (let before = -1; before !== left.length; ) {
    before = left.length
    const ids = new Set(left.map(({ id }) => id))
    const inputsOf = (node: LinkNode) => node.references.filter(({ kind, id }) => kind === 'figure' && ids.has(id))
    const used = new Set(left.flatMap((node) => inputsOf(node).map(({ id }) => id)))
    left = left.filter((node) => used.has(node.id) && inputsOf(node).length > 0)
  }
  return left
}

/**
 * Finds the records whose every reference resolves. One that names a missing record, or a derived figure that feeds on
 * itself, is added to `setAside`, which says what was set aside before; as that may break others, it goes on until nothing
 * more breaks. Ids must be unique within a kind. Returns where the records stand that are left. Never throws.
 */
export function resolveReferences(nodes: readonly LinkNode[], setAside: SetAside[]): Set<FilePosition> {
  const alive = new Map(nodes.map((node) => [keyOf(node), node]))
  const missing = explainMissing(nodes, setAside)
  dropBroken(alive, setAside, missing)
  for (let circular = findCircular(alive); circular.length > 0; circular = findCircular(alive)) {
    const names = circular.map(({ id }) => id).join(', ')
    for (const node of circular) {
      alive.delete(keyOf(node))
      const entry = setAsideAt(node.position, ['inputs'], 'reference', `its inputs go in a circle: ${names}`)
      setAside.push(entry)
      missing.add(entry)
    }
    dropBroken(alive, setAside, missing)
  }
  return new Set([...alive.values()].map(({ position }) => position))
}
