import type { SetAside } from '@/lib/schema/records'

/** What is wrong with a case, as a wall's corner tells it. */
interface CaseFlaws {
  /** Files, relative to the case's folder, that cannot be read and are shown as they were last read. */
  kept: string[]
  /** Files that cannot be read and of which nothing is shown. */
  lost: string[]
  /** How many records are set aside besides. */
  records: number
}

/** Sorts what was set aside of a case; each file is named once. */
export function summarizeIssues(setAside: readonly SetAside[]): CaseFlaws {
  const isLost = ({ kept, pointer, rule }: SetAside) => kept === undefined && pointer === '' && rule === 'unreadable'
  const filesOf = (entries: readonly SetAside[]) => [...new Set(entries.map(({ file }) => file))]
  return {
    kept: filesOf(setAside.filter(({ kept }) => kept === true)),
    lost: filesOf(setAside.filter(isLost)),
    records: setAside.filter((entry) => entry.kept === undefined && !isLost(entry)).length,
  }
}
