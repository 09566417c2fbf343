import { didYouMean } from './nearest'
import type { SetAside } from './records'
import type { Reference, ReferredKind } from './references'

/** The file that the records of a kind stand in; a place's is one of many. */
const fileOfKind: Readonly<Record<Exclude<ReferredKind, 'place' | 'layer'>, string>> = {
  source: 'sources.json',
  actor: 'actors.json',
  quotation: 'quotations.json',
  figure: 'figures.json',
  event: 'events.json',
  statement: 'statements.json',
  side: 'case.json',
  question: 'case.json',
  claim: 'case.json',
  chart: 'case.json',
  thread: 'case.json',
}

function standsIn(kind: ReferredKind, file: string): boolean {
  if (kind === 'place' || kind === 'layer') return file.startsWith('layers/')
  return fileOfKind[kind] === file
}

function isWholeFile({ pointer, rule }: SetAside): boolean {
  return pointer === '' && rule === 'unreadable'
}

/**
 * Whether nothing can be said of records of a kind, as a file that may hold them cannot be read at all. What names one of
 * them is then not at fault: a lost file costs what stands in it, not everything that points there.
 */
export function isUnread(kind: ReferredKind, setAside: readonly SetAside[]): boolean {
  return setAside.some((entry) => isWholeFile(entry) && standsIn(kind, entry.file))
}

/** Names that are looked through for one near a wrong one, in one case: it is a courtesy, and must not cost the page. */
const MAX_COMPARED = 200_000

/** What is known of the records that are set aside and those that stand, to tell why a name leads nowhere. */
export interface MissingReferences {
  /** The entry of a record that was itself set aside. */
  findCause(reference: Reference): SetAside | undefined
  /** Why the record that a broken reference names is not there, to follow its name. */
  describe(reference: Reference): string
  add(entry: SetAside): void
}

/** The list of `case.json` that the records of a kind stand in. */
const listOfKind: Readonly<Partial<Record<ReferredKind, string>>> = {
  side: 'sides',
  question: 'questions',
  claim: 'claims',
  chart: 'charts',
  thread: 'threads',
}

/** Where records of one kind stand, with the id: an entry of `case.json` says by its pointer of which list it is. */
function keyOf({ file, pointer, id }: SetAside): string {
  if (file.startsWith('layers/')) return `layers/ ${id}`
  return file === 'case.json' ? `${pointer.split('/')[1]} ${id}` : `${file} ${id}`
}

function keyOfNamed({ kind, id }: Reference): string {
  if (kind === 'place' || kind === 'layer') return `layers/ ${id}`
  return `${listOfKind[kind] ?? fileOfKind[kind]} ${id}`
}

/**
 * Tells of broken references whether what they name was itself set aside, so that a person mends the record or the file
 * that is at fault and not those that only name it, or else the nearest name that there is. `named` are the
 * records that can be named, and `setAside` is what is known of so far.
 */
export function explainMissing(
  named: readonly { kind: string; id: string }[],
  setAside: readonly SetAside[],
): MissingReferences {
  const entries = new Map<string, SetAside>()
  const add = (entry: SetAside) => {
    if (entry.id === null || entry.rule === 'duplicate-id') return
    const key = keyOf(entry)
    if (!entries.has(key)) entries.set(key, entry)
  }
  for (const entry of setAside) add(entry)
  const findCause = (reference: Reference) => entries.get(keyOfNamed(reference))
  let compared = 0
  const suggest = (kind: ReferredKind, id: string): string => {
    compared += named.length
    if (compared > MAX_COMPARED) return ''
    return didYouMean(
      id,
      named.filter((each) => each.kind === kind).map((each) => each.id),
    )
  }
  return {
    findCause,
    add,
    describe(reference) {
      const itself = findCause(reference)
      if (itself !== undefined) return `which was itself set aside (${itself.file}:${itself.line})`
      return `which is not in this case${suggest(reference.kind, reference.id)}`
    },
  }
}
