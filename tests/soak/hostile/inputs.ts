import fc from 'fast-check'
import { z } from 'zod'
import { anyReport, anyTable, damaged, oddGeojson, reports, tables } from '../../unit/hostile-files'
import { bringHostile, draftHostile } from '../../unit/survive-files'
import { atMost, exactly, type Finding, told } from '../finding'
import { Progress } from './progress'

/** Of the processor, for a file of some hundred bytes. */
const SLOWEST_MS = 1000

/** What is tried in turn, each with who reads it. */
const turns = [
  { of: 'tables', files: damaged(tables), read: bringHostile },
  { of: 'tables', files: damaged(tables), read: bringHostile },
  { of: 'tables', files: oddGeojson, read: bringHostile },
  { of: 'tables', files: anyTable, read: bringHostile },
  { of: 'reports', files: damaged(reports), read: draftHostile },
  { of: 'reports', files: anyReport, read: draftHostile },
] as const

const count = z.strictObject({ tried: z.number(), read: z.number(), faults: z.number(), troubles: z.number() })
const progressSchema = z.object({ next: z.number(), tables: count, reports: count, slowestMs: z.number() })
const none = () => ({ tried: 0, read: 0, faults: 0, troubles: 0 })

/** Has `wanted` malformed files brought in and drafted, each known by its number. */
export async function soakInputs(wanted: number): Promise<Finding[]> {
  const fresh = { next: 0, tables: none(), reports: none(), slowestMs: 0 }
  const progress = new Progress(`hostile-inputs-${wanted}`, progressSchema, fresh)
  const { state } = progress
  // What all share is read before the clock runs.
  for (const { read, files } of turns)
    await read(...(fc.sample(files, { numRuns: 1, seed: 1 })[0] ?? ['', new Uint8Array()]))
  for (let seed = state.next; seed < wanted; seed++) {
    progress.begin(seed)
    const turn = turns[seed % turns.length]
    const [sample] = turn === undefined ? [] : fc.sample(turn.files, { numRuns: 1, seed })
    if (turn === undefined || sample === undefined) throw new Error('nothing to try')
    const from = process.cpuUsage()
    const { isRead, faults, trouble } = await turn.read(...sample)
    const { user, system } = process.cpuUsage(from)
    const counts = state[turn.of]
    counts.tried += 1
    counts.faults += faults
    if (isRead) counts.read += 1
    if (trouble !== null) {
      counts.troubles += 1
      console.log(`  ${seed}, ${sample[0]}: ${trouble.slice(0, 600)}`)
    }
    state.slowestMs = Math.max(state.slowestMs, (user + system) / 1000)
  }
  progress.end()
  return [
    told('files to be brought in, damaged or anything at all', state.tables.tried, ''),
    told('of which something could be read', state.tables.read, ''),
    told('rows refused, with the reason', state.tables.faults, ''),
    told('reports to be drafted', state.reports.tried, ''),
    told('of which something could be read', state.reports.read, ''),
    exactly(
      'things thrown, refusals without a reason that a reader could act on, and records that break a rule',
      state.tables.troubles + state.reports.troubles,
      0,
    ),
    atMost('most that one took of the processor', state.slowestMs, SLOWEST_MS, 'ms'),
  ]
}
