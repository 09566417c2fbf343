'use client'
import { type DeferredPart, deferPart } from '@/components/ui/deferred-part'
import type { LinkedCase } from '@/lib/derive/linked-case'

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
    part: deferPart(() => import('./places-page').then((module) => module.PlacesPage)),
    when: ({ places }: LinkedCase) => places.length > 0,
  },
  {
    id: 'voices',
    part: deferPart(() => import('./speakers-page').then((module) => module.SpeakersPage)),
    when: ({ quotations }: LinkedCase) => quotations.length > 0,
  },
  {
    id: 'quotations',
    part: deferPart(() => import('./record-pages').then((module) => module.QuotationsPage)),
    when: ({ quotations }: LinkedCase) => quotations.length > 0,
  },
  {
    id: 'statements',
    part: deferPart(() => import('./record-pages').then((module) => module.StatementsPage)),
    when: ({ statements }: LinkedCase) => statements.length > 0,
  },
  {
    id: 'figures',
    part: deferPart(() => import('./record-pages').then((module) => module.FiguresPage)),
    when: ({ figures }: LinkedCase) => figures.length > 0,
  },
  {
    id: 'events',
    part: deferPart(() => import('./record-pages').then((module) => module.EventsPage)),
    when: ({ events }: LinkedCase) => events.length > 0,
  },
  {
    id: 'differences',
    part: deferPart(() => import('./differences-page').then((module) => module.DifferencesPage)),
    when: ({ questions }: LinkedCase) => questions.length > 0,
  },
  {
    id: 'borders',
    part: deferPart(() => import('./borders-page').then((module) => module.BordersPage)),
    when: ({ claims }: LinkedCase) => claims.length > 0,
  },
  {
    id: 'sources',
    part: deferPart(() => import('./sources-page').then((module) => module.SourcesPage)),
  },
  {
    id: 'corrections',
    part: deferPart(() => import('./corrections-page').then((module) => module.CorrectionsPage)),
    when: ({ corrections }: LinkedCase) => corrections.length > 0,
  },
  {
    id: 'tour',
    part: deferPart(() => import('@/components/tour/tour-page').then((module) => module.TourPage)),
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
