import { tieSources } from '@/lib/derive/count-carried'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { listDependencies } from '@/lib/derive/origins/case-dependencies'
import { type DependentsIndex, indexDependents } from '@/lib/derive/origins/find-dependents'
import type { SourceTies } from '@/lib/derive/origins/origin-graph'

/** Makes something of a case once, for as long as that case is shown. */
function oncePerCase<Value>(make: (linked: LinkedCase) => Value): (linked: LinkedCase) => Value {
  const made = new WeakMap<LinkedCase, Value>()
  return (linked) => {
    const known = made.get(linked)
    if (known !== undefined) return known
    const value = make(linked)
    made.set(linked, value)
    return value
  }
}

/** What the sources of a case take from each other. */
export const tiesOf: (linked: LinkedCase) => SourceTies = oncePerCase(({ sources }) => tieSources(sources))

/** What rests on what in a case. */
export const dependentsOf: (linked: LinkedCase) => DependentsIndex = oncePerCase((linked) =>
  indexDependents(listDependencies(linked)),
)
