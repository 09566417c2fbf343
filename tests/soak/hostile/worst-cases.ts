import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { parseFiles } from '@/lib/server/parse-files'
import { growing } from '../../unit/growing-cases'
import { exactly, type Finding, told } from '../finding'
import { wait } from '../wall-page'
import { underAttack } from './attacks'
import { ask } from './hostile-server'

/** Just below what a file may have. */
const MOST_COMMAS = 15_900_000
const READ_LIMIT_MS = 150_000
/** The id that all of them have. */
const ID = 'valid'

const healthSchema = z.object({
  cases: z.array(z.object({ id: z.string() })),
  faults: z.array(z.object({ id: z.string() })),
})

/** Waits until the server has read a case, or has said that it cannot; false where it has done neither. */
async function isRead(origin: string, id: string): Promise<boolean> {
  const until = performance.now() + READ_LIMIT_MS
  while (performance.now() < until) {
    const health = healthSchema.parse(JSON.parse((await ask(origin, '/healthz', { as: 'honest' })).text))
    if ([...health.cases, ...health.faults].some((each) => each.id === id)) return true
    await wait(500)
  }
  return false
}

/** Puts the cases that take longest to read into the data folder, one after another, while a wall is in use. */
export async function soakWorstCases(records: number): Promise<Finding[]> {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-worst-'))
  cpSync('data', data, { recursive: true, filter: (file) => !/\.pmtiles$|basemap.sources/.test(file) })
  try {
    return await underAttack(
      async ({ origin }) => {
        let [read, unread, longestMs] = [0, 0, 0]
        const folder = join(data, 'cases', ID)
        for (const [kind, grow] of Object.entries(growing)) {
          const files = grow(kind === 'nothing between commas' ? MOST_COMMAS : records)
          // Of a case without a usable case.json nothing is listed, and nothing tells when it has been read.
          if (parseFiles(ID, files).records === null) continue
          read += 1
          for (const [name, text] of files) {
            mkdirSync(dirname(join(folder, name)), { recursive: true })
            writeFileSync(join(folder, name), text)
          }
          const from = performance.now()
          if (!(await isRead(origin, ID))) {
            console.log(`  not read: ${kind}`)
            unread += 1
          }
          longestMs = Math.max(longestMs, performance.now() - from)
          rmSync(folder, { recursive: true })
          // Until it is known to be gone.
          await wait(2_000)
        }
        return [
          told('cases that take long to read, one after another', read, ''),
          told('records of one kind in each', records, ''),
          exactly('neither read nor said to be too large', unread, 0),
          told('longest that one took', longestMs / 1000, 's', 1),
        ]
      },
      { CASEBOARD_DATA: data },
    )
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
