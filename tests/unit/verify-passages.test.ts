import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifyPassages } from '@/lib/derive/verify-passages'
import type { Passage } from '@/lib/schema/passage'
import { fixtures, validRecords } from './read-fixture'

const text = readFileSync(`${fixtures}/sources/report.txt`, 'utf8')
const records = validRecords()

/** The report's verification with one quotation's passage changed. */
function verifyWith(id: string, change: Partial<Passage>) {
  const quotations = records.quotations.map((quotation) =>
    quotation.id === id ? { ...quotation, passage: { ...quotation.passage, ...change } } : quotation,
  )
  return verifyPassages({ ...records, quotations }, 'report', text).faults
}

describe('verifyPassages', () => {
  it('finds all passages of the valid case, and a quotation for each quoted one', () => {
    expect(verifyPassages(records, 'report', text)).toMatchObject({ checked: 12, quoted: 5, faults: [] })
  })

  it('tells a paragraph of the report that carries no record, unless the case says why', () => {
    const longer = `${text}\n\nNobody knows what comes next.\n`
    const silent = { kind: 'paragraph', id: '4' }
    expect(verifyPassages(records, 'report', longer).faults).toMatchObject([silent])
    const head = { ...records.head, withoutRecord: [{ paragraph: 4, why: 'a closing phrase' }] }
    const named = verifyPassages({ ...records, head }, 'report', longer)
    expect(named.faults).toEqual([])
    expect(named.paragraphs.map(({ records: carried, why }) => why ?? carried.length)).toEqual([
      4,
      4,
      4,
      'a closing phrase',
    ])
    expect(verifyPassages({ ...records, head: { ...head, source: 'bulletin' } }, 'report', longer).faults).toEqual([])
  })

  it.each(['hedge', 'condition'])('tells a %s that is not in the paragraph of its statement', (name) => {
    const [statement, ...others] = records.statements
    if (statement === undefined) throw new Error('no statement')
    const statements = [{ ...statement, [name]: 'The so-called' }, ...others]
    expect(verifyPassages({ ...records, statements }, 'report', text).faults).toEqual([
      {
        kind: 'statement',
        id: statement.id,
        reason: `its ${name} is not, word for word, in the paragraph of its passage`,
      },
    ])
  })

  it('looks at no other source’s passages', () => {
    expect(verifyPassages(records, 'bulletin', '').checked).toBe(3)
  })

  it('tells words that are not at their position', () => {
    expect(verifyWith('winter', { exact: 'long spring' })[0]).toMatchObject({ kind: 'quotation', id: 'winter' })
    expect(verifyWith('winter', { exact: 'long spring' })[0]?.reason).toContain('“long winter”')
  })

  it('tells a prefix and a suffix that do not stand there', () => {
    expect(verifyWith('winter', { prefix: 'so-styled “' })[0]?.reason).toContain('its prefix is not')
    expect(verifyWith('winter', { suffix: '” ended' })[0]?.reason).toContain('its suffix is not')
  })

  it('tells a mark without its other half with its place, and holds it against nobody', () => {
    const longer = `${text}\nThe ferry sailed at noon on the fourth of March.” The “long winter went on.\n`
    const report = verifyPassages(records, 'report', longer)
    expect(report.strays).toEqual([
      {
        mark: '”',
        opens: false,
        line: 7,
        column: 49,
        before: 'at noon on the fourth of March.',
        after: ' The “long winter went on.',
      },
      {
        mark: '“',
        opens: true,
        line: 7,
        column: 55,
        before: 'on the fourth of March.” The ',
        after: 'long winter went on.',
      },
    ])
    expect(report.faults.map(({ kind, id }) => [kind, id])).toEqual([
      ['text', 'long winter went on'],
      ['paragraph', '4'],
    ])
    expect(verifyPassages(records, 'report', text).strays).toEqual([])
  })

  it('tells a passage that is found twice', () => {
    const [fault] = verifyWith('again', { exact: 'e', prefix: '', suffix: '', start: 2, end: 3 })
    expect(fault?.reason).toMatch(/occur \d\d times/)
  })

  it('tells quoted words that no quotation has', () => {
    const quotations = records.quotations.filter(({ id }) => id !== 'before')
    expect(verifyPassages({ ...records, quotations }, 'report', text).faults).toEqual([
      {
        kind: 'text',
        id: 'We have crossed before',
        reason: 'is between quotation marks, but no quotation record has it',
      },
    ])
  })

  it('looks up statements too, which cover no quoted words', () => {
    const statements = records.statements.map((statement) => ({
      ...statement,
      passage: { ...statement.passage, exact: 'the ferry might sail' },
    }))
    const { faults } = verifyPassages({ ...records, statements, quotations: [] }, 'report', text)
    expect(faults.filter(({ kind }) => kind === 'statement').map(({ id }) => id)).toEqual([
      'ferry-sails',
      'queue-stood',
    ])
    expect(faults.filter(({ kind }) => kind === 'text')).toHaveLength(5)
  })

  it('counts in code points', () => {
    const [quotation] = records.quotations
    if (quotation === undefined) throw new Error('no quotation')
    const passage = { source: 'report', exact: 'b𝒜', prefix: '😀', suffix: 'c', start: 1, end: 3 }
    const only = { ...records, quotations: [{ ...quotation, passage }], statements: [], figures: [], events: [] }
    expect(verifyPassages(only, 'report', '😀b𝒜c').faults).toEqual([])
  })
})
