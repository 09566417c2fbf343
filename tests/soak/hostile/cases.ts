import { z } from 'zod'
import { listRecords } from '@/lib/derive/case-records'
import { isObject } from '@/lib/schema/plain-values'
import { buildCase } from '@/lib/server/build-case'
import { buildWithout } from '@/lib/server/build-without'
import { parseFiles } from '@/lib/server/parse-files'
import { planTour } from '@/lib/wall/plan-tour'
import { seededRandom } from '../../unit/hostile-edits'
import { validFiles } from '../../unit/read-fixture'
import { atMost, exactly, type Finding, told } from '../finding'
import { mutateCase } from './mutate-case'
import { Progress } from './progress'

/** A case of 20 kB is built in some milliseconds. Of the processor: other programs are none of the case's. */
const SLOWEST_MS = 1000

/** How many records a file of records holds; null where it is no list. */
function countEntries(text: string | undefined): number | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    const list = isObject(value) ? value.records : value
    return Array.isArray(list) ? list.length : null
  } catch {
    return null
  }
}

const recordFiles = ['sources', 'actors', 'quotations', 'statements', 'figures', 'events', 'scenes']

/** Files of records in which an entry neither stands nor is said to be set aside. */
function countDropped(files: ReadonlyMap<string, string>, parsed: ReturnType<typeof parseFiles>): number {
  if (parsed.records === null) return 0
  return recordFiles.filter((name) => {
    const file = `${name}.json`
    const entries = countEntries(files.get(file))
    if (entries === null) return false
    const standing = parsed.standing.filter((each) => each.file === file).length
    return standing + parsed.setAside.filter((each) => each.file === file).length < entries
  }).length
}

const progressSchema = z.object({
  next: z.number(),
  counts: z.object({
    ...{ thrown: z.number(), dropped: z.number(), withoutHead: z.number(), failed: z.number(), setAside: z.number() },
  }),
  slowestMs: z.number(),
})

/** Reads and builds `count` cases that have something wrong, as the server does, each known by its seed. */
export async function soakCases(count: number): Promise<Finding[]> {
  const valid = validFiles()
  const none = { thrown: 0, dropped: 0, withoutHead: 0, failed: 0, setAside: 0 }
  const progress = new Progress(`hostile-cases-${count}`, progressSchema, { next: 0, counts: none, slowestMs: 0 })
  const { state } = progress
  const { counts } = state
  for (let seed = state.next; seed < count; seed++) {
    progress.begin(seed)
    const files = mutateCase(valid, seededRandom(seed))
    const from = process.cpuUsage()
    try {
      const { parsed } = buildWithout(
        (failed) => parseFiles('valid', files, failed),
        ({ records, setAside }) => {
          if (records === null) return true
          const { linked } = buildCase(records, setAside, [], files)
          listRecords(linked)
          planTour(linked)
          return true
        },
      )
      if (parsed.records === null) counts.withoutHead += 1
      if (parsed.setAside.some(({ reason }) => reason.startsWith('cannot be drawn or linked'))) {
        counts.failed += 1
        console.log(`  seed ${seed}: a record cannot be drawn or linked`)
      }
      counts.setAside += parsed.setAside.length
      const dropped = countDropped(files, parsed)
      if (dropped > 0) console.log(`  seed ${seed}: records dropped without a word`)
      counts.dropped += dropped
    } catch (error) {
      counts.thrown += 1
      console.log(`  seed ${seed}: ${error instanceof Error ? error.stack : error}`)
    }
    const { user, system } = process.cpuUsage(from)
    state.slowestMs = Math.max(state.slowestMs, (user + system) / 1000)
  }
  progress.end()
  return [
    told('cases with one to four things wrong', count, ''),
    told('records set aside, with the reason', counts.setAside, ''),
    told('cases without a usable case.json', counts.withoutHead, ''),
    exactly('cases that could not be built', counts.thrown, 0),
    exactly('cases in which linking or drawing failed at a record that the schema had let in', counts.failed, 0),
    exactly('files of which an entry was dropped without a word', counts.dropped, 0),
    atMost('most that one took of the processor', state.slowestMs, SLOWEST_MS, 'ms'),
  ]
}
