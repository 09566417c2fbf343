import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeAnnotation } from '@/lib/derive/cite/annotation'
import { fixtures, validRecords } from '../read-fixture'
import { annotationSchema } from './citation-schemas'

const link = 'https://board.example/cases/valid?quotation=winter'
const { quotations, sources } = validRecords()
const text = Array.from(readFileSync(`${fixtures}/sources/report.txt`, 'utf8'))
const held = quotations.filter(({ passage }) => passage.start !== undefined)

function annotate(quotation: (typeof quotations)[number], speaker: string | null = 'Anna, Master') {
  const { passage } = quotation
  const source = sources.find(({ id }) => id === passage.source) ?? null
  const speakerLink = speaker === null ? null : 'https://board.example/cases/valid?speaker=anna'
  const written = writeAnnotation({
    link,
    passage,
    source,
    speaker,
    speakerLink,
    side: null,
    facts: ['x'],
    updated: '2030-03',
    canonical: link,
  })
  return annotationSchema.parse(JSON.parse(written))
}

describe('the annotation of a quotation', () => {
  it('follows the model, and both selectors find the words', () => {
    expect(held.length).toBeGreaterThan(2)
    for (const quotation of held) {
      const { target, created } = annotate(quotation)
      const [quote, position] = target.selector ?? []
      expect(text.slice(position?.start, position?.end).join('')).toBe(quote?.exact)
      expect(text.join('')).toContain(`${quote?.prefix ?? ''}${quote?.exact}${quote?.suffix ?? ''}`)
      expect(created).toBe('2030-03-01T00:00:00Z')
    }
  })

  it('says who spoke first, and of a term that it is one', () => {
    const [first] = held
    if (first === undefined) throw new Error('no quotation')
    expect(annotate(first).body[0]).toMatchObject({ purpose: 'identifying', value: 'Anna, Master' })
    expect(annotate(first, null)).toMatchObject({ motivation: 'describing', body: [{ purpose: 'describing' }] })
  })

  it('names a document without an address by the hash of its text, as RFC 6920 does', () => {
    const passage = { source: 's', exact: 'x' }
    // The RFC's own example, "Hello World!".
    const sha256 = '7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069'
    const source = { id: 's', title: 't', publisher: 'p', sha256 }
    const one = {
      link,
      passage,
      source,
      speaker: null,
      speakerLink: null,
      side: null,
      facts: [],
      updated: '2030',
      canonical: link,
    }
    expect(writeAnnotation(one)).toContain('"ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"')
    expect(writeAnnotation({ ...one, source: { ...source, address: 'https://example.org/r' } })).toContain(
      '"source": "https://example.org/r"',
    )
    expect(writeAnnotation({ ...one, source: null, passage: { ...passage, noted: true } })).not.toContain('selector')
  })

  describe('says all that is known of it, and nothing that is not', () => {
    const known = {
      link: `${link}&version=3`,
      canonical: link,
      passage: { source: 's', exact: 'no deal', prefix: 'said “', suffix: '”', start: 5, end: 12 },
      source: { id: 's', title: 't', publisher: 'p' },
      speaker: 'Anna, Master',
      speakerLink: 'https://board.example/cases/valid?speaker=anna',
      side: 'North',
      facts: ['Said on a day.', 'Nobody has it otherwise.'],
      updated: '2030-03-10',
    }
    const write = (change: Partial<typeof known> | Partial<Parameters<typeof writeAnnotation>[0]> = {}) =>
      JSON.parse(writeAnnotation({ ...known, ...change }))
    const text = (purpose: string, value: string) => {
      return { type: 'TextualBody', purpose, value, format: 'text/plain', language: 'en' }
    }

    it('its version by its own address, and what it is in any version', () => {
      expect(write()).toMatchObject({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `${known.link}#annotation`,
        canonical: `${link}#annotation`,
        type: 'Annotation',
        motivation: 'identifying',
        creator: { type: 'Software', name: 'Caseboard' },
        created: '2030-03-10T00:00:00Z',
      })
      expect(write({ updated: 'some day' })).not.toHaveProperty('created')
    })

    it('who spoke, for which side, and what else is known, in this order', () => {
      const facts = known.facts.map((fact) => text('describing', fact))
      expect(write().body).toEqual([
        text('identifying', 'Anna, Master'),
        { type: 'SpecificResource', purpose: 'identifying', source: known.speakerLink },
        text('tagging', 'North'),
        ...facts,
      ])
      expect(write({ speaker: null, speakerLink: null, side: null }).body).toEqual(facts)
    })

    it('where the words stand, by themselves and by their place', () => {
      const quote = { type: 'TextQuoteSelector', exact: 'no deal' }
      const position = { type: 'TextPositionSelector', start: 5, end: 12 }
      expect(write().target).toEqual({
        type: 'SpecificResource',
        source: `${link}#source`,
        selector: [{ ...quote, prefix: 'said “', suffix: '”' }, position],
      })
      const passage = { source: 's', exact: 'no deal' }
      expect(write({ passage }).target.selector).toEqual([quote])
      expect(write({ passage: { ...known.passage, prefix: '', suffix: '' } }).target.selector).toEqual([
        quote,
        position,
      ])
      expect(write({ passage: { ...passage, start: 5 } }).target.selector).toEqual([quote])
    })

    it('which document by its hash, whatever signs that has', () => {
      const source = { ...known.source, sha256: 'fbff'.repeat(16) }
      expect(write({ source }).target.source).toMatch(/^ni:\/\/\/sha-256;-__7[\w-]+$/)
    })
  })
})
