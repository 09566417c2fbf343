import { explainMissing, isUnread, type MissingReferences } from './missing-references'
import { type Entry, type FilePosition, setAsideAt } from './parse-records'
import { addTo, append } from './plain-values'
import type { SetAside } from './records'
import { type Reference, type ReferredKind, referredKinds } from './references'

/** A record among those that name each other. */
export interface LinkNode {
  kind: ReferredKind | 'scene' | 'inset' | 'note' | 'evidence'
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

/** References told of in one reason, and figures of a circle. */
const MAX_NAMED = 3
const MAX_CIRCULAR = 12

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

/** What names each record, by the key of the named. */
function indexNaming(alive: ReadonlyMap<string, LinkNode>): ReadonlyMap<string, LinkNode[]> {
  const naming = new Map<string, LinkNode[]>()
  for (const node of alive.values())
    for (const named of node.references) {
      const key = keyOf(named)
      if (naming.get(key)?.at(-1) !== node) addTo(naming, key, node)
    }
  return naming
}

/**
 * Sets aside what names something that is not there, and then what names that, until nothing does: each record is looked
 * at once for what it names, however long the chains are.
 */
function dropBroken(alive: Map<string, LinkNode>, setAside: SetAside[], missing: MissingReferences): void {
  const lost = referredKinds.filter((kind) => isUnread(kind, setAside))
  const brokenIn = ({ references }: LinkNode) =>
    references.filter((named) => !alive.has(keyOf(named)) && !lost.includes(named.kind))
  const naming = indexNaming(alive)
  const waiting = [...alive.values()].filter((node) => brokenIn(node).length > 0)
  // The list is walked on into what is added meanwhile.
  for (const node of waiting) {
    if (!alive.delete(keyOf(node))) continue
    const entry = describeBroken(node, brokenIn(node), missing)
    setAside.push(entry)
    missing.add(entry)
    append(waiting, naming.get(keyOf(node)) ?? [])
  }
}

/** Of figures those that are left when each that leads nowhere is taken away, again and again; `next` says where each leads. */
function peel(ids: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const left = new Set(ids)
  const before = new Map<string, string[]>()
  const ways = new Map<string, number>()
  for (const id of left) {
    const leads = next(id).filter((each) => left.has(each))
    ways.set(id, leads.length)
    for (const each of leads) addTo(before, each, id)
  }
  const ends = [...left].filter((id) => ways.get(id) === 0)
  for (const end of ends) {
    left.delete(end)
    for (const id of before.get(end) ?? []) {
      const count = (ways.get(id) ?? 0) - 1
      ways.set(id, count)
      if (count === 0) ends.push(id)
    }
  }
  return left
}

/** Figures that are their own input, directly or by way of others: what is left after peeling from both ends. */
function findCircular(alive: ReadonlyMap<string, LinkNode>): LinkNode[] {
  const figures = [...alive.values()].filter(({ kind }) => kind === 'figure')
  const inputs = new Map(
    figures.map(({ id, references }) => [
      id,
      references.filter(({ kind }) => kind === 'figure').map((named) => named.id),
    ]),
  )
  const leading = peel(inputs.keys(), (id) => inputs.get(id) ?? [])
  const users = new Map<string, string[]>()
  for (const id of leading) for (const input of inputs.get(id) ?? []) addTo(users, input, id)
  const circular = peel(leading, (id) => users.get(id) ?? [])
  return figures.filter(({ id }) => circular.has(id))
}

/** The figures of a circle, as far as they are told. */
function nameCircular(circular: readonly LinkNode[]): string {
  const told = circular.slice(0, MAX_CIRCULAR).map(({ id }) => id)
  const more = circular.length > told.length ? ` and ${circular.length - told.length} more` : ''
  return told.join(', ') + more
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
    const names = nameCircular(circular)
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
