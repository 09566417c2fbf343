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
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/panel.module.css'
import { whenSettled } from '@/lib/client/after-paint'
import { useActions } from '@/lib/client/board-actions'
import { useCase, useFreshness } from '@/lib/client/case-context'
import { useRetainedStore } from '@/lib/client/value-store'
import { useView, useViewStore, ViewContext } from '@/lib/client/view-context'
import { RetainedRecords } from '@/lib/client/visible-context'
import { ActiveFilters } from './active-filters'
import { fetchPages, type PageId, pagesOf } from './case-pages'
import casePanel from './case-panel.module.css'
import { OverviewPage } from './overview-page'
import { SetAsideNotice } from './set-aside-notice'

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

/** The foot of the case panel: what was set aside, how old the data is, what the borders mean. */
function CaseNotes({ onSources }: { onSources: () => void }) {
  const { linked } = useCase()
  const t = useTranslations('panel')
  return (
    <footer className={styles.section}>
      {linked.setAside.length > 0 && <SetAsideNotice />}
      <FreshnessLine />
      <p className={`${styles.prose} ${styles.quiet}`}>
        {t('boundary')}{' '}
        <Button className={styles.link} onClick={onSources}>
          {t('boundarySources')}
        </Button>
      </p>
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

/** The case as an atlas page: what it is, then its parts, of which one is open. Another is rendered once it is opened, and kept from then on. */
export function CasePanel() {
  const { linked } = useCase()
  const { openPage } = useActions()
  const page = useView((view) => view.page)
  const t = useTranslations('panel')
  const dateText = useDateText()
  const offered = pagesOf(linked)
  const open = offered.find(({ id }) => id === page)?.id ?? 'overview'
  const topRef = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<readonly PageId[]>([open])
  if (!opened.includes(open)) setOpened([...opened, open])
  useEffect(() => whenSettled(fetchPages), [])

  function show(id: string) {
    openPage(id)
    // With the tabs stuck to the top the new page would open somewhere in its middle.
    const top = topRef.current
    const list = top?.nextElementSibling
    if (top && list && list.getBoundingClientRect().top > top.getBoundingClientRect().top + 1)
      top.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className={`${styles.page} ${styles.padded}`}>
      <header>
        <p className={styles.kindLine}>
          {`${dateText(linked.period)} · ${t('reportOf', { date: dateText(linked.reported) })}`}
        </p>
        <h1 tabIndex={-1} className={styles.title}>
          {linked.title}
        </h1>
        <p className={styles.lead}>{linked.summary}</p>
      </header>
      <CaseSinceNotice />
      <ActiveFilters />
      <Tabs.Root value={open} onValueChange={show}>
        <div ref={topRef} />
        <Tabs.List asChild aria-label={t('pagesName')}>
          <PlainDiv className={casePanel.tabs}>
            {offered.map(({ id }) => (
              <Tabs.Trigger key={id} value={id} asChild>
                {/* Where no script runs, the part is the server's to open. */}
                <a href={`?page=${id}`} type={undefined} className={casePanel.tab} onClick={stayHere}>
                  {t(`pages.${id}`)}
                </a>
              </Tabs.Trigger>
            ))}
          </PlainDiv>
        </Tabs.List>
        {offered.map(({ id, part }) => (
          <CasePart key={id} id={id} page={part?.Part ?? OverviewPage} open={id === open} made={opened.includes(id)} />
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

/** A tab is a link, which a new window can have; in this one it opens its part here. */
function stayHere(event: MouseEvent): void {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) event.preventDefault()
}

interface CasePartProps {
  id: PageId
  page: ComponentType
  open: boolean
  made: boolean
}

function CasePart({ id, page, open, made }: CasePartProps) {
  return (
    <Tabs.Content value={id} forceMount asChild hidden={!open} tabIndex={-1}>
      <PlainDiv className={casePanel.open}>{made && <FrozenTab page={page} open={open} />}</PlainDiv>
    </Tabs.Content>
  )
}
