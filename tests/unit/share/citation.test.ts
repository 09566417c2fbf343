import { plugins } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import { citationNote, citeDate, lastMoment } from '@/lib/derive/cite/citation'
import { cslItem, writeBibtexCitation, writeCslCitation, writePlainCitation } from '@/lib/derive/cite/cite-formats'
import { cslSchema, parseBibtex } from './citation-schemas'
import { citation, citationWords } from './citation-words'

const own = { ...citation, source: null, passage: null, statement: 'about 5 people: derived.' }

describe('a citation as text', () => {
  it('reads: whose words, which document, when, where in it, where read', () => {
    expect(writePlainCitation(citation, citationWords)).toBe(
      '“The ferry, 100% {full} & $5_a ~ \\ #1 ^”. Олена Ко, Master, 3 March 2030. ' +
        'In: Anna de la Cruz, “The {Ferry} & its 50% toll: “Пором” #1_a”, Harbour & Co, published 2 March 2030, retrieved 9 March 2030. ' +
        'Seen via: Copy at example.org. https://example.org/a_b?x=1&y=%20#part Characters 10 to 49 of its text. ' +
        'Caseboard, “The ferry”, version 2030-03-10.2, updated 10 March 2030: https://board.example/cases/valid?quotation=winter',
    )
  })

  it('does not name a document where the case worked it out itself, and quotes a passage that the statement is not', () => {
    expect(writePlainCitation(own, citationWords)).toMatch(/^about 5 people: derived\. Caseboard, /)
    const figure = { ...citation, statement: 'about 5 people: says Ko.' }
    expect(writePlainCitation(figure, citationWords)).toContain('Passage: “The ferry, 100% {full}')
    const noted = { ...figure, passage: { source: 'report', exact: 'Says five.', noted: true as const } }
    expect(writePlainCitation(noted, citationWords)).toContain('Our note of it: Says five.')
  })
})

describe('a citation of which little is known', () => {
  const source = { id: 'report', title: 'Bare', publisher: 'Nobody' }
  const bare = { ...citation, statement: 'about 5 people', source, passage: null }
  const board =
    'Caseboard, “The ferry”, version 2030-03-10.2, updated 10 March 2030: https://board.example/cases/valid?quotation=winter'

  it('says no more in words, and ends its sentence', () => {
    expect(writePlainCitation(bare, citationWords)).toBe(`about 5 people. In: “Bare”, Nobody. ${board}`)
  })

  it.each(['It is so.', 'Is it so?', 'It is so!', 'It is so…', '“It is so.”', '‘It is so.’'])(
    'leaves %s, which has ended, as it is',
    (statement) => {
      const own = { ...bare, statement, source: null }
      expect(writePlainCitation(own, citationWords)).toBe(`${statement} ${board}`)
    },
  )

  it('says where the words stand only where that is known', () => {
    const passage = { source: 'report', exact: 'five people' }
    const note = (change: object) => citationNote({ ...bare, passage: { ...passage, ...change } }, citationWords)
    expect(note({})).toBe(`about 5 people Passage: “five people”. ${board}`)
    expect(note({ exact: 'about 5' })).toBe(`about 5 people ${board}`)
    expect(note({ start: 3, end: 14 })).toContain('Characters 3 to 14')
    expect(note({ start: 3 })).not.toContain('Characters')
    expect(note({ noted: true, exact: 'They are five.' })).toBe(
      `about 5 people Our note of it: They are five. ${board}`,
    )
  })

  it('has of CSL only what is known', () => {
    expect(cslItem(bare, citationWords)).toEqual({
      id: 'valid-winter',
      type: 'document',
      title: 'Bare',
      publisher: 'Nobody',
      note: `about 5 people ${board}`,
    })
    expect(cslItem({ ...bare, source: null }, citationWords)).toMatchObject({
      version: '2030-03-10.2',
      issued: { 'date-parts': [[2030, 3, 10]] },
      URL: citation.board.link,
    })
  })

  it('has of BibTeX only what is known, and the version where the case is the document', () => {
    const fields = (one: typeof citation) =>
      [...writeBibtexCitation(one, citationWords).matchAll(/^ {2}(\w+) = /gm)].map(([, name]) => name)
    expect(fields(bare)).toEqual(['title', 'publisher', 'note'])
    expect(fields({ ...bare, source: null })).toEqual(['title', 'publisher', 'date', 'year', 'version', 'url', 'note'])
    expect(fields(citation)).toEqual(['author', 'title', 'publisher', 'date', 'year', 'url', 'urldate', 'note'])
  })

  it.each([
    ['2030-03-02T10:00Z', '  date = {2030-03-02},'],
    ['2030-03-02T10:00Z/2030-03-04', '  date = {2030-03-02/2030-03-04},'],
    ['2030~', '  date = {2030~},'],
  ])('has of %s in BibTeX the days', (published, line) => {
    const written = writeBibtexCitation({ ...bare, source: { ...source, published } }, citationWords)
    expect(written.split('\n')).toContain(line)
    expect(written.split('\n')).toContain('  year = {2030},')
  })

  it('has an address in BibTeX that neither ends the field nor starts a command', () => {
    const address = 'https://example.org/a b{c}\\d'
    expect(writeBibtexCitation({ ...bare, source: { ...source, address } }, citationWords)).toContain(
      '  url = {https://example.org/a%20b%7Bc%7D%5Cd},',
    )
  })

  it('has its title in BibTeX on one line', () => {
    expect(writeBibtexCitation({ ...bare, source: { ...source, title: 'Two\n lines' } }, citationWords)).toContain(
      '  title = {{Two lines}},',
    )
  })
})

