'use client'
import { useTranslations } from 'next-intl'
import { PassageButton } from '@/components/evidence/passage-button'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { dateOrder } from '@/lib/client/format-date'
import type { CaseEvent } from '@/lib/schema/event'
import { ChooseButton } from './choose-button'
import styles from './pages.module.css'
import panel from './panel.module.css'
import { useDateText } from './use-words'

/** Every dated event, earliest first. */
export function EventsPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  return (
    <>
      <p className={panel.quiet}>{t('eventsIntro', { count: linked.events.length })}</p>
      <EventRows events={linked.events} />
    </>
  )
}

/** Events in the order of their dates, each a button. */
export function EventRows({ events }: { events: readonly CaseEvent[] }) {
  const dateText = useDateText()
  const inOrder = events.toSorted((a, b) => dateOrder(a.date).localeCompare(dateOrder(b.date)))
  return (
    <ol className={panel.list}>
      {inOrder.map((event) => (
        <li key={event.id} className={styles.withPassage}>
          <ChooseButton focus={{ kind: 'event', id: event.id }} look="row">
            <span className={panel.small}>{dateText(event.date)}</span>
            <span>{event.title}</span>
          </ChooseButton>
          <PassageButton
            focus={{ kind: 'event', id: event.id }}
            passage={event.passage}
            of={event.title}
            className={`${panel.small} ${styles.besideRow}`}
          />
        </li>
      ))}
    </ol>
  )
}
