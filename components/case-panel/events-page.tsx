'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { EventRows, inOrder } from '@/components/records/event-rows'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import { ShownList } from './shown-list'
import { useCountWithout } from './use-count-without'

/** Every dated event that is shown, earliest first. */
export function EventsPage() {
  const { linked } = useCase()
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
