'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ChooseButton, PlaceButtons } from '@/components/panels/choose-button'
import pages from '@/components/panels/pages.module.css'
import panel from '@/components/panels/panel.module.css'
import { SourceTitle } from '@/components/panels/source-line'
import { useActorName, useDateText, useFigureText } from '@/components/panels/use-words'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { ClaimStep, ClaimStory } from '@/lib/derive/tell-claims'
import type { Figure } from '@/lib/schema/figure'
import styles from './claim-story.module.css'
import { PassageButton } from './passage-button'

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
      <PlaceButtons ids={places} />
      <ol className={`${panel.list} ${styles.steps}`}>
        <li>
          <StepTitle step={declaration} title="declared" />
          {declaration.quotations.length === 0 && <p className={panel.prose}>{t('noDeclaration')}</p>}
          <StepRecords step={declaration} />
        </li>
        {rejections.map((rejection) => (
          <li key={`${rejection.by} ${rejection.date} ${rejection.words}`}>
            <StepTitle step={rejection} title="rejected" />
            <p className={panel.prose}>{rejection.words}</p>
            <p className={panel.small}>
              <SourceTitle id={rejection.source} />
            </p>
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

function StepTitle({ step: { by, date }, title }: { step: ClaimStep; title: 'declared' | 'rejected' }) {
  const { actor } = useCaseboard()
  const t = useTranslations('borders')
  const name = useActorName()
  const dateText = useDateText()
  return (
    <h3 className={styles.title}>
      <span className={panel.small}>{dateText(date)}</span>
      <span>
        {t(title)}{' '}
        {actor(by) === undefined ? (
          name(by)
        ) : (
          <ChooseButton focus={{ kind: 'speaker', id: by }} look="link">
            {name(by)}
          </ChooseButton>
        )}
      </span>
    </h3>
  )
}

/** What the case holds of a step: what was counted, what was said and what happened, each with its passage. */
function StepRecords({ step: { figures, quotations, events } }: { step: ClaimStep }) {
  const name = useActorName()
  return (
    <ul className={`${panel.list} ${styles.records}`}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <CountedLine figure={figure} />
        </li>
      ))}
      {quotations.map(({ id, passage, speaker = '' }) => (
        <li key={id}>
          <q className={styles.words}>{passage.exact}</q> <span className={panel.quiet}>{name(speaker)} · </span>
          <PassageButton focus={{ kind: 'quotation', id }} passage={passage} of={passage.exact} />
        </li>
      ))}
      {events.map(({ id, title, passage }) => (
        <li key={id} className={styles.event}>
          <ChooseButton focus={{ kind: 'event', id }} look="link">
            {title}
          </ChooseButton>
          <PassageButton focus={{ kind: 'event', id }} passage={passage} of={title} />
        </li>
      ))}
    </ul>
  )
}

function CountedLine({ figure }: { figure: Figure }) {
  const { line } = useFigureText()(figure)
  const focus = { kind: 'figure', id: figure.id } as const
  return (
    <>
      <ChooseButton focus={focus} look="link">
        <strong>{line}</strong>
      </ChooseButton>{' '}
      {figure.counts}
      {figure.passage !== undefined && <span className={panel.quiet}> · </span>}
      <PassageButton focus={focus} passage={figure.passage} of={`${line} ${figure.counts}`} />
    </>
  )
}
