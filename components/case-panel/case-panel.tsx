'use client'
import * as Tabs from '@radix-ui/react-tabs'
import { useTranslations } from 'next-intl'
import { type ComponentPropsWithRef, type ComponentType, useRef } from 'react'
import { CorrectionsPage } from '@/components/corrections/corrections-page'
import { SinceNotice } from '@/components/corrections/since-notice'
import { useDateText } from '@/components/record-text/use-words'
import { TourPage } from '@/components/tour/tour-page'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { ActiveFilters } from './active-filters'
import { BordersPage } from './borders-page'
import { CaseNotes } from './case-notes'
import styles from './case-panel.module.css'
import { DifferencesPage } from './differences-page'
import { EventsPage } from './events-page'
import { FiguresPage } from './figures-page'
import { FrozenTab } from './frozen-tab'
import { OverviewPage } from './overview-page'
import { PlacesPage } from './places-page'
import { QuotationsPage } from './quotations-page'
import { SourcesPage } from './sources-page'
import { StatementsPage } from './statements-page'
import { VoicesPage } from './voices-page'

/** The parts of the case in the order of their tabs; the words are in the catalogue under `panel.pages`. */
const pages = [
  { id: 'overview', page: OverviewPage },
  { id: 'places', page: PlacesPage, when: ({ places }: LinkedCase) => places.length > 0 },
  { id: 'voices', page: VoicesPage, when: ({ quotations }: LinkedCase) => quotations.length > 0 },
  { id: 'quotations', page: QuotationsPage, when: ({ quotations }: LinkedCase) => quotations.length > 0 },
  { id: 'statements', page: StatementsPage, when: ({ statements }: LinkedCase) => statements.length > 0 },
  { id: 'figures', page: FiguresPage, when: ({ figures }: LinkedCase) => figures.length > 0 },
  { id: 'events', page: EventsPage, when: ({ events }: LinkedCase) => events.length > 0 },
  { id: 'differences', page: DifferencesPage, when: ({ questions }: LinkedCase) => questions.length > 0 },
  { id: 'borders', page: BordersPage, when: ({ claims }: LinkedCase) => claims.length > 0 },
  { id: 'sources', page: SourcesPage },
  { id: 'corrections', page: CorrectionsPage, when: ({ corrections }: LinkedCase) => corrections.length > 0 },
  // What it is for asks for a script; it is made when it is opened.
  { id: 'tour', page: TourPage, whenOpen: true, when: ({ scenes }: LinkedCase) => scenes.length > 0 },
] as const satisfies readonly {
  id: string
  page: ComponentType
  whenOpen?: true
  /** Whether the case has anything for it; without it, always. */
  when?(linked: LinkedCase): boolean
}[]

export type PageId = (typeof pages)[number]['id']

function pagesOf(linked: LinkedCase) {
  return pages.filter((page) => !('when' in page) || page.when(linked))
}

/** Ids of the parts that a case has, in the order of their tabs. */
export function pageIds(linked: LinkedCase): readonly PageId[] {
  return pagesOf(linked).map(({ id }) => id)
}

/**
 * Radix puts a style attribute on the list and on the open page. Rendered on the server it would break the page's
 * policy, which bars them; neither style is needed here, so these two elements leave it out.
 */
function PlainDiv({ style: _style, ...rest }: ComponentPropsWithRef<'div'>) {
  return <div {...rest} />
}

/** The case as an atlas page: what it is, then its parts, of which one is open; all but the tour are in the page's HTML. */
export function CasePanel() {
  const { linked } = useCase()
  const { openPage } = useActions()
  const page = useView((view) => view.page)
  const t = useTranslations('panel')
  const dateText = useDateText()
  const offered = pagesOf(linked)
  const open = offered.find(({ id }) => id === page)?.id ?? 'overview'
  const topRef = useRef<HTMLDivElement>(null)

  function show(id: string) {
    openPage(id)
    // With the tabs stuck to the top the new page would open somewhere in its middle.
    const top = topRef.current
    const list = top?.nextElementSibling
    if (top && list && list.getBoundingClientRect().top > top.getBoundingClientRect().top + 1)
      top.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className={`${panel.page} ${panel.padded}`}>
      <header>
        <p className={panel.kindLine}>
          {`${dateText(linked.period)} · ${t('reportOf', { date: dateText(linked.reported) })}`}
        </p>
        <h1 tabIndex={-1} className={panel.title}>
          {linked.title}
        </h1>
        <p className={panel.lead}>{linked.summary}</p>
      </header>
      <CaseSinceNotice />
      <ActiveFilters />
      <Tabs.Root value={open} onValueChange={show}>
        <div ref={topRef} />
        <Tabs.List asChild aria-label={t('pagesName')}>
          <PlainDiv className={styles.tabs}>
            {offered.map(({ id }) => (
              <Tabs.Trigger key={id} value={id} className={styles.tab}>
                {t(`pages.${id}`)}
              </Tabs.Trigger>
            ))}
          </PlainDiv>
        </Tabs.List>
        {offered.map(({ id, page, ...rest }) => (
          <CasePage key={id} id={id} page={page} open={id === open} made={id === open || !('whenOpen' in rest)} />
        ))}
      </Tabs.Root>
      <CaseNotes onSources={() => show('sources')} />
    </div>
  )
}

/** While a record is in focus its panel has the notice. */
function CaseSinceNotice() {
  return useView(({ focus }) => focus === null) && <SinceNotice />
}

interface CasePageProps {
  id: PageId
  page: ComponentType
  open: boolean
  made: boolean
}

function CasePage({ id, page, open, made }: CasePageProps) {
  return (
    <Tabs.Content value={id} forceMount asChild hidden={!open} tabIndex={-1}>
      <PlainDiv className={styles.open}>{made && <FrozenTab page={page} open={open} />}</PlainDiv>
    </Tabs.Content>
  )
}
