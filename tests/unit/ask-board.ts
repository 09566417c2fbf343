import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { vi } from 'vitest'
import { BoardProvider } from '@/lib/client/board-actions'
import { indexCase } from '@/lib/client/reader-board'
import { constantStore } from '@/lib/client/value-store'
import { useVisible, type Visible, VisibleRecordsProvider } from '@/lib/client/visible-context'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { chooseLayers } from '@/lib/derive/visible-layers'
import { readView } from '@/lib/url/view-codec'
import words from '@/lib/words/en.json'

const origin = 'https://board.example'

/**
 * What hooks answer in a case's page at a query, rendered as the page renders them. `window` is stubbed: whoever calls
 * this unstubs globals.
 */
export function askBoard<T>(linked: LinkedCase, query: string, ask: (shown: Visible) => T): T {
  vi.stubGlobal('window', { location: { origin, href: `${origin}/cases/${linked.id}${query}`, search: query } })
  const view = readView(query)
  const board = {
    index: indexCase(linked),
    view: constantStore({ ...view, ...chooseLayers(linked, view.layers) }),
  }
  const answers: T[] = []
  const Probe = () => {
    answers.push(ask(useVisible()))
    return null
  }
  const asked = { initialSearch: query, children: createElement(Probe) }
  const within = { board, children: createElement(VisibleRecordsProvider, asked) }
  const children = createElement(BoardProvider, within)
  const provided = { locale: 'en', messages: words, timeZone: 'UTC', children }
  renderToStaticMarkup(createElement(NextIntlClientProvider, provided))
  const [answer] = answers
  if (answer === undefined) throw new Error('nothing was rendered')
  return answer
}
