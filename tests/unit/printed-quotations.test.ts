import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { SayingEntry } from '@/components/print/quotation-entry'
import { BoardProvider } from '@/lib/client/board-actions'
import { LinkVersionContext } from '@/lib/client/link-version'
import { indexCase } from '@/lib/client/reader-board'
import { constantStore } from '@/lib/client/value-store'
import { groupSayings } from '@/lib/derive/group-sayings'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { chooseLayers } from '@/lib/derive/visible-layers'
import { createCaseStore } from '@/lib/server/case-store'
import { readView } from '@/lib/url/view-codec'
import words from '@/lib/words/en.json'

let linked: LinkedCase

beforeAll(async () => {
  vi.stubGlobal('window', { location: { origin: '', href: '', search: '' } })
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case is gone')
  linked = found.linked
})
afterAll(() => void vi.unstubAllGlobals())

/** The rows of the wordings of what has these words: whose each is, and how it is set. */
function wordingsOf(id: string): { whose: string; words: string; isDisplayed: boolean; marks: string }[] {
  const index = indexCase(linked)
  const saying = groupSayings(linked.quotations, index.source).find(({ quotations }) =>
    quotations.some((each) => each.id === id),
  )
  if (saying === undefined) throw new Error(`no quotation ${id}`)
  const board = { index, view: constantStore({ ...readView(''), ...chooseLayers(linked, null) }) }
  const value = { version: null, dismiss: () => undefined }
  const entry = createElement(LinkVersionContext, { value }, createElement(SayingEntry, { saying }))
  const within = { board, children: entry }
  const children = createElement(BoardProvider, within)
  const provided = { locale: 'en', messages: words, timeZone: 'UTC', children }
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, provided))
  const text = (markup = '') =>
    markup
      .replace(/<span class="visually-hidden">.*?<\/span>/g, '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#x27;', "'")
  return [...html.matchAll(/<dt>(.*?)<\/dt><dd><span class="([^"]*)">(.*?)<\/q>/g)].map(([, whose, kind, said]) => ({
    whose: text(whose),
    words: text(said),
    isDisplayed: kind?.includes('words') === true,
    marks:
      ['quotedSingly', 'quoted', 'bare'].find(
        (name) => said?.startsWith('<q class="') && said.split('>')[0]?.includes(name),
      ) ?? '',
  }))
}

const garbled = () => {
  const found = linked.quotations.find((quotation) => quotation.garbled === true && quotation.records.length > 0)
  if (found === undefined) throw new Error('no quotation is garbled')
  return found
}

it('has every wording of a quotation on paper, each with whose it is, the nearest to the speaker first', () => {
  const quotation = garbled()
  const rows = wordingsOf(quotation.id)
  expect(rows.length).toBeGreaterThan(quotation.records.length)
  expect(rows[0]?.whose).toMatch(/, (transcript|official text|translation|report)/)
  expect(rows.at(-1)?.whose).toBe('The report garbled')
  expect(rows.at(-1)?.words).toBe(quotation.passage.exact)
})

it('never sets garbled words as the words that somebody said', () => {
  const shown = wordingsOf(garbled().id)
  expect(shown.map(({ whose, isDisplayed }) => whose.includes('garbled') !== isDisplayed)).toEqual(
    shown.map(() => true),
  )
})

it('sets words with quotations in them between single marks, and gives those that bring their own none', () => {
  const rows = linked.quotations.flatMap(({ id }) => wordingsOf(id))
  const marksOf = (start: string) => rows.find(({ words }) => words.startsWith(start))?.marks
  expect(marksOf('People living in Luhansk')).toBe('quoted')
  expect(marksOf('He called on Ukraine to “cease fire”')).toBe('quotedSingly')
  expect(marksOf('“sit down at the negotiating table')).toBe('bare')
})
