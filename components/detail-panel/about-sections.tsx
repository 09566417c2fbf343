'use client'
import { useTranslations } from 'next-intl'
import { useFocusName } from '@/components/record-text/use-names'
import { useAsOfText } from '@/components/record-text/use-words'
import { EventRows } from '@/components/records/event-rows'
import { OneOrigin } from '@/components/records/one-origin'
import { MarkedWords, PassageButton } from '@/components/records/passage-view'
import { SourceTitle } from '@/components/records/source-line'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { PlaceButtons, RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import type { LinkedFigure, LinkedPlace } from '@/lib/derive/linked-case'
import { findPlacePassages, type RecordPassage } from '@/lib/derive/place-passages'

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

/** The sentences that a place's mark comes from, so that a click on the map leads to words. Nothing without one. */
export function PlacePassages({ place }: { place: LinkedPlace }) {
  const { linked } = useCase()
  const t = useTranslations('place')
  const passages = findPlacePassages(place, linked)
  if (passages.length === 0) return null
  return (
    <PanelSection title={t('passages')}>
      <ul className={`${panel.list} ${panel.spaced}`}>
        {passages.map((found) => (
          <li key={`${found.kind} ${found.id}`}>
            <MarkPassage found={found} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

function MarkPassage({ found: { kind, id, passage } }: { found: RecordPassage }) {
  const t = useTranslations('source')
  const name = useFocusName()({ kind, id }) ?? id
  return (
    <>
      {kind !== 'quotation' && <RecordName kind={kind} id={id} name={name} />}
      {passage.noted === true ? <p className={panel.prose}>{passage.exact}</p> : <MarkedWords passage={passage} />}
      <p className={panel.small}>
        {passage.noted === true && `${t('noted')}: `}
        <SourceTitle id={passage.source} />
        {' · '}
        <PassageButton focus={{ kind, id }} passage={passage} of={name} />
      </p>
    </>
  )
}

function RecordName({ kind, id, name }: Pick<RecordPassage, 'kind' | 'id'> & { name: string }) {
  const { figure } = useCase()
  const found = kind === 'figure' ? figure(id) : undefined
  return (
    <p className={panel.prose}>
      <RecordLink focus={{ kind, id }} look="link">
        {name}
      </RecordLink>
      {found !== undefined && ` ${found.counts}`}
      {found !== undefined && <AsOf figure={found} />} {found !== undefined && <OneOrigin carried={found} />}
    </p>
  )
}

/** For when a size holds: what is drawn by it may stand on the map before that, and then it says so. */
function AsOf({ figure }: { figure: LinkedFigure }) {
  const { linked } = useCase()
  const { time } = useVisible().query
  const t = useTranslations('place')
  const asOfText = useAsOfText()
  const moment = linked.moments.find(({ kind, id }) => kind === 'figure' && id === figure.id)
  const isLater = time !== null && moment !== undefined && moment.start >= time.end
  return <span className={panel.quiet}>{[` · ${asOfText(figure)}`, ...(isLater ? [t('later')] : [])].join(', ')}</span>
}
