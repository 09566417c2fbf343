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

/**
 * Why the record that a broken reference names is not there, to follow its name: so that a person mends the record or
 * the file that is at fault and not those that only name it. `setAside` is what is known of so far.
 */
export function describeFate({ kind, id }: Reference, setAside: readonly SetAside[]): string {
  const entries = setAside.filter(({ file }) => standsIn(kind, file))
  const itself = entries.find((entry) => entry.id === id && entry.rule !== 'duplicate-id')
  if (itself !== undefined) return `which was itself set aside (${itself.file}:${itself.line})`
  return 'which is not in this case'
}
