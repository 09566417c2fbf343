'use client'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { recordOf } from '@/components/record-text/record-refs'
import { CorrectedLine } from '@/components/records/corrected-line'
import { SinceNotice } from '@/components/records/since-notice'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import type { Focus } from '@/lib/url/view'
import { DetailHeader } from './detail-header'
import styles from './detail-panel.module.css'
import { EventPanel } from './event-panel'
import { FigurePanel } from './figure-panel'
import { PlacePanel } from './place-panel'
import { SpeakerPanel } from './speaker-panel'
import { QuotationPanel, StatementPanel } from './statement-panels'

function same(a: Focus | undefined, b: Focus): boolean {
  return a?.kind === b.kind && a.id === b.id
}

/** What the reader came by since the panel was opened, the present last; going back shortens it again. */
function useTrail(focus: Focus): Focus | null {
  const [trail, setTrail] = useState<readonly Focus[]>([focus])
  if (!same(trail.at(-1), focus)) setTrail(same(trail.at(-2), focus) ? trail.slice(0, -1) : [...trail, focus])
  return trail.at(-2) ?? null
}

interface DetailPanelProps {
  focus: Focus
  titleRef: Ref<HTMLHeadingElement>
}

/** What is in focus, with everything linked to it: a region named after it. */
export function DetailPanel({ focus, titleRef }: DetailPanelProps) {
  const back = useTrail(focus)
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={`${panel.page} ${styles.detail}`} key={`${focus.kind} ${focus.id}`}>
      <DetailHeader focus={focus} back={back} titleId={titleId} titleRef={titleRef} />
      <SinceNotice />
      <DetailBody focus={focus} corrected={<CorrectedLine record={recordOf(focus)} underNotice />} />
    </section>
  )
}

interface DetailBodyProps {
  focus: Focus
  /** What was corrected of it: it stands above, but below the number of a figure and the date of an event, which come first. */
  corrected: ReactNode
}

function DetailBody({ focus: { kind, id }, corrected }: DetailBodyProps) {
  const index = useCase()
  if (kind === 'figure') {
    const figure = index.figure(id)
    return figure && <FigurePanel figure={figure} corrected={corrected} />
  }
  if (kind === 'event') {
    const event = index.event(id)
    return event && <EventPanel event={event} corrected={corrected} />
  }
  return (
    <>
      {corrected}
      <OtherBody kind={kind} id={id} />
    </>
  )
}

function OtherBody({ kind, id }: { kind: Exclude<Focus['kind'], 'figure' | 'event'>; id: string }) {
  const index = useCase()
  if (kind === 'place') {
    const place = index.place(id)
    return place && <PlacePanel place={place} />
  }
  if (kind === 'quotation') {
    const quotation = index.quotation(id)
    return quotation && <QuotationPanel quotation={quotation} />
  }
  if (kind === 'statement') {
    const statement = index.statement(id)
    return statement && <StatementPanel statement={statement} />
  }
  const actor = index.actor(id)
  return actor && <SpeakerPanel actor={actor} />
}
