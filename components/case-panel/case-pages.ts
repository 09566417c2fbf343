'use client'
import { type DeferredPart, deferPart } from '@/components/ui/deferred-part'
import type { LinkedCase } from '@/lib/derive/linked-case'

/** The four parts of a case, in the order of the column's head; the words are in the catalogue under `panel.parts`. */
const partIds = ['story', 'evidence', 'places', 'disputes'] as const
export type CasePartId = (typeof partIds)[number]

interface CasePage {
  id: string
  in: CasePartId
  /** What stands in it; of the first it is in the panel's own code. */
  part?: DeferredPart<object>
  /** Whether the case has anything for it; without it, always. */
  when?(linked: LinkedCase): boolean
}

/** The pages of each part in the order of their tabs; the words are in the catalogue under `panel.pages`. */
const pages = [
  { id: 'overview', in: 'story' },
  {
    id: 'story',
    in: 'story',
    part: deferPart(() => import('@/components/story/story-player').then((module) => module.StoryPlayer)),
    when: ({ scenes }: LinkedCase) => scenes.length > 0,
  },
  {
    id: 'thread',
    in: 'story',
    part: deferPart(() => import('./thread-page').then((module) => module.ThreadPage)),
    when: ({ threads = [] }: LinkedCase) => threads.length > 0,
  },
  {
    id: 'tour',
    in: 'story',
    part: deferPart(() => import('@/components/tour/tour-page').then((module) => module.TourPage)),
    when: ({ scenes }: LinkedCase) => scenes.length > 0,
  },
  {
    id: 'quotations',
    in: 'evidence',
    part: deferPart(() => import('./record-pages').then((module) => module.QuotationsPage)),
    when: ({ quotations }: LinkedCase) => quotations.length > 0,
  },
  {
    id: 'statements',
    in: 'evidence',
    part: deferPart(() => import('./record-pages').then((module) => module.StatementsPage)),
    when: ({ statements }: LinkedCase) => statements.length > 0,
  },
  {
    id: 'voices',
    in: 'evidence',
    part: deferPart(() => import('./speakers-page').then((module) => module.SpeakersPage)),
    when: ({ quotations }: LinkedCase) => quotations.length > 0,
  },
  {
    id: 'figures',
    in: 'evidence',
    part: deferPart(() => import('./record-pages').then((module) => module.FiguresPage)),
    when: ({ figures }: LinkedCase) => figures.length > 0,
  },
  {
    id: 'events',
    in: 'evidence',
    part: deferPart(() => import('./record-pages').then((module) => module.EventsPage)),
    when: ({ events }: LinkedCase) => events.length > 0,
  },
  {
    id: 'sources',
    in: 'evidence',
    part: deferPart(() => import('./sources-page').then((module) => module.SourcesPage)),
  },
  {
    id: 'places',
    in: 'places',
    part: deferPart(() => import('./places-page').then((module) => module.PlacesPage)),
    when: ({ places }: LinkedCase) => places.length > 0,
  },
  {
    id: 'borders',
    in: 'places',
    part: deferPart(() => import('./borders-page').then((module) => module.BordersPage)),
    when: ({ claims }: LinkedCase) => claims.length > 0,
  },
  {
    id: 'differences',
    in: 'disputes',
    part: deferPart(() => import('./differences-page').then((module) => module.DifferencesPage)),
    when: ({ questions }: LinkedCase) => questions.length > 0,
  },
  {
    id: 'corrections',
    in: 'disputes',
    part: deferPart(() => import('./corrections-page').then((module) => module.CorrectionsPage)),
    when: ({ corrections }: LinkedCase) => corrections.length > 0,
  },
] as const satisfies readonly CasePage[]

export type PageId = (typeof pages)[number]['id']

type OfferedPage = CasePage & { id: PageId }

/** The pages that a case has anything for. */
export function pagesOf(linked: LinkedCase): readonly OfferedPage[] {
  return pages.filter((page: CasePage) => page.when?.(linked) ?? true)
}

/** The same, part by part; a part without a page is not there. */
export function partsOf(linked: LinkedCase): { id: CasePartId; pages: readonly OfferedPage[] }[] {
  const offered = pagesOf(linked)
  return partIds
    .map((id) => ({ id, pages: offered.filter((page) => page.in === id) }))
    .filter((part) => part.pages.length > 0)
}

export type Parts = ReturnType<typeof partsOf>

/** Has the code of all pages come. */
export function fetchPages(): void {
  for (const page of pages) if ('part' in page) void page.part.fetch()
}
