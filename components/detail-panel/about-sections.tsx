'use client'
import { useTranslations } from 'next-intl'
import { EventRows } from '@/components/records/event-rows'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'

interface AboutSectionsProps {
  /** Ids of places. */
  about: readonly string[]
  event: string | undefined
}

/** What a quotation or a figure is about: its places, and the event that it belongs to. */
export function AboutSections({ about, event }: AboutSectionsProps) {
  const index = useCase()
  const t = useTranslations('panel')
  const found = event === undefined ? undefined : index.event(event)
  return (
    <>
      {about.length > 0 && (
        <PanelSection title={t('about')}>
          <PlaceButtons ids={about} />
        </PanelSection>
      )}
      {found !== undefined && (
        <PanelSection title={t('event')}>
          <EventRows events={[found]} />
        </PanelSection>
      )}
    </>
  )
}
