import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anchorCase } from '@/lib/command/verbs/anchor'
import type { Passage } from '@/lib/schema/passage'
import { fixtures, validRecords } from './read-fixture'

const text = readFileSync(`${fixtures}/sources/report.txt`, 'utf8')
const records = validRecords()

/** The case with one quotation's passage replaced. */
function withPassage(id: string, passage: Passage) {
  const quotations = records.quotations.map((quotation) =>
    quotation.id === id ? { ...quotation, passage } : quotation,
  )
  return { ...records, quotations }
}

describe('what became of the passages of a source', () => {
  it('is good where all of them stand', () => {
    const { lines, good } = anchorCase(records, 'report', text, text)
    expect(lines.at(-1)).toBe('12 of 12 passages stand')
    expect(good).toBe(true)
  })

  it('names a passage without a position, which is not looked for and does not stand', () => {
    const bare = withPassage('winter', { source: 'report', exact: 'long winter' })
    const { lines, good } = anchorCase(bare, 'report', text, text)
    expect(lines).toContain('quotation winter: not looked for: it has no prefix, suffix and position')
    expect(lines.slice(-2)).toEqual([
      '1 without a position: fill it in with npm run case -- locate, or write prefix, suffix, start and end by hand',
      '11 of 12 passages stand',
    ])
    expect(good).toBe(false)
  })

  it('asks nobody to find a note in the text', () => {
    const noted = withPassage('winter', { source: 'report', exact: 'a winter that was long', noted: true })
    const { lines, good } = anchorCase(noted, 'report', text, text)
    expect(lines).toContain('quotation winter: not looked for: it is a note of ours, not the source’s own words')
    expect(lines.filter((line) => line.includes('by hand'))).toEqual([])
    expect(lines.at(-1)).toBe('11 of 12 passages stand')
    expect(good).toBe(false)
  })

  it('is unknown for a source without a passage', () => {
    expect(anchorCase(records, 'reprint', text, null)).toEqual({
      lines: ['reprint: no record has a passage of it, so nothing was checked'],
      good: false,
    })
  })
})
