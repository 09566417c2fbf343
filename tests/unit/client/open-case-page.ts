import { NextIntlClientProvider } from 'next-intl'
import { act, createElement } from 'react'
import { vi } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import words from '@/lib/words/en.json'
import { type Commit, watchCommits } from './count-renders'
import { mapEvents, takeAsked } from './recording-map'

const PLOT_WIDTH_PX = 1000
/** Longer than anything on the page waits: two frames after a choice, and the address after a step through time. */
const SETTLED_MS = 900
/** Says how old the data is, each second, whatever else happens. */
const CLOCK = 'FreshnessLine'

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What jsdom lacks of a browser, and a server that never answers. */
function stubBrowser(): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  vi.stubGlobal('ResizeObserver', NoObserver)
  vi.stubGlobal('IntersectionObserver', NoObserver)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(PLOT_WIDTH_PX)
  Object.assign(Element.prototype, { checkVisibility: () => true, scrollBy() {}, scrollIntoView() {} })
}

export interface Outcome {
  commits: Commit[]
  /** What was asked of the map. */
  map: string[]
}

export interface CasePage {
  /** Does something and lets all that follows from it happen. */
  perform(work: () => void): Promise<Outcome>
  close(): Promise<void>
}

/** Opens a page of the case: its part, then its tab. */
export async function openTab(page: CasePage, part: string, name: string): Promise<Outcome> {
  await page.perform(() => {
    const link = [...document.querySelectorAll<HTMLElement>('nav a')].find(({ textContent }) => textContent === part)
    link?.click()
  })
  return page.perform(() => {
    const tab = [...document.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent?.startsWith(name))
    tab?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
  })
}

/** Renders the page of a case as the server does, brings it alive as a browser does, and waits until it rests. */
export async function openCasePage(linked: LinkedCase): Promise<CasePage> {
  const takeCommits = watchCommits()
  stubBrowser()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  const { renderToString } = await import('react-dom/server')
  const { hydrateRoot } = await import('react-dom/client')
  const { CaseScreen } = await import('@/components/case-screen/case-screen')
  const { casePanel, mapLegend, timeline } = await import('@/components/case-screen/case-screen')
  await Promise.all([casePanel.fetch(), mapLegend.fetch(), timeline.fetch()])
  const screen = { rendered: linked, renderedAt: Date.now(), initialSearch: '', basemapVersion: 'test' }
  const children = createElement(CaseScreen, screen)
  const provided = { locale: 'en', messages: words, timeZone: 'UTC', children }
  const page = createElement(NextIntlClientProvider, provided)
  const container = document.createElement('div')
  container.innerHTML = renderToString(page)
  document.body.append(container)
  const settle = () => act(() => vi.advanceTimersByTimeAsync(SETTLED_MS))
  const mismatches: unknown[] = []
  const root = await act(async () => hydrateRoot(container, page, { onRecoverableError: (e) => mismatches.push(e) }))
  await settle()
  await act(async () => mapEvents().onState('ready'))
  await settle()
  // The code of what is not open at first comes once the map has settled.
  await act(() => vi.dynamicImportSettled())
  if (mismatches.length > 0) throw new Error('what the server rendered is not what the page begins with')
  return {
    perform: async (work) => {
      takeCommits()
      takeAsked()
      await act(async () => work())
      await settle()
      const commits = takeCommits().map(({ mounted, rendered }) => ({
        mounted,
        rendered: rendered.filter((name) => name !== CLOCK),
      }))
      return {
        commits: commits.filter(({ mounted, rendered }) => mounted.length + rendered.length > 0),
        map: takeAsked(),
      }
    },
    close: async () => {
      await act(async () => root.unmount())
      container.remove()
      vi.useRealTimers()
      vi.unstubAllGlobals()
      vi.restoreAllMocks()
    },
  }
}
