'use client'
import * as Tabs from '@radix-ui/react-tabs'
import { useTranslations } from 'next-intl'
import {
  type ComponentPropsWithRef,
  type ComponentType,
  type MouseEvent,
  memo,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useAgeText } from '@/components/record-text/use-time-text'
import { useDateText } from '@/components/record-text/use-words'
import { SinceNotice } from '@/components/records/since-notice'
import styles from '@/components/ui/panel.module.css'
import { whenSettled } from '@/lib/client/after-paint'
import { useActions } from '@/lib/client/board-actions'
import { useCase, useFreshness } from '@/lib/client/case-context'
import { isForNewWindow } from '@/lib/client/keyboard'
import { useRetainedStore } from '@/lib/client/value-store'
import { useView, useViewStore, ViewContext } from '@/lib/client/view-context'
import { RetainedRecords } from '@/lib/client/visible-context'
import { ActiveFilters } from './active-filters'
import { type CasePartId, fetchPages, type PageId, type Parts, partsOf } from './case-pages'
import casePanel from './case-panel.module.css'
import { PartLinks } from './part-links'
import { SetAsideNotice } from './set-aside-notice'
import { StoryPage } from './story-page'

interface FrozenTabProps {
  page: ComponentType
  open: boolean
}

/**
 * Holds a closed page still: all pages are in the HTML, and without this each click on the map, and each step through
 * time, would render hidden rows of pages that nobody sees. A closed page keeps the view that it last had, but never old
 * data: a new case reaches it at once.
 */
function FrozenTab({ page, open }: FrozenTabProps) {
  return (
    <ViewContext value={useRetainedStore(useViewStore(), open)}>
      <RetainedRecords open={open}>
        <MemoPage page={page} />
      </RetainedRecords>
    </ViewContext>
  )
}

const MemoPage = memo(function MemoPage({ page: Page }: { page: ComponentType }) {
  return <Page />
})

/** What the data is of and when the server last confirmed it. That it cannot be reached is news, and `PageStatus`'s. */
function FreshnessLine() {
  const { linked } = useCase()
  const { failing } = useFreshness()
  const t = useTranslations('panel')
  const age = useAgeText()
  const date = useDateText()(linked.updated)
  return (
    <p className={`${styles.prose} ${styles.quiet}`}>
      {age === null ? t('dataOf', { date }) : t('dataOfChecked', { date, age })}
      {failing && ` ${t('askedAgain')}`}
    </p>
  )
}

/** The foot of every page: what was set aside, how old the data is. */
function CaseNotes() {
  const { linked } = useCase()
  return (
    <footer className={styles.section}>
      {linked.setAside.length > 0 && <SetAsideNotice />}
      <FreshnessLine />
    </footer>
  )
}

/**
 * Radix puts a style attribute on the list and on the open page. Rendered on the server it would break the page's
 * policy, which bars them; neither style is needed here, so these two elements leave it out.
 */
function PlainDiv({ style: _style, ...rest }: ComponentPropsWithRef<'div'>) {
  return <div {...rest} />
}

/** The pages of a part that stand under tabs: none where there is one alone, nor the story's, which words lead to. */
function tabbedPages(id: CasePartId, pages: Parts[number]['pages']): Parts[number]['pages'] {
  return id === 'story' || pages.length < 2 ? [] : pages
}

/** The story's title over its own part; over the others it is a line that says whose evidence, places and disputes these are. */
function CaseHeader({ whole }: { whole: boolean }) {
  const { linked } = useCase()
  const dateText = useDateText()
  return (
    <header className={whole ? casePanel.header : casePanel.headerLine}>
      {whole && <p className={styles.kindLine}>{dateText(linked.period)}</p>}
      <h1 tabIndex={-1} className={whole ? casePanel.headline : casePanel.headlineSmall}>
        {linked.title}
      </h1>
    </header>
  )
}

/**
 * The column of the case: its four parts, and of the open one its pages. A page is rendered once it is opened, and kept
 * from then on. What is in focus lies over the pages, so that opening a part puts it away.
 */
