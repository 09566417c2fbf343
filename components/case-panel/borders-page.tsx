'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useActorName, useDateText } from '@/components/record-text/use-words'
import claimStory from '@/components/records/claim-story.module.css'
import { CorrectedLine } from '@/components/records/corrected-line'
import { DisputeFacts, useDisputes } from '@/components/records/dispute-facts'
import styles from '@/components/records/dispute-facts.module.css'
import { PassageButton } from '@/components/records/passage-view'
import { SourceTitle } from '@/components/records/source-line'
import { Button } from '@/components/ui/button'
import pages from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { PlaceButtons, RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { showBounds } from '@/lib/client/map-commands'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { groupBy } from '@/lib/derive/arrays'
import { buildClaimTimeline, type ClaimStep, type ClaimStory, type Rejection } from '@/lib/derive/claim-timeline'
import { isolate } from '@/lib/derive/isolate'
import type { TimeWindow } from '@/lib/derive/record-filter'
import type { Dispute } from '@/lib/schema/dispute'
import { StepRecords } from './step-records'

/** The status of borders as a view of its own: every claim of the case, who declared it, who rejected it, when and in
 * what words; then the disputed borders of the map itself. */
export function BordersPage() {
  const { linked } = useCase()
  const t = useTranslations('borders')
  const stories = buildClaimTimeline(linked)
  const present = stories.filter(({ claim }) => !claim.precedent)
  const precedents = stories.filter(({ claim }) => claim.precedent)
  return (
    <>
      <p className={stories.length === 0 ? panel.prose : panel.quiet}>{t(stories.length === 0 ? 'none' : 'intro')}</p>
      {present.map((story) => (
        <ClaimStoryView key={story.claim.id} story={story} />
      ))}
      {precedents.map((story) => (
        <div key={story.claim.id} className={panel.section}>
          <p className={panel.quiet}>{t('precedent')}</p>
          <ClaimStoryView story={story} />
        </div>
      ))}
      <DisputedBorders />
    </>
  )
}

/** The disputed lines and areas of the basemap as a list, fetched when the page of borders is open. */
function DisputedBorders() {
  const t = useTranslations('borders')
  const id = useId()
  const isOpen = useView(({ page }) => page === 'borders')
  const { disputes, failed } = useDisputes(isOpen)
  return (
    <section aria-labelledby={id} className={panel.section}>
      <h2 className={panel.sectionTitle}>
        <span id={id}>{t('disputedTitle')}</span>
        {disputes !== undefined && <span className={panel.count}>{disputes.length}</span>}
      </h2>
      <p className={panel.quiet}>{t('disputedIntro')}</p>
      {disputes === undefined && <p role="status">{t(failed ? 'failed' : 'loading')}</p>}
      {[...groupBy(disputes ?? [], ({ region }) => region)].map(([region, members]) => (
        <RegionDisputes key={region} region={region} disputes={members} />
      ))}
    </section>
  )
}

function RegionDisputes({ region, disputes }: { region: string; disputes: readonly Dispute[] }) {
  const t = useTranslations('borders')
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.region}>
      <h3 id={id} className={panel.sectionTitle}>
        {region}
      </h3>
      <ul className={`${panel.list} ${panel.ruled}`}>
        {disputes.map((dispute) => (
          <li key={dispute.id} className={styles.entry}>
            <h4>
              <Button
                className={panel.link}
                aria-label={t('showOnMap', { name: isolate(dispute.name) })}
                onClick={() => showBounds(dispute.bounds, true)}
              >
                {dispute.name}
              </Button>
            </h4>
            <DisputeFacts dispute={dispute} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A claim told in order: its status and places, the declaration, each rejection with its words, votes and source. */
function ClaimStoryView({ story: { claim, places, declaration, rejections } }: { story: ClaimStory }) {
  const t = useTranslations('borders')
  const dateText = useDateText()
  const id = useId()
  return (
    <section aria-labelledby={id} className={pages.group}>
      <h2 id={id} className={`${claimStory.status} ${claim.precedent ? claimStory.precedent : ''}`}>
        {claim.words}
      </h2>
      <CorrectedLine record={{ kind: 'claim', id: claim.id }} />
      <PlaceButtons ids={places} />
      <ol className={`${panel.list} ${claimStory.steps}`}>
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
  const { time: shown } = useVisible().query
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
    <h3 className={claimStory.title}>
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
