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

  it.each(['prefix', 'suffix', 'start', 'end'])('tells a passage without its %s', (name) => {
    expect(verifyWith('winter', { [name]: undefined })).toMatchObject([
      { kind: 'quotation', id: 'winter', reason: 'has no prefix, suffix, start and end' },
      { kind: 'text' },
    ])
  })

  it('quotes no more than a line of what is there instead', () => {
    const [fault] = verifyWith('winter', { start: 0, end: 200 })
    expect(fault?.reason).toContain(`“${text.slice(0, 80)}”`)
    const long = `${text}\n“${'so it goes, '.repeat(20)}”\n`
    const ids = verifyPassages(records, 'report', long).faults.map(({ kind, id }) => [kind, id.length])
    expect(ids).toEqual([
      ['text', 80],
      ['paragraph', 1],
    ])
  })

  it('says why a paragraph without a record is a fault', () => {
    const [fault] = verifyPassages(records, 'report', `${text}\nNobody knows.`).faults
    expect(fault?.reason).toContain('withoutRecord')
  })

  it('counts as paragraphs what has anything to read, up to the last', () => {
    const report = verifyPassages(records, 'report', `${text}\n* * *\n\n—\n\n7`)
    expect(report.paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const { length } = Array.from(`${text}\n* * *\n\n—\n\n`)
    expect(report.paragraphs.at(-1)).toEqual({ number: 4, start: length, end: length + 1, records: [] })
  })

  it('names the records of each paragraph, from its first character on', () => {
    const [quotation] = records.quotations
    if (quotation === undefined) throw new Error('no quotation')
    const passage = { source: 'report', exact: 'Then', prefix: '', suffix: '', start: 11, end: 15 }
    const only = { ...records, quotations: [{ ...quotation, passage }], statements: [], figures: [], events: [] }
    const { paragraphs } = verifyPassages(only, 'report', 'First one.\nThen another.')
    expect(paragraphs.map((paragraph) => paragraph.records)).toEqual([[], [{ kind: 'quotation', id: quotation.id }]])
  })

  it('asks only the case’s own report for a record in each paragraph', () => {
    const head = { ...records.head, source: 'bulletin' }
    const { faults } = verifyPassages({ ...records, head }, 'report', `${text}\nNobody knows what comes next.\n`)
    expect(faults).toEqual([])
  })

  it('does not take a statement for the quotation of quoted words', () => {
    const [statement] = records.statements
    const before = records.quotations.find(({ id }) => id === 'before')
    if (statement === undefined || before === undefined) throw new Error('no record')
    const { hedge: _hedge, condition: _condition, ...plain } = statement
    const quotations = records.quotations.filter((each) => each !== before)
    const statements = [...records.statements, { ...plain, id: 'said', passage: before.passage }]
    const { faults } = verifyPassages({ ...records, quotations, statements }, 'report', text)
    expect(faults.map(({ kind, id }) => [kind, id])).toEqual([['text', 'We have crossed before']])
  })

  it.each([
    ['all of a short line', 'It ended.” He left.\nSo.', 'It ended.', ' He left.'],
    [
      'whole words of a long one',
      'Nobody had asked the crews of the ferries about it.” The mayor called it a mistake of the whole council.',
      'crews of the ferries about it.',
      ' The mayor called it a mistake',
    ],
    ['no more than its line', 'One.\nIt ended.” \nThe mayor called it a mistake of the council.', 'It ended.', ''],
  ])('shows of a stray mark’s surroundings %s', (_what, words, before, after) => {
    const [stray] = verifyPassages(records, 'bulletin', words).strays
    expect(stray).toMatchObject({ before, after })
  })
})
