import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, anyTable, damaged, oddGeojson, reports, tables } from '../hostile-files'
import { bringHostile, draftHostile } from '../survive-files'

async function survives(of: typeof bringHostile, [name, bytes]: readonly [string, Uint8Array]): Promise<void> {
  expect(await of(name, bytes)).toMatchObject({ trouble: null })
}

// A hundred thousand: npm run soak -- hostile-inputs
const RUNS = 1500

describe('every importer either brings rows or says why not', () => {
  it.each(tables)('of %s as it should be', async (...sample) => survives(bringHostile, sample))

  it.each([
    ['files that are damaged anywhere', damaged(tables), RUNS],
    ['any text, and any JSON, by any name', anyTable, RUNS / 3],
    ['GeoJSON with anything in place of its parts', oddGeojson, RUNS / 3],
  ])('of %s', { timeout: 600_000 }, async (_, files, numRuns) => {
    await fc.assert(
      fc.asyncProperty(files, (sample) => survives(bringHostile, sample)),
      { numRuns },
    )
  })
})

describe('the drafter either finds records or says why not', () => {
  it.each(reports)('in %s as it should be', async (...sample) => {
    expect(await draftHostile(...sample)).toMatchObject({ trouble: null, isRead: true })
  })

  it.each([
    ['reports that are damaged anywhere', damaged(reports)],
    ['any text, and any JSON, by any name', anyReport],
  ])('in %s', { timeout: 600_000 }, async (_, files) => {
    await fc.assert(
      fc.asyncProperty(files, (sample) => survives(draftHostile, sample)),
      { numRuns: RUNS / 10 },
    )
  })
})
