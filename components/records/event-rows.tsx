'use client'
import { memo } from 'react'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { orderByDate } from '@/lib/derive/compare-dates'
import type { LinkedEvent } from '@/lib/derive/linked-case'
import { CorrectedSign } from './corrected-line'
import { useMomentText } from './moment-text'
import { OneOrigin } from './one-origin'
import { PassageButton } from './passage-view'

/** Events in the order of their dates, each a button. */
export function EventRows({ events }: { events: readonly LinkedEvent[] }) {
  return (
    <ol className={panel.list}>
      {orderByDate(events).map((event) => (
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
      <RecordLink focus={{ kind: 'event', id: event.id }} look="row">
        <span className={panel.small}>
          {momentText(event.date, event.about, event.once)}
          <CorrectedSign record={{ kind: 'event', id: event.id }} />
        </span>
        <span>
          {event.title} <OneOrigin carried={event} />
        </span>
      </RecordLink>
      <PassageButton
        focus={{ kind: 'event', id: event.id }}
        passage={event.passage}
        of={event.title}
        className={`${panel.small} ${styles.besideRow}`}
      />
    </div>
  )
})