describe('a citation as CSL-JSON', () => {
  it.each([citation, own])('is what the schema of CSL data asks', (one) => {
    expect(cslSchema.parse(JSON.parse(writeCslCitation(one, citationWords)))).toHaveLength(1)
  })

  it('is read by an independent parser as it is', () => {
    const [item] = plugins.input.chain(writeCslCitation(citation, citationWords), { generateGraph: false })
    expect(item).toMatchObject({
      ...cslItem(citation, citationWords),
      author: [{ literal: 'Anna de la Cruz' }],
      issued: { 'date-parts': [[2030, 3, 2]] },
    })
  })

  it('cites the case itself where there is no other document', () => {
    expect(cslItem(own, citationWords)).toMatchObject({ type: 'webpage', title: 'The ferry', publisher: 'Caseboard' })
  })
})

describe('a citation as BibTeX', () => {
  it('is parsed back to the same fields', () => {
    expect(parseBibtex(writeBibtexCitation(citation, citationWords))).toEqual({
      id: 'valid-winter',
      title: citation.source?.title,
      publisher: 'Harbour & Co',
      // In BibTeX a braced name is one family name.
      author: [{ family: 'Anna de la Cruz' }],
      issued: { 'date-parts': [[2030, 3, 2]] },
      accessed: { 'date-parts': [[2030, 3, 9]] },
      URL: citation.source?.address,
      note: citationNote(citation, citationWords),
    })
  })

  it.each(['{', '}', '}{', 'a { b', '\\}'])('keeps its fields whole around a lone brace: %s', (brace) => {
    const title = `The ${brace} ferry`
    const source = { id: 'report', title, publisher: `Harbour ${brace}` }
    const written = writeBibtexCitation({ ...citation, source, statement: `“${brace}”.` }, citationWords)
    // As BibTeX counts: every brace, whatever stands before it, and never below none.
    const depths = [...written.matchAll(/[{}]/g)].map(([sign]) => (sign === '{' ? 1 : -1))
    const along = depths.map((_, index) => depths.slice(0, index + 1).reduce((sum, step) => sum + step, 0))
    expect(Math.min(...along.slice(0, -1))).toBeGreaterThan(0)
    expect(along.at(-1)).toBe(0)
    const { title: readTitle, publisher, note } = parseBibtex(written)
    expect([readTitle, publisher]).toEqual([title, `Harbour ${brace}`])
    expect(note).toContain(`“${brace}”. Passage`)
  })

  it('leaves out what is not known', () => {
    const bare = { ...citation, source: { id: 'report', title: 'Bare', publisher: 'Nobody' } }
    expect(writeBibtexCitation(bare, citationWords)).not.toMatch(/^\s*(date|urldate|year|url|author) =/m)
  })
})

describe('the date of a citation', () => {
  it.each([
    ['2014', { 'date-parts': [[2014]] }],
    ['2022-09', { 'date-parts': [[2022, 9]] }],
    ['2022-09-26~', { 'date-parts': [[2022, 9, 26]], circa: true }],
    ['2022-09-26T02:03:24+02:00', { 'date-parts': [[2022, 9, 26]] }],
    [
      '2022-09~/2022-09-25',
      {
        'date-parts': [
          [2022, 9],
          [2022, 9, 25],
        ],
        circa: true,
      },
    ],
    ['2022-XX-XX', { 'date-parts': [[2022]] }],
    ['2022-XX', { 'date-parts': [[2022]] }],
    ['2022-09-XX', { 'date-parts': [[2022, 9]] }],
    ['2022-12', { 'date-parts': [[2022, 12]] }],
    ['2022-01?', { 'date-parts': [[2022, 1]], circa: true }],
    ['2022-00', { literal: '2022-00' }],
    ['2022-13', { literal: '2022-13' }],
    ['12022', { literal: '12022' }],
    ['-2022', { literal: '-2022' }],
    ['2022-09-261', { literal: '2022-09-261' }],
    ['202X', { literal: '202X' }],
    ['2022-21', { literal: '2022-21' }],
    ['2022-09/..', { literal: '2022-09/..' }],
  ])('%s', (edtf, date) => expect(citeDate(edtf)).toEqual(date))

  it('names a moment for an annotation', () => {
    expect(lastMoment('2022-10-02')).toBe('2022-10-02T00:00:00Z')
    expect(lastMoment('2022-09-01/2022-10')).toBe('2022-10-01T00:00:00Z')
    expect(lastMoment('2022/..')).toBeNull()
    expect(lastMoment('2022')).toBe('2022-01-01T00:00:00Z')
  })
})
