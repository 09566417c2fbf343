import type { SetAside } from '@/lib/schema/records'

/** A record that is itself at fault, and those that are set aside only because they name it, or name one that does. */
export interface Fault {
  entry: SetAside
  followers: SetAside[]
}

const keyOf = ({ file, pointer }: { file: string; pointer: string }) => `${file}#${pointer}`

/** Folds what follows from a fault under it; faults and followers keep their order. Linear. Never throws. */
export function foldByCause(setAside: readonly SetAside[]): Fault[] {
  const byKey = new Map(setAside.map((entry) => [keyOf(entry), entry]))
  const roots = new Map<SetAside, SetAside>()
  const rootOf = (entry: SetAside): SetAside => {
    const trail: SetAside[] = []
    let at = entry
    while (!roots.has(at)) {
      const next: SetAside | undefined = at.cause === undefined ? undefined : byKey.get(keyOf(at.cause))
      if (next === undefined || next === at || trail.includes(next)) break
      trail.push(at)
      at = next
    }
    const root = roots.get(at) ?? at
    for (const each of [...trail, at]) roots.set(each, root)
    return root
  }
  const faults = new Map<SetAside, Fault>()
  for (const entry of setAside) if (rootOf(entry) === entry) faults.set(entry, { entry, followers: [] })
  for (const entry of setAside) if (rootOf(entry) !== entry) faults.get(rootOf(entry))?.followers.push(entry)
  return [...faults.values()]
}

/** What the records of a file are called, one and many. */
const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'layers.json': ['layer', 'layers'],
  'sources.json': ['source', 'sources'],
  'actors.json': ['actor', 'actors'],
  'quotations.json': ['quotation', 'quotations'],
  'statements.json': ['statement', 'statements'],
  'figures.json': ['figure', 'figures'],
  'events.json': ['event', 'events'],
  'scenes.json': ['scene', 'scenes'],
  charts: ['chart', 'charts'],
  claims: ['claim', 'claims'],
  source: ['case', 'cases'],
}

function kindOf({ file, pointer }: SetAside): readonly [one: string, many: string] {
  if (file.startsWith('layers/')) return ['place', 'places']
  return kinds[file] ?? kinds[pointer.split('/')[1] ?? ''] ?? ['record', 'records']
}

/** "3 figures, 1 chart": how many records of each kind, in the order in which the kinds come. */
export function countKinds(entries: readonly SetAside[]): string {
  const counts = new Map<string, { names: readonly [one: string, many: string]; count: number }>()
  for (const entry of entries) {
    const names = kindOf(entry)
    counts.set(names[0], { names, count: (counts.get(names[0])?.count ?? 0) + 1 })
  }
  return [...counts.values()].map(({ names, count }) => `${count} ${names[count === 1 ? 0 : 1]}`).join(', ')
}
