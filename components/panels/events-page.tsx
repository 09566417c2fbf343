'use client'
import { useTranslations } from 'next-intl'
import { memo, useMemo } from 'react'
import { CorrectedSign } from '@/components/corrections/corrected-line'
import { PassageButton } from '@/components/evidence/passage-button'
import { ShownList } from '@/components/filter/shown-list'
import { useCountWithout } from '@/components/filter/use-count-without'
import { useMomentText } from '@/components/timeline/moment-text'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { dateOrder } from '@/lib/client/format-date'
import { useShown } from '@/lib/client/shown-context'
import type { LinkedEvent } from '@/lib/derive/linked-case'
import { ChooseButton } from './choose-button'
import { OneOrigin } from './one-origin'
import styles from './pages.module.css'
import panel from './panel.module.css'

function inOrder(events: readonly LinkedEvent[]): LinkedEvent[] {
  return events.toSorted((a, b) => dateOrder(a.date).localeCompare(dateOrder(b.date)))
}

/** Every dated event that is shown, earliest first. */
export function EventsPage() {
  const { linked } = useCaseboard()
  const { event: ids } = useShown()
  const t = useTranslations('panel')
  const events = useMemo(() => inOrder(linked.events), [linked])
  return (
    <ShownList
      kind="event"
      items={events.filter(({ id }) => ids.has(id))}
      total={events.length}
      intro={t('eventsIntro', { count: events.length })}
      count={useCountWithout('event')}
    >
      {(part) => <EventRows events={part} />}
    </ShownList>
  )
}

/** Events in the order of their dates, each a button. */
export function EventRows({ events }: { events: readonly LinkedEvent[] }) {
  return (
    <ol className={panel.list}>
      {inOrder(events).map((event) => (
        <li key={event.id}>
          <EventRow event={event} />
        </li>
      ))}
    </ol>
  )
}

const EventRow = memo(function EventRow({ event }: { event: LinkedEvent }) {
  const momentText = useMomentText()
  return (
    <div className={styles.withPassage}>
      <ChooseButton focus={{ kind: 'event', id: event.id }} look="row">
        <span className={panel.small}>
          {momentText(event.date, event.about, event.once)}
          <CorrectedSign record={{ kind: 'event', id: event.id }} />
        </span>
        <span>
          {event.title} <OneOrigin carried={event} />
        </span>
      </ChooseButton>
      <PassageButton
        focus={{ kind: 'event', id: event.id }}
        passage={event.passage}
        of={event.title}
        className={`${panel.small} ${styles.besideRow}`}
      />
    </div>
  )
})