export function CasePanel() {
  const { linked } = useCase()
  const { openPage } = useActions()
  // A scene that is told and a thread that stands out are in the story, whatever page was open.
  const page = useView((view) => (view.scene !== null ? 'story' : view.thread !== null ? 'thread' : view.page))
  const t = useTranslations('panel')
  const parts = partsOf(linked)
  const offered = parts.flatMap(({ pages }) => pages)
  const { id: open = 'overview', in: openIn = 'story' } = offered.find(({ id }) => id === page) ?? {}
  const scrollRef = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<readonly PageId[]>([open])
  /** Which page of each part was open last: there the part opens again. */
  const [lastOf, setLastOf] = useState<Partial<Record<CasePartId, PageId>>>({ [openIn]: open })
  if (!opened.includes(open)) setOpened([...opened, open])
  if (lastOf[openIn] !== open) setLastOf({ ...lastOf, [openIn]: open })
  useEffect(() => whenSettled(fetchPages), [])

  const show = (id: string) => {
    openPage(id)
    if (id !== open && scrollRef.current !== null) scrollRef.current.scrollTop = 0
  }
  const tabs = parts.flatMap(({ id, pages }) => (id === openIn ? tabbedPages(id, pages) : []))
  return (
    <div className={`${styles.page} ${casePanel.column}`}>
      <PartLinks
        parts={parts}
        open={openIn}
        onOpen={({ id, pages }) => show((id === 'story' ? undefined : lastOf[id]) ?? pages[0]?.id ?? 'overview')}
      />
      <div ref={scrollRef} className={casePanel.pages} data-covered="">
        <CaseHeader whole={open === 'overview'} />
        <CaseSinceNotice />
        {/* What a scene shows of layers and time is not for the reader to lift. */}
        {open !== 'story' && <ActiveFilters />}
        <Tabs.Root value={open} onValueChange={show}>
          <Tabs.List asChild aria-label={t(`parts.${openIn}`)} hidden={tabs.length === 0}>
            <PlainDiv className={casePanel.tabs}>
              {tabs.map(({ id }) => (
                <Tabs.Trigger key={id} value={id} asChild>
                  <a href={`?page=${id}`} type={undefined} className={casePanel.tab} onClick={stayHere}>
                    {t(`pages.${id}`)}
                    <PageCount id={id} />
                  </a>
                </Tabs.Trigger>
              ))}
            </PlainDiv>
          </Tabs.List>
          {parts.flatMap(({ id: partId, pages }) =>
            pages.map(({ id, part }) => (
              <CasePage
                key={id}
                id={id}
                page={part?.Part ?? StoryPage}
                open={id === open}
                // The story acts on the page while it is told, a thread begins at its top: neither is there otherwise.
                made={id === 'story' || id === 'thread' ? id === open : opened.includes(id)}
                tabbed={tabbedPages(partId, pages).length > 0}
              />
            )),
          )}
        </Tabs.Root>
        <CaseNotes />
      </div>
    </div>
  )
}

/** How many there are on a page, where that says anything. */
function PageCount({ id }: { id: PageId }) {
  const { linked } = useCase()
  const counts: Partial<Record<PageId, number>> = {
    quotations: linked.quotations.length,
    statements: linked.statements.length,
    figures: linked.figures.length,
    events: linked.events.length,
    sources: linked.sources.length,
  }
  const count = counts[id]
  return (
    count !== undefined && (
      <span aria-hidden="true" className={casePanel.tabCount}>
        {count}
      </span>
    )
  )
}

/** While a record is in focus its panel has the notice. */
function CaseSinceNotice() {
  return useView(({ focus }) => focus === null) && <SinceNotice />
}

/** A tab is a link, which a new window can have; in this one it opens its page here. */
function stayHere(event: MouseEvent): void {
  if (!isForNewWindow(event)) event.preventDefault()
}

interface CasePageProps {
  id: PageId
  page: ComponentType
  open: boolean
  made: boolean
  /** Whether a tab names it; the story's pages have none. */
  tabbed: boolean
}

function CasePage({ id, page, open, made, tabbed }: CasePageProps) {
  const t = useTranslations('panel.pages')
  const content = made && <FrozenTab page={page} open={open} />
  if (!tabbed)
    return (
      <section aria-label={t(id)} className={casePanel.open} hidden={!open}>
        {content}
      </section>
    )
  return (
    <Tabs.Content value={id} forceMount asChild hidden={!open} tabIndex={-1}>
      <PlainDiv className={casePanel.open}>{content}</PlainDiv>
    </Tabs.Content>
  )
}
