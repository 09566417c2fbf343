'use client'
import dynamic from 'next/dynamic'
import { type DeferredPart, deferPart } from '@/components/ui/deferred-part'
import type { LinkedCase } from '@/lib/derive/linked-case'

// A bundler finds the parts by the words `import` and `dynamic`, so that no loop can write these rows.
const loadPlacesPage = () => import('./places-page').then((module) => module.PlacesPage)
const loadVoicesPage = () => import('./voices-page').then((module) => module.VoicesPage)
const loadQuotationsPage = () => import('./quotations-page').then((module) => module.QuotationsPage)
const loadStatementsPage = () => import('./statements-page').then((module) => module.StatementsPage)
const loadFiguresPage = () => import('./figures-page').then((module) => module.FiguresPage)
const loadEventsPage = () => import('./events-page').then((module) => module.EventsPage)
const loadDifferencesPage = () => import('./differences-page').then((module) => module.DifferencesPage)
const loadBordersPage = () => import('./borders-page').then((module) => module.BordersPage)
const loadSourcesPage = () => import('./sources-page').then((module) => module.SourcesPage)
const loadCorrectionsPage = () =>
  import('@/components/corrections/corrections-page').then((module) => module.CorrectionsPage)
const loadTourPage = () => import('@/components/tour/tour-page').then((module) => module.TourPage)

interface CasePage {
  id: string
  /** What stands in it; of the first it is in the page's own code. */
  part?: DeferredPart<object>
  /** Whether the case has anything for it; without it, always. */
  when?(linked: LinkedCase): boolean
}

/** The parts of the case in the order of their tabs; the words are in the catalogue under `panel.pages`. */
const pages = [
  { id: 'overview' },
  {
    id: 'places',
    part: deferPart(
      dynamic(() => import('./places-page').then((module) => module.PlacesPage)),
      loadPlacesPage,
    ),
    when: ({ places }: LinkedCase) => places.length > 0,
  },
  {
    id: 'voices',
    part: deferPart(
      dynamic(() => import('./voices-page').then((module) => module.VoicesPage)),
      loadVoicesPage,
    ),
    when: ({ quotations }: LinkedCase) => quotations.length > 0,
  },
  {
    id: 'quotations',
    part: deferPart(
      dynamic(() => import('./quotations-page').then((module) => module.QuotationsPage)),
      loadQuotationsPage,
    ),
    when: ({ quotations }: LinkedCase) => quotations.length > 0,
  },
  {
    id: 'statements',
    part: deferPart(
      dynamic(() => import('./statements-page').then((module) => module.StatementsPage)),
      loadStatementsPage,
    ),
    when: ({ statements }: LinkedCase) => statements.length > 0,
  },
  {
    id: 'figures',
    part: deferPart(
      dynamic(() => import('./figures-page').then((module) => module.FiguresPage)),
      loadFiguresPage,
    ),
    when: ({ figures }: LinkedCase) => figures.length > 0,
  },
  {
    id: 'events',
    part: deferPart(
      dynamic(() => import('./events-page').then((module) => module.EventsPage)),
      loadEventsPage,
    ),
    when: ({ events }: LinkedCase) => events.length > 0,
  },
  {
    id: 'differences',
    part: deferPart(
      dynamic(() => import('./differences-page').then((module) => module.DifferencesPage)),
      loadDifferencesPage,
    ),
    when: ({ questions }: LinkedCase) => questions.length > 0,
  },
  {
    id: 'borders',
    part: deferPart(
      dynamic(() => import('./borders-page').then((module) => module.BordersPage)),
      loadBordersPage,
    ),
    when: ({ claims }: LinkedCase) => claims.length > 0,
  },
  {
    id: 'sources',
    part: deferPart(
      dynamic(() => import('./sources-page').then((module) => module.SourcesPage)),
      loadSourcesPage,
    ),
  },
  {
    id: 'corrections',
    part: deferPart(
      dynamic(() => import('@/components/corrections/corrections-page').then((module) => module.CorrectionsPage)),
      loadCorrectionsPage,
    ),
    when: ({ corrections }: LinkedCase) => corrections.length > 0,
  },
  {
    id: 'tour',
    part: deferPart(
      dynamic(() => import('@/components/tour/tour-page').then((module) => module.TourPage)),
      loadTourPage,
    ),
    when: ({ scenes }: LinkedCase) => scenes.length > 0,
  },
] as const satisfies readonly CasePage[]

export type PageId = (typeof pages)[number]['id']

/** The parts that a case has anything for. */
export function pagesOf(linked: LinkedCase): readonly (CasePage & { id: PageId })[] {
  return pages.filter((page: CasePage) => page.when?.(linked) ?? true)
}

/** Has the code of all parts come. */
export function fetchPages(): void {
  for (const page of pages) if ('part' in page) void page.part.fetch()
}
