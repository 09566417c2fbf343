'use client'
import * as Tabs from '@radix-ui/react-tabs'
import { useTranslations } from 'next-intl'
import { type ComponentPropsWithRef, type ComponentType, type MouseEvent, useEffect, useRef, useState } from 'react'
import { SinceNotice } from '@/components/corrections/since-notice'
import { useDateText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { whenSettled } from '@/lib/client/when-settled'
import { ActiveFilters } from './active-filters'
import { CaseNotes } from './case-notes'
import { fetchPages, type PageId, pagesOf } from './case-pages'
import styles from './case-panel.module.css'
import { FrozenTab } from './frozen-tab'
import { OverviewPage } from './overview-page'

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
              <Tabs.Trigger key={id} value={id} asChild>
                {/* Where no script runs, the part is the server's to open. */}
                <a href={`?page=${id}`} type={undefined} className={styles.tab} onClick={stayHere}>
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
      <PlainDiv className={styles.open}>{made && <FrozenTab page={page} open={open} />}</PlainDiv>
    </Tabs.Content>
  )
}
