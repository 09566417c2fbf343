import { existsSync } from 'node:fs'
import { benchChanges } from '../bench/changes'
import { benchRemote } from '../bench/remote-latency'
import { benchStreams } from '../bench/streams'
import { soakBasePath } from './base-path'
import { soakCorruptions } from './corruptions'
import type { Finding } from './finding'
import { soakHeap } from './heap'
import { soakCodes, soakManyStreams, soakPictures, soakWalls } from './hostile/attacks'
import { soakCases } from './hostile/cases'
import { soakEdits } from './hostile/edits'
import { soakInputs } from './hostile/inputs'
import { soakDescriptors, soakKills, soakSmallDisk, soakTwoServers } from './hostile/state'
import { soakWorstCases } from './hostile/worst-cases'
import { soakLostContexts } from './lost-contexts'
import { soakOutages } from './outages'
import { soakReleases } from './releases'
import { plainTable, type Section, writeTable } from './report'

interface Soak {
  title: string
  count: number
  run: (count: number) => Promise<Finding[]>
  section?: Section
}

const section: Section = {
  heading: '## Under attack',
  introduction:
    '`npm run soak -- hostile` writes the tables below, each by itself (`npm run soak -- hostile-codes`), on the machine named above.',
}

const soaks: Readonly<Record<string, Soak>> = {
  heap: { title: 'Memory of a wall that is stepped through', count: 1000, run: soakHeap },
  contexts: { title: 'Lost graphics contexts', count: 100, run: soakLostContexts },
  outages: { title: 'Servers killed and started again', count: 10, run: soakOutages },
  corruptions: { title: 'Files of the case spoiled below an open wall', count: 200, run: soakCorruptions },
  releases: { title: 'Releases deployed below an open wall', count: 10, run: soakReleases },
  streams: { title: 'Event-stream clients', count: 2000, run: benchStreams },
  changes: { title: 'From a saved case to every browser', count: 10, run: benchChanges },
  remote: { title: 'From thumb to wall', count: 200, run: benchRemote },
  path: { title: 'Below a path, behind a proxy', count: 1, run: soakBasePath },
  'hostile-cases': { title: 'Cases with something wrong', count: 50_000, run: soakCases, section },
  'hostile-inputs': { title: 'Malformed files and reports', count: 100_000, run: soakInputs, section },
  'hostile-worst': { title: 'While the worst cases are read', count: 10_000, run: soakWorstCases, section },
  'hostile-edits': { title: 'While a large case is edited', count: 10, run: soakEdits, section },
  'hostile-codes': { title: 'Codes guessed', count: 100_000, run: soakCodes, section },
  'hostile-walls': { title: 'A flood of walls', count: 20_500, run: soakWalls, section },
  'hostile-pictures': { title: 'A flood of pictures', count: 2_000, run: soakPictures, section },
  'hostile-streams': { title: 'Streams that are not read', count: 5_000, run: soakManyStreams, section },
  'hostile-kills': { title: 'Killed while it writes', count: 200, run: soakKills, section },
  'hostile-disk': { title: 'A full disk', count: 500, run: soakSmallDisk, section },
  'hostile-files': { title: 'Few descriptors', count: 2_000, run: soakDescriptors, section },
  'hostile-two': { title: 'Two servers on one folder', count: 20, run: soakTwoServers, section },
}

/** `hostile` stands for all that begin with it. */
const isNamed = (name: string, asked: string) => name === asked || name.startsWith(`${asked}-`)

async function main(): Promise<void> {
  const isNumber = (word: string) => /^\d+$/.test(word)
  const names = process.argv.slice(2).filter((word) => !isNumber(word))
  const times = process.argv.slice(2).find(isNumber)
  const unknown = names.find((asked) => !Object.keys(soaks).some((name) => isNamed(name, asked)))
  if (unknown !== undefined) throw new Error(`there is no soak ${unknown}, only ${Object.keys(soaks).join(', ')}`)
  if (!existsSync('.next/BUILD_ID')) throw new Error('There is no production build to soak: npm run build')
  for (const [name, { title, count: whole, run, section }] of Object.entries(soaks)) {
    const asked = names.some((each) => isNamed(name, each)) || (names.length === 0 && section === undefined)
    if (!asked) continue
    const count = times === undefined ? whole : Number(times)
    console.log(`\n> ${name}: ${title.toLowerCase()}, ${count} times`)
    const findings = await run(count)
    console.log(plainTable(findings))
    // What is short says only that it works.
    if (count === whole) writeTable(title, findings, section)
    if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
  }
}

await main()
