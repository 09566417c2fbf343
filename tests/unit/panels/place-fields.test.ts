import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PlaceFields } from '@/components/records/place-fields'
import { BoardProvider } from '@/lib/client/board-actions'
import { indexCase } from '@/lib/client/reader-board'
import { constantStore } from '@/lib/client/value-store'
import { chooseLayers } from '@/lib/derive/visible-layers'
import { readView } from '@/lib/url/view-codec'
import words from '@/lib/words/en.json'
import { linkRows, type Properties, row } from '../row-kit'

beforeAll(() => vi.stubGlobal('window', { location: { origin: '', href: '', search: '' } }))
afterAll(() => void vi.unstubAllGlobals())

/** The fields of the first row of a layer, as the panel writes them. */
function write(properties: Properties, design: Properties = {}): string {
  const { linked, rows } = linkRows([row(properties)], design)
  const [place] = rows
  if (place === undefined) throw new Error('no row')
  const view = readView('')
  const board = { index: indexCase(linked), view: constantStore({ ...view, ...chooseLayers(linked, null) }) }
  const within = { board, children: createElement(PlaceFields, { place }) }
  const children = createElement(BoardProvider, within)
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: 'en', messages: words, timeZone: 'UTC', children }),
  )
}

/** The text of the terms and what they say, without the markup. */
function told(html: string): string[][] {
  const text = (part: string) =>
    part
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#x27;/g, "'")
      .replace(/&amp;/g, '&')
  return [...html.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/gs)].map(([, term = '', said = '']) => [
    text(term),
    text(said),
  ])
}

describe('the fields of a place', () => {
  const fields = [
    { property: 'category', label: 'Kind of attack' },
    { property: 'count', label: 'Dead', unit: 'people', format: 'number' },
    { property: 'seen', label: 'First seen', format: 'date' },
    { property: 'page', label: 'Report', format: 'link' },
  ]
  const time = { property: 'when' }

  it('are those that its layer lists, in its order, with label, unit and format', () => {
    const html = write(
      { name: 'a', when: '2030-03-01', count: '12000', seen: '2030-03', category: 'Artillery', secret: 'x' },
      { fields, time },
    )
    expect(told(html)).toEqual([
      ['Date', '1 March 2030 dated to the day'],
      ['Kind of attack', 'Artillery'],
      ['Dead', '12,000 people'],
      ['First seen', 'March 2030'],
    ])
  })

  it('are all where its layer lists none, but for the one that its date is', () => {
    expect(told(write({ name: 'a', date: '2030-03-01', count: 1234.5, open: false, category: 'Fire' }))).toEqual([
      ['Date', '1 March 2030 dated to the day'],
      ['count', '1,234.5'],
      ['open', 'no'],
      ['category', 'Fire'],
    ])
  })

  it('say that nobody dates it', () => {
    expect(told(write({ name: 'a', category: 'Fire' }, { time }))[0]).toEqual(['Date', 'undated'])
    expect(told(write({ name: 'a', date: 'in spring' }))).toEqual([
      ['Date', 'undated'],
      ['date', 'in spring'],
    ])
  })

  it('are nothing of a place that has none', () => {
    expect(write({ name: 'a' })).toBe('')
    expect(write({ name: 'a', since: '2030' })).toBe('')
  })

  it('link to the web and to nothing else', () => {
    expect(write({ name: 'a', page: 'https://example.org/a?b=c' }, { fields })).toContain(
      'href="https://example.org/a?b=c"',
    )
    for (const page of ['javascript:alert(1)', 'data:text/html,x', '//example.org', 'http:/x', 'https://'])
      expect(write({ name: 'a', page }, { fields })).not.toContain('href')
  })

  it('come out whatever they are, and never throw', () => {
    const key = fc
      .string({ minLength: 1, maxLength: 30 })
      .map((each) => `own ${each}`)
      .filter((each) => each.trim() === each)
    const value = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 8 }), (given) => {
        const found = told(write({ ...given, name: 'a' })).slice(1)
        expect(found.map(([term]) => term).toSorted()).toEqual(Object.keys(given).toSorted())
        for (const [term = '', said] of found) if (typeof given[term] === 'string') expect(said).toContain(given[term])
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
