import { describe, expect, it } from 'vitest'
import { buildCase } from '@/lib/server/build-case'
import { parseFiles } from '@/lib/server/parse-files'
import { growing } from './growing-cases'

/** Each took from 8 seconds to minutes where work was not linear, and takes one or two where it is. */
const COUNT = 5000
const MOST_MS = 6000

describe('reading and building takes no longer than it is long', () => {
  it.each(Object.entries(growing))('%s', (_, grow) => {
    const files = grow(COUNT)
    const start = process.cpuUsage()
    const { records, setAside } = parseFiles('valid', files)
    if (records === null) throw new Error('the case cannot be read')
    buildCase(records, setAside, [], files)
    // Of the processor and not of the clock: others share the machine.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(MOST_MS)
  })
})
