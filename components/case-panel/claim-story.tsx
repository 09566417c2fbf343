'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useActorName, useDateText } from '@/components/record-text/use-words'
import styles from '@/components/records/claim-story.module.css'
import { CorrectedLine } from '@/components/records/corrected-line'
import { PassageButton } from '@/components/records/passage-button'
import { SourceTitle } from '@/components/records/source-line'
import { StepRecords } from '@/components/records/step-records'
import pages from '@/components/ui/pages.module.css'
import panel from '@/components/ui/panel.module.css'
import { PlaceButtons, RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import type { ClaimStep, ClaimStory, Rejection } from '@/lib/derive/claim-timeline'
import type { TimeWindow } from '@/lib/derive/record-filter'

/** A claim told in order: its status and places, the declaration, each rejection with its words, votes and source. */
export function ClaimStoryView({ story: { claim, places, declaration, rejections } }: { story: ClaimStory }) {
  const t = useTranslations('borders')
  const dateText = useDateText()
  const id = useId()
  return (
    <section aria-labelledby={id} className={pages.group}>
      <h2 id={id} className={`${styles.status} ${claim.precedent ? styles.precedent : ''}`}>
        {claim.words}
      </h2>
      <CorrectedLine record={{ kind: 'claim', id: claim.id }} />
      <PlaceButtons ids={places} />
      <ol className={`${panel.list} ${styles.steps}`}>
        <li>
          <StepTitle step={declaration} title="declared" />
          {declaration.quotations.length === 0 && <p className={panel.prose}>{t('noDeclaration')}</p>}
          <StepRecords step={declaration} withWordings />
        </li>
        {rejections.map((rejection) => (
          <li key={`${rejection.by} ${rejection.date} ${rejection.words}`}>
            <StepTitle step={rejection} title="rejected" />
            <RejectionWords rejection={rejection} />
            <StepRecords step={rejection} />
          </li>
        ))}
      </ol>
      {rejections.length === 0 && <p className={panel.prose}>{t('noRejection')}</p>}
      {claim.extent !== undefined && (
        <p className={panel.prose}>
          <strong>{t('undefined')}</strong> {claim.extent}
        </p>
      )}
      <p className={panel.small}>{t('asOf', { date: dateText(claim.asOf) })}</p>
    </section>
  )
}

function RejectionWords({ rejection: { words, source, held } }: { rejection: Rejection }) {
  return (
    <>
      <p className={panel.prose}>{words}</p>
      <p className={panel.small}>
        <SourceTitle id={source} />
        {held !== null && (
          <>
            {' · '}
            <PassageButton focus={{ kind: held.kind, id: held.id }} passage={held.passage} of={words} />
          </>
        )}
      </p>
    </>
  )
}

/** Where a step lies from the window of time that is shown; null for one within it. */
function useTimeApart(): (time: TimeWindow) => 'before' | 'later' | null {
  const { time: shown } = useShown().sieve
  return ({ start, end }) => {
    if (shown === null) return null
    if (start >= shown.end) return 'later'
    return end <= shown.start ? 'before' : null
  }
}

function StepTitle({ step: { by, date, time }, title }: { step: ClaimStep; title: 'declared' | 'rejected' }) {
  const { actor } = useCase()
  const t = useTranslations('borders')
  const name = useActorName()
  const dateText = useDateText()
  const apart = useTimeApart()(time)
  return (
    <h3 className={styles.title}>
      <span className={panel.small}>
        {dateText(date)}
        {apart !== null && ` · ${t(apart)}`}
      </span>
      <span>
        {t(title)}{' '}
        {actor(by) === undefined ? (
          name(by)
        ) : (
          <RecordLink focus={{ kind: 'speaker', id: by }} look="link">
            {name(by)}
          </RecordLink>
        )}
      </span>
    </h3>
  )
}
