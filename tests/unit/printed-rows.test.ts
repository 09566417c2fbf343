import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { EvidencePages } from '@/components/print/evidence-pages'
import { BoardProvider } from '@/lib/client/board-actions'
import { LinkVersionContext } from '@/lib/client/link-version'
import { indexCase } from '@/lib/client/reader-board'
import { constantStore } from '@/lib/client/value-store'
import { listRecords } from '@/lib/derive/case-records'
import { noFilter } from '@/lib/derive/record-filter'
import { chooseLayers } from '@/lib/derive/visible-layers'
import { findVisible } from '@/lib/derive/visible-records'
import type { SetAside } from '@/lib/schema/records'
import { readView } from '@/lib/url/view-codec'
import words from '@/lib/words/en.json'
import { linkRows, type Properties, row } from './row-kit'

beforeAll(() => vi.stubGlobal('window', { location: { origin: '', href: '', search: '' } }))
afterAll(() => void vi.unstubAllGlobals())

/** What paper says of a layer of these rows, as text. */
function printed(features: Properties[], design: Properties = {}, setAside: SetAside[] = []): string {
  const linked = { ...linkRows(features, design).linked, setAside }
  const query = { filter: noFilter, time: null, hiddenLayers: [], placesWithin: null }
  const shown = findVisible(listRecords(linked), query)
  const board = { index: indexCase(linked), view: constantStore({ ...readView(''), ...chooseLayers(linked, null) }) }
  const value = { version: null, dismiss: () => undefined }
  const pages = createElement(LinkVersionContext, { value }, createElement(EvidencePages, { shown }))
  const within = { board, children: pages }
  const children = createElement(BoardProvider, within)
  const provided = { locale: 'en', messages: words, timeZone: 'UTC', children }
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided)).replace(/<[^>]+>/g, ' ')
}

describe('the rows of a layer on paper', () => {
  it('stand in the order of their dates, with their fields and whose they are; those that nobody dates last', () => {
    const text = printed(
      [
        row({ name: 'Late call', day: '2030-03-02', dead: 1200 }),
        row({ name: 'Call of no day', dead: 3 }),
        row({ name: 'Early call', day: '2030-03-01' }),
      ],
      { time: { property: 'day' }, fields: [{ property: 'dead', label: 'Dead', unit: 'people', format: 'number' }] },
    )
    expect(text).toMatch(/Incidents\s+3\s/)
    expect(text).toMatch(
      /1 March 2030\s+Early call .*2 March 2030\s+Late call\s+Dead: 1,200 people · .*undated\s+Call of no day/s,
    )
  })

  it('are not a book: beyond some hundreds it is told how many more there are', () => {
    const text = printed(Array.from({ length: 503 }, (_, index) => row({ name: `Row ${index}`, seen: index })))
    expect(text).toContain('Row 499 ')
    expect(text).not.toContain('Row 500 ')
    expect(text).toContain('3 more rows are not printed.')
  })
})

describe('what is set aside, on paper', () => {
  const lost = {
    file: 'events.json',
    id: 'crossing',
    pointer: '/0',
    line: 3,
    rule: 'shape',
    reason: 'no date',
  } as const

  it('says that it is not shown, and why', () => {
    const text = printed([row({ name: 'Call' })], {}, [lost])
    expect(text).toContain('These records break a rule of the case’s format and are not shown.')
    expect(text).toContain('crossing · no date')
  })

  it('says of a file that cannot be read that it is shown as it was last read', () => {
    const text = printed([row({ name: 'Call' })], {}, [{ ...lost, rule: 'unreadable', kept: true }])
    expect(text).toContain('A file that cannot be read is shown as last read.')
  })
})
