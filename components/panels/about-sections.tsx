'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { PlaceButtons } from './choose-button'
import { EventRows } from './events-page'
import { PanelSection } from './panel-section'

interface AboutSectionsProps {
  /** Ids of places. */
  about: readonly string[]
  event: string | undefined
}

/** What a quotation or a figure is about: its places, and the event that it belongs to. */
export function AboutSections({ about, event }: AboutSectionsProps) {
  const index = useCaseboard()
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
