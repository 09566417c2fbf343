import { emptyMapping, type Mapping, type Proposed, type Question } from './columns/mapping'
import { findDateOrder } from './columns/parse-date'
import { proposeColumns } from './columns/propose-columns'
import { joinDateParts } from './profiles/date-parts'
import { findProfile } from './profiles/find-profile'
import type { Profile } from './profiles/profile'
import { ImportFault, isFault, type SourceFile, type SourceRow, type SourceTable } from './row'

/** A table with what its columns may be. */
export interface PreparedTable extends Proposed {
  table: SourceTable
  profile: Profile | undefined
  /** The first of its rows. */
  sample: readonly SourceRow[]
}

const SAMPLE_ROWS = 500

async function readSample(table: SourceTable): Promise<SourceRow[]> {
  const sample: SourceRow[] = []
  for await (const batch of table.rows()) {
    for (const row of batch) if (!isFault(row) && sample.length < SAMPLE_ROWS) sample.push(row)
    if (sample.length >= SAMPLE_ROWS) break
  }
  return sample
}

function withProfile(profile: Profile, table: SourceTable, sample: readonly SourceRow[]): Proposed {
  const hasShapes = sample.some(({ geometry }) => geometry !== undefined)
  const { mapping, proposals } = proposeColumns(table.columns, sample)
  // A table of a profile that gives no position has it where its columns say so.
  const position = profile.mapping.position ?? mapping.position
  const start = profile.mapping.start ?? null
  const { order } = findDateOrder(sample.flatMap(({ cells }) => (start === null ? [] : (cells.get(start) ?? []))))
  const given: Mapping = {
    ...emptyMapping,
    decimal: mapping.decimal,
    dates: { order, zone: null },
    ...profile.mapping,
    position: position?.kind === 'shapes' && !hasShapes ? mapping.position : position,
    profile: profile.id,
  }
  return {
    mapping: given,
    proposals: [
      { role: 'profile', columns: [], sureness: 'sure', words: `${profile.title}, whose columns are known` },
      ...(profile.mapping.position === undefined ? proposals.filter(({ role }) => role === 'position') : []),
    ],
    questions: [],
    remarks: [],
  }
}

/** Looks at the first rows of a table and proposes what its columns are: by its profile where it has one. */
export async function prepareTable(file: SourceFile, table: SourceTable): Promise<PreparedTable> {
  const sample = await readSample(table)
  const profile = findProfile(file, table)
  if (profile !== undefined) return { ...withProfile(profile, table, sample), table, profile, sample }
  const proposed = proposeColumns(table.columns, sample)
  const joined = joinDateParts(table.columns, proposed)
  if (joined === null) return { ...proposed, table, profile, sample }
  // What is made of others can be chosen like them.
  const columns = [...table.columns, ...[joined.proposed.mapping.start].flatMap((made) => made ?? [])]
  return { ...joined.proposed, table: { ...table, columns }, profile: joined.profile, sample }
}

/** The table of a file that is meant: by its name, or the first. Throws an ImportFault that names those there are. */
export function chooseTable({ tables }: SourceFile, sheet: string | undefined): SourceTable {
  const chosen = sheet === undefined ? tables[0] : tables.find((table) => table.sheet === sheet)
  if (chosen !== undefined) return chosen
  const names = tables.flatMap((table) => (table.sheet === null ? [] : [`“${table.sheet}”`]))
  throw new ImportFault(names.length === 0 ? 'has no sheets' : `has no sheet “${sheet}”; it has ${names.join(', ')}`)
}

/** The questions that a mapping leaves open. */
export function openQuestions({ questions }: Proposed, mapping: Mapping): Question[] {
  return questions.filter(({ ask }) =>
    ask === 'order' ? mapping.dates.order === null && mapping.start !== null : mapping.position === null,
  )
}
