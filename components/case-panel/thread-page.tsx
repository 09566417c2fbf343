'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { EventRows } from '@/components/records/event-rows'
import { QuotationCard } from '@/components/records/quotation-card'
import { FigureCard } from '@/components/records/record-cards'
import { StatementCards } from '@/components/records/statement-card'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { Icon } from '@/components/ui/icon'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { LIST_PART, MoreButton } from '@/components/ui/more-button'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { type CaseIndex, useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { orderByDate } from '@/lib/derive/compare-dates'
import type { RecordKind } from '@/lib/derive/record-filter'
import type { Thread } from '@/lib/schema/case'
import { PlaceRow } from './places-page'
import styles from './thread-page.module.css'

/** What of a case belongs to a thread, in the order in which each kind is listed. */
function recordsOf(index: CaseIndex, thread: Thread) {
  const { linked } = index
  const ofKind = <Item extends { id: string }>(kind: RecordKind, items: readonly Item[]) =>
    items.filter(({ id }) => threadOf(index, { kind, id })?.id === thread.id)
  return {
    event: ofKind('event', orderByDate(linked.events)),
    figure: ofKind('figure', linked.figures),
    quotation: ofKind('quotation', linked.quotations),
    statement: ofKind('statement', linked.statements),
    place: ofKind('place', linked.places),
  }
}

/** A thread of the story by itself: its sentence, and all that belongs to it and is shown now. */
export function ThreadPage() {
  const { linked } = useCase()
  const thread = useView((view) => linked.threads?.find(({ id }) => id === view.thread))
  return thread === undefined ? null : <ThreadRecords key={thread.id} thread={thread} />
}

function ThreadRecords({ thread }: { thread: Thread }) {
  const t = useTranslations('threads')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const scroller = title.current?.closest('[data-covered]')
    if (scroller) scroller.scrollTop = 0
    // What led here may have gone with the page that it stood on, and the keyboard with it.
    const active = document.activeElement
    if (active === null || active === document.body || active.closest('[hidden]') !== null)
      title.current?.focus({ preventScroll: true })
  }, [])
  const index = useCase()
  const { showThread } = useActions()
  const shown = useVisible()
  const own = useMemo(() => recordsOf(index, thread), [index, thread])
  const ofKind = <Item extends { id: string }>(kind: RecordKind, items: readonly Item[]) =>
    items.filter(({ id }) => shown[kind].has(id))
  const records = {
    event: ofKind('event', own.event),
    figure: ofKind('figure', own.figure),
    quotation: ofKind('quotation', own.quotation),
    statement: ofKind('statement', own.statement),
    place: ofKind('place', own.place),
  }
  const isEmpty = Object.values(records).every(({ length }) => length === 0)
  return (
    <div className={colours[thread.hue]}>
      <Button className={styles.back} onClick={() => showThread(null)}>
        <Icon name="back" size={12} />
        {t('back')}
      </Button>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        <ThreadLabel threads={index.linked.threads} id={thread.id} />
      </h2>
      <p className={styles.sentence}>{thread.sentence}</p>
      {isEmpty && <p className={panel.quiet}>{t('nothing')}</p>}
      <Records title={t('happened')} items={records.event}>
        {(part) => <EventRows events={part} />}
      </Records>
      <Records title={t('counted')} items={records.figure}>
        {(part) => <Cards items={part}>{(figure) => <FigureCard figure={figure} size="list" />}</Cards>}
      </Records>
      <Records title={t('quoted')} items={records.quotation}>
        {(part) => <Cards items={part}>{(quotation) => <QuotationCard quotation={quotation} size="list" />}</Cards>}
      </Records>
      <Records title={t('stated')} items={records.statement}>
        {(part) => <StatementCards ids={part.map(({ id }) => id)} />}
      </Records>
      <Records title={t('places')} items={records.place}>
        {(part) => <Cards items={part}>{(place) => <PlaceRow place={place} />}</Cards>}
      </Records>
    </div>
  )
}

interface RecordsProps<Item> {
  title: string
  items: readonly Item[]
  children(part: readonly Item[]): ReactNode
}

/** The records of one kind under what they are; nothing where there are none. */
function Records<Item>({ title, items, children }: RecordsProps<Item>) {
  const id = useId()
  const [limit, setLimit] = useState(LIST_PART)
  if (items.length === 0) return null
  const rest = items.length - limit
  return (
    <section className={styles.records} aria-labelledby={id}>
      <h3 className={panel.sectionTitle}>
        <span id={id}>{title}</span>
        <span className={panel.count}>{items.length}</span>
      </h3>
      {children(items.slice(0, limit))}
      {rest > 0 && <MoreButton rest={rest} onMore={() => setLimit(limit + LIST_PART)} />}
    </section>
  )
}

function Cards<Item extends { id: string }>({
  items,
  children,
}: {
  items: readonly Item[]
  children(item: Item): ReactNode
}) {
  return (
    <ul className={panel.list}>
      {items.map((item) => (
        <li key={item.id}>{children(item)}</li>
      ))}
    </ul>
  )
}
