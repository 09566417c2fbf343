import { existsSync } from 'node:fs'
import { benchRemote } from '../bench/remote-latency'
import { benchStreams } from '../bench/streams'
import { soakCorruptions } from './corruptions'
import type { Finding } from './finding'
import { soakHeap } from './heap'
import { soakLostContexts } from './lost-contexts'
import { soakOutages } from './outages'
import { soakReleases } from './releases'
import { plainTable, writeTable } from './report'

interface Soak {
  title: string
  count: number
  run: (count: number) => Promise<Finding[]>
}

const soaks: Readonly<Record<string, Soak>> = {
  heap: { title: 'Memory of a wall that is stepped through', count: 1000, run: soakHeap },
  contexts: { title: 'Lost graphics contexts', count: 100, run: soakLostContexts },
  outages: { title: 'Servers killed and started again', count: 10, run: soakOutages },
  corruptions: { title: 'Files of the case spoiled below an open wall', count: 200, run: soakCorruptions },
  releases: { title: 'Releases deployed below an open wall', count: 10, run: soakReleases },
  streams: { title: 'Event-stream clients', count: 2000, run: benchStreams },
  remote: { title: 'From thumb to wall', count: 200, run: benchRemote },
}

async function main(): Promise<void> {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => soaks[name] === undefined)
  if (unknown !== undefined) throw new Error(`there is no soak ${unknown}, only ${Object.keys(soaks).join(', ')}`)
  if (!existsSync('.next/BUILD_ID')) throw new Error('There is no production build to soak: npm run build')
  for (const [name, { title, count, run }] of Object.entries(soaks)) {
    if (names.length > 0 && !names.includes(name)) continue
    console.log(`\n> ${name}: ${title.toLowerCase()}, ${count} times`)
    const findings = await run(count)
    console.log(plainTable(findings))
    writeTable(title, findings)
    if (findings.some(({ target }) => target?.met === false)) process.exitCode = 1
  }
}

await main()
