import type { Found } from './find-index'

/** As many as fit beside the commands on a phone. */
const KEPT = 5

let recent: { caseId: string; found: readonly Found[] } = { caseId: '', found: [] }
const runs = new Map<string, number>()

/** What was last found and opened in this session, the last one first. */
export function recentFinds(caseId: string): readonly Found[] {
  return recent.caseId === caseId ? recent.found : []
}

/** Remembers what was opened, as long as the page lives. */
export function rememberFind(caseId: string, found: Found): void {
  const others = recentFinds(caseId).filter(({ kind, id }) => kind !== found.kind || id !== found.id)
  recent = { caseId, found: [found, ...others].slice(0, KEPT) }
}

/** Remembers that a command was run. */
export function rememberCommand(id: string): void {
  runs.set(id, (runs.get(id) ?? 0) + 1)
}

/** Commands in the order of how often they were run in this session, and else in their own. */
export function mostUsed<T extends { id: string }>(commands: readonly T[]): T[] {
  return commands.toSorted((one, other) => (runs.get(other.id) ?? 0) - (runs.get(one.id) ?? 0))
}
