import { strFromU8, unzipSync } from 'fflate'
import { createTranslator } from 'next-intl'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { usePictureTexts } from '@/components/picture/use-take-picture'
import { useAnnotateQuotation, useCiteFigure } from '@/components/share/use-citation'
import { writeAnnotation } from '@/lib/derive/cite/annotation'
import type { Citation, CitationWords } from '@/lib/derive/cite/citation'
import { writeBibtexCitation, writeCslCitation, writePlainCitation } from '@/lib/derive/cite/cite-formats'
import { exportFeatures } from '@/lib/derive/export-features'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { archiveCase } from '@/lib/server/case-archive'
import { createCaseStore, type LoadedCase } from '@/lib/server/case-store'
import { readView, recordAddress } from '@/lib/url/view-codec'
import words from '@/lib/words/en.json'
import { askBoard } from '../ask-board'

const id = '2022-10-annexation'
const t = createTranslator({ locale: 'en', messages: words, namespace: 'share.cite' })
const same = (text: string) => text
const citationWords: CitationWords = {
  ...{
    date: same,
    quoted: same,
    published: same,
    retrieved: same,
    document: same,
    via: same,
    passage: same,
    noted: same,
  },
  position: (start, end) => `${start}–${end}`,
  board: (title, updated, version) => t('board', { title, updated, version }),
}

let found: LoadedCase
beforeAll(async () => {
  const loaded = await createCaseStore('data').loadCase(id)
  if (loaded === null) throw new Error('the committed case is gone')
  found = loaded
})

afterAll(() => vi.unstubAllGlobals())

const board = {
  title: 'The ferry',
  updated: '2030-03-10',
  version: '2030-03-10.3',
  link: 'https://x.example/?v=2030-03-10.3',
}
const source = { id: 'report', title: 'The ferry', publisher: 'Harbour', kind: 'original' as const }
const cited: Citation = { key: 'k', statement: '“Winter”. Ko.', source, passage: null, board }

describe('the version of the case', () => {
  it.each([
    ['text', writePlainCitation],
    ['BibTeX', writeBibtexCitation],
    ['CSL-JSON', writeCslCitation],
  ])('stands in a citation as %s, with the link that carries it', (_, write) => {
    const written = write(cited, citationWords)
    expect(written).toContain('version 2030-03-10.3')
    expect(written).toContain('v=2030-03-10.3')
  })

  it('is the version of what is cited where the case is the document', () => {
    expect(JSON.parse(writeCslCitation({ ...cited, source: null }, citationWords))).toMatchObject([
      { version: '2030-03-10.3' },
    ])
    expect(JSON.parse(writeCslCitation(cited, citationWords))[0].version).toBeUndefined()
    expect(writeBibtexCitation({ ...cited, source: null }, citationWords)).toContain('version = {2030-03-10.3}')
  })

  it('is in the address of an annotation, which keeps its identity through all versions', () => {
    const link = `https://x.example${recordAddress(id, { kind: 'quotation', id: 'winter' }, '2030-03-10.3')}`
    const canonical = `https://x.example${recordAddress(id, { kind: 'quotation', id: 'winter' }, null)}`
    const passage = { source: 'report', exact: 'Winter' }
    const said = { speaker: null, speakerLink: null, side: null, facts: [], updated: '2030' }
    const annotation = JSON.parse(writeAnnotation({ link, canonical, passage, source: null, ...said }))
    expect(annotation.id).toBe(`https://x.example/cases/${id}?quotation=winter&v=2030-03-10.3#annotation`)
    expect(annotation.canonical).toBe(`https://x.example/cases/${id}?quotation=winter#annotation`)
    expect(annotation.target.source).not.toContain('v=')
  })

  it('is served with the case, and stands in its exports and its archive', () => {
    const { linked, mapBody, files } = found
    const version = `${linked.updated}.${linked.corrections.length}`
    expect(linked.caseVersion).toBe(version)
    expect(JSON.parse(mapBody.toString()).caseVersion).toBe(version)
    const exported = exportFeatures(linked, [], { type: 'FeatureCollection', features: [] }, 'OSM')
    expect(exported.case).toMatchObject({ id, version })
    const readme = unzipSync(archiveCase(id, files))[`${id}/README.txt`]
    expect(strFromU8(readme ?? new Uint8Array())).toContain(`A case of Caseboard, version ${version}, brought to`)
  })

  it('is read from a link that was written with it', () => {
    const { linked } = found
    const address = recordAddress(id, { kind: 'figure', id: 'left-220000' }, linked.caseVersion)
    expect(readView(new URL(address, 'https://x.example').search)).toMatchObject({
      focus: { kind: 'figure', id: 'left-220000' },
      version: linked.caseVersion,
    })
  })

  it('comes to an embedded map with which records were corrected when, and without the words', () => {
    const { linked, mapBody } = found
    const trimmed: LinkedCase = JSON.parse(mapBody.toString())
    expect(trimmed.corrections.map(({ date, records }) => [date, records])).toEqual(
      linked.corrections.map(({ date, records }) => [date, records]),
    )
  })

  it('stands on a picture, in its words and its link, whatever version led here', () => {
    const { linked } = found
    const ask = () => usePictureTexts({ ids: [], laidOver: null })([])
    const { notes } = askBoard(linked, '?place=salla&v=2026-11-28.1', ask)
    expect(notes.join(' ')).toContain(`version ${linked.caseVersion}. Picture made on`)
    expect(notes.at(-1)).toBe(`https://board.example/cases/${id}?place=salla&v=${linked.caseVersion}`)
  })

  it('is given by the page to what it cites', () => {
    const { linked } = found
    const [figure] = linked.figures
    const [quotation] = linked.quotations
    if (figure === undefined || quotation === undefined) throw new Error('nothing to cite')
    const [citation, annotated] = askBoard(
      linked,
      '',
      () => [useCiteFigure()(figure), useAnnotateQuotation()(quotation)] as const,
    )
    expect(citation.board).toMatchObject({ version: linked.caseVersion })
    expect(citation.board.link).toMatch(new RegExp(`&v=${linked.caseVersion}$`))
    expect(annotated.facts).toContain(`Version ${linked.caseVersion} of the case.`)
    expect(annotated.canonical).not.toContain('v=')
  })
})
