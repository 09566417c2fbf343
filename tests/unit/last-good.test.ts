import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { createCaseStore } from '@/lib/server/case-store'
import { parseWithLastValid } from '@/lib/server/last-valid-store'
import { fixtures, part, validFiles } from './read-fixture'

const good = parseWithLastValid(validFiles(), new Map(), part)
const withFile = (file: string, text: string) => new Map([...validFiles(), [file, text]])

describe('partWithLastGood', () => {
  it('keeps what a half-written file held, and says so', () => {
    const { records, setAside } = parseWithLastValid(withFile('scenes.json', '[{"id":'), good.good, part)
    expect(records).toEqual(good.records)
    expect(setAside).toMatchObject([{ file: 'scenes.json', rule: 'unreadable', kept: true }])
    expect(setAside[0]?.reason).toMatch(/; shown as it was last read$/)
  })

  it('keeps it for as long as the file stays broken', () => {
    const first = parseWithLastValid(withFile('scenes.json', ''), good.good, part)
    const second = parseWithLastValid(withFile('scenes.json', '\0\0\0'), first.good, part)
    expect(second.records).toEqual(good.records)
  })

  it('costs a file that was never good, and no other', () => {
    const { records, setAside } = parseWithLastValid(withFile('scenes.json', ''), new Map(), part)
    expect(records?.scenes).toEqual([])
    expect(records?.quotations).toEqual(good.records?.quotations)
    expect(setAside.map(({ reason }) => reason)).toEqual(['is empty'])
  })

  it('sets bad records of a well-formed file aside', () => {
    const { records } = parseWithLastValid(withFile('scenes.json', '[{"id":"new"}]'), good.good, part)
    expect(records?.scenes).toEqual([])
  })

  it('lets what a removed file held go', () => {
    const files = validFiles()
    files.delete('layers/reactions.geojson')
    const { records } = parseWithLastValid(files, good.good, part)
    expect(records?.layers.map(({ id }) => id)).not.toContain('reactions')
  })

  it('keeps all of a case without its case.json', () => {
    const { records, setAside, good: kept } = parseWithLastValid(new Map(), good.good, part)
    expect(records).toEqual(good.records)
    expect(setAside).toMatchObject([{ file: 'case.json', reason: 'the file is missing; shown as it was last read' }])
    expect(kept).toBe(good.good)
  })

  it('keeps a case.json that is JSON and no case', () => {
    const { records, setAside } = parseWithLastValid(withFile('case.json', '{}'), good.good, part)
    expect(records).toEqual(good.records)
    expect(setAside).toMatchObject([{ file: 'case.json', rule: 'shape' }])
  })

  it('goes on telling which of the last good records were bad', () => {
    const flawed = parseWithLastValid(withFile('scenes.json', '[{"id":"new"}]'), new Map(), part)
    const { setAside } = parseWithLastValid(withFile('scenes.json', '[{'), flawed.good, part)
    expect(setAside.map(({ rule }) => rule)).toEqual(['unreadable', 'shape'])
  })
})

describe('a case whose files are spoiled 200 times while it is shown', () => {
  const names = [...validFiles().keys()]
  const damage = fc.record({
    file: fc.constantFrom(...names),
    /** How much of the file is left, and what follows it. */
    share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    tail: fc.constantFrom('nothing', 'zeros', 'noise', 'beginning'),
  })
  let data = ''

  beforeEach(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    await cp(path.join(fixtures, 'cases'), path.join(data, 'cases'), { recursive: true })
  })

  afterEach(() => rm(data, { recursive: true }))

  function spoil(text: Buffer, share: number, tail: string): Buffer {
    const whole = text.toString('utf8').trimEnd()
    const left = Buffer.from(whole.slice(0, Math.floor(whole.length * share)))
    if (tail === 'zeros') return Buffer.concat([left, Buffer.alloc(4096)])
    if (tail === 'noise') return Buffer.concat([left, Buffer.from([0xff, 0xc0, 0x00])])
    if (tail === 'beginning') return Buffer.concat([left, text.subarray(0, 40)])
    return left
  }

  const shown = ({ setAside: _told, version: _version, ...rest }: LinkedCase) => rest

  it('never shows less of it, always names the file, and recovers', async () => {
    let time = 0
    const store = createCaseStore(data, { now: () => time })
    const look = async () => {
      time += 1000
      const loaded = await store.loadCase('valid')
      if (loaded === null) throw new Error('the case is gone')
      return loaded.linked
    }
    const whole = await look()
    const run = fc.asyncProperty(damage, async ({ file, share, tail }) => {
      const full = path.join(data, 'cases', 'valid', file)
      const text = await readFile(full)
      await writeFile(full, spoil(text, share, tail))
      const broken = await look()
      expect(shown(broken)).toEqual(shown(whole))
      expect(broken.setAside.map((entry) => entry.file)).toContain(file)
      await writeFile(full, text)
      expect(await look()).toEqual(whole)
    })
    await fc.assert(run, { numRuns: 200 })
  }, 60_000)
})
