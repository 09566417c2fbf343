import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { vi } from 'vitest'
import { type Caseboard, CaseboardContext } from '@/lib/client/caseboard-context'
import { type Shown, ShownProvider, useShown } from '@/lib/client/shown-context'
import { indexCase } from '@/lib/client/use-caseboard-state'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { visibleLayers } from '@/lib/derive/visible-layers'
import { readView } from '@/lib/url/view-codec'
import words from '@/lib/words/en.json'

const nothing = () => undefined
const origin = 'https://board.example'

/**
 * What hooks answer in a case's page at a query, rendered as the page renders them. `window` is stubbed: whoever calls
 * this unstubs globals.
 */
export function askBoard<T>(linked: LinkedCase, query: string, ask: (shown: Shown) => T): T {
  vi.stubGlobal('window', { location: { origin, href: `${origin}/cases/${linked.id}${query}`, search: query } })
  const view = readView(query)
  const visible = visibleLayers(linked, view.layers)
  const board: Caseboard = {
    ...indexCase(linked),
    ...{ view, visibleLayers: visible, choose: nothing, toggleLayer: nothing, setTheme: nothing },
    ...{ openPage: nothing, setFilter: nothing, hover: nothing },
  }
  const answers: T[] = []
  const Probe = () => {
    answers.push(ask(useShown()))
    return null
  }
  const asked = { board, initialSearch: query, children: createElement(Probe) }
  const children = createElement(CaseboardContext, { value: board }, createElement(ShownProvider, asked))
  const provided = { locale: 'en', messages: words, timeZone: 'UTC', children }
  renderToStaticMarkup(createElement(NextIntlClientProvider, provided))
  const [answer] = answers
  if (answer === undefined) throw new Error('nothing was rendered')
  return answer
}
