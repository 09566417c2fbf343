'use client'
import { useTranslations } from 'next-intl'
import { type Ref, useId, useState } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { recordOf } from '@/components/record-text/record-refs'
import { useFocusName } from '@/components/record-text/use-names'
import { CorrectedLine } from '@/components/records/corrected-line'
import { SinceNotice } from '@/components/records/since-notice'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ThreadLabel } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { Thread } from '@/lib/schema/case'
import type { Focus } from '@/lib/url/view'
import styles from './detail-panel.module.css'
import { EventPanel } from './event-panel'
import { FigurePanel } from './figure-panel'
import { PlacePanel } from './place-panel'
import { SpeakerPanel } from './speaker-panel'
import { QuotationPanel, StatementPanel } from './statement-panels'

interface DetailHeaderProps {
  focus: Focus
  back: Focus | null
  titleId: string
  titleRef: Ref<HTMLHeadingElement>
}

/** Way back, close, what kind of record it is, and its name. */
function DetailHeader({ focus, back, titleId, titleRef }: DetailHeaderProps) {
  const { choose } = useActions()
  const index = useCase()
  const t = useTranslations('panel')
  const nameOf = useFocusName()
  const backName = back === null ? null : nameOf(back)
  const kindLine = useKindLine()
  // A quotation and a figure are their own headline, set large below; their short name is for the region alone.
  const named = focus.kind === 'place' || focus.kind === 'speaker' || focus.kind === 'event'
  return (
    <header>
      {back !== null && backName !== null && (
        <Button className={panel.link} onClick={() => choose(back)}>
          {t('back', { name: backName })}
        </Button>
      )}
      <div className={styles.bar}>
        <p className={panel.kindLine}>
          <span>{kindLine(focus)}</span> <ThreadOf thread={threadOf(index, focus)} />
        </p>
        <Button className={styles.close} onClick={() => choose(null)}>
          <Icon name="close" size={16} />
          <span className="visually-hidden">{t('close')}</span>
        </Button>
      </div>
      <h2 id={titleId} ref={titleRef} tabIndex={-1} className={named ? panel.title : 'visually-hidden'}>
        {nameOf(focus)}
      </h2>
    </header>
  )
}

/** Which thread of the story it belongs to; nothing of one that belongs to none. */
function ThreadOf({ thread }: { thread: Thread | undefined }) {
  const { threads } = useCase().linked
  return (
    thread !== undefined && (
      <span className={styles.thread}>
        <ThreadLabel threads={threads} id={thread.id} />
      </span>
    )
  )
}

function useKindLine(): (focus: Focus) => string {
  const index = useCase()
  const t = useTranslations('panel')
  return ({ kind, id }) => {
    if (kind === 'place') {
      const place = index.place(id)
      return [place?.kind, place?.code].filter((part) => part !== undefined).join(' · ')
    }
    if (kind === 'speaker') {
      const actor = index.actor(id)
      const side = index.linked.sides.find((candidate) => candidate.id === actor?.side)
      const what = actor === undefined ? undefined : t(actor.kind)
      return [what, side?.name].filter((part) => part !== undefined).join(' · ')
    }
    if (kind === 'figure') {
      const question = index.figure(id)?.question
      return index.linked.questions.find((candidate) => candidate.id === question)?.title ?? t('figure')
    }
    if (kind === 'quotation') return t(index.quotation(id)?.form === 'term' ? 'term' : 'quotation')
    if (kind === 'statement') return t(`statements.${index.statement(id)?.form ?? 'indirect'}`)
    return t('event')
  }
}

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
    <section aria-labelledby={titleId} className={`${panel.page} ${panel.padded}`} key={`${focus.kind} ${focus.id}`}>
      <DetailHeader focus={focus} back={back} titleId={titleId} titleRef={titleRef} />
      <SinceNotice />
      <CorrectedLine record={recordOf(focus)} underNotice />
      <DetailBody focus={focus} />
    </section>
  )
}

function DetailBody({ focus: { kind, id } }: { focus: Focus }) {
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
  if (kind === 'figure') {
    const figure = index.figure(id)
    return figure && <FigurePanel figure={figure} />
  }
  if (kind === 'speaker') {
    const actor = index.actor(id)
    return actor && <SpeakerPanel actor={actor} />
  }
  const event = index.event(id)
  return event && <EventPanel event={event} />
}
