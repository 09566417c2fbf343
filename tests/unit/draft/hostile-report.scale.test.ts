import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readReport } from '@/lib/command/read-report'
import { draftReport } from '@/lib/draft/draft-report'

const LENGTH = 200_000
const fill = (unit: string) => unit.repeat(LENGTH / unit.length)
const msOf = async (work: () => unknown) => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

describe('a report made to be slow', () => {
  // A second or two at most; what grows with the square of such a text takes from half a minute to an hour.
  it.each([
    ['of abbreviations', 'A. '],
    ['in one sentence in which everybody speaks', 'Berg said it '],
    ['in one paragraph in which he and they speak', 'Anna Berg came, and he said that they said so, '],
    ['of sources without words', 'according to '],
    ['of weekdays', 'Monday '],
    ['of dates', '2 October 2022 '],
    ['of years', 'in 2022, '],
    ['of number words', 'twenty '],
    ['of marks that open', '“x ‘y '],
    ['of quotations in one line', '“x” '],
    ['of words that no name begins with', 'The '],
    ['of blanks', ' '],
    ['of names', 'Alpha Beta of the Gamma '],
  ])('%s', async (_, unit) => {
    expect(await msOf(() => draftReport(fill(unit), '2022-10-02', () => []))).toBeLessThan(15_000)
  })
})

describe('a file of a report made to be slow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-report-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const read = (name: string, text: string) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return readReport(file)
  }

  it.each([
    ['links that are never closed', '['],
    ['pictures that are never closed', '!['],
    ['empty lines', '\n'],
  ])('%s', async (_, unit) => {
    expect(await msOf(() => read('a.md', `x ${fill(unit)} y`))).toBeLessThan(5_000)
  })

  it('is refused where it has more elements or characters than a report', async () => {
    await expect(read('a.html', '<div>'.repeat(100_000))).rejects.toThrow('has 100000 elements')
    await expect(read('a.txt', 'word '.repeat(200_000))).rejects.toThrow('has 1000000 characters')
  })
})
