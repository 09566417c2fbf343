'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { useActorName, useDateText, useFigureText } from '@/components/record-text/use-words'
import { CorrectedLine } from '@/components/records/corrected-line'
import { SourceTitle } from '@/components/records/source-line'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Claim } from '@/lib/schema/case'
import styles from './detail-panel.module.css'
import placeStyles from './place-panel.module.css'

interface PlaceStatusProps {
  claim: Claim
  /** Votes by those who reject it. */
  votes: readonly LinkedFigure[]
}

/** What a claimed place is, in words: who claims it, who rejects that and by how many votes, and how far the claim goes. */
export function PlaceStatus({ claim, votes }: PlaceStatusProps) {
  const t = useTranslations('place')
  const dateText = useDateText()
  return (
    <div>
      <p className={placeStyles.statusWords}>
        {claim.words.split(/(?<=;) /).map((clause, index) => (
          <Fragment key={clause}>
            {index > 0 && ' '}
            <span>{clause}</span>
          </Fragment>
        ))}
      </p>
      <dl className={styles.facts}>
        <dt>{t('whoClaims')}</dt>
        <dd>
          <Who id={claim.by} date={claim.declared} />
        </dd>
        {claim.rejections.length > 0 && <dt>{t('whoRejects')}</dt>}
        {claim.rejections.map(({ by, date }) => {
          const counted = votes.filter((figure) => figure.by === by && isOf(figure, date))
          return (
            <dd key={`${by} ${date}`}>
              <Who id={by} date={date} />
              {counted.length > 0 && <Votes figures={counted} />}
            </dd>
          )
        })}
        {claim.extent !== undefined && (
          <>
            <dt>{t('howMuch')}</dt>
            <dd>{claim.extent}</dd>
          </>
        )}
      </dl>
      <p className={panel.small}>{t('asOf', { date: dateText(claim.asOf) })}</p>
      <CorrectedLine record={{ kind: 'claim', id: claim.id }} />
    </div>
  )
}

/** A body may have voted more than once on one claim. */
function isOf({ asOf }: LinkedFigure, date: string): boolean {
  return asOf === undefined || asOf.startsWith(date)
}

function Who({ id, date }: { id: string; date: string }) {
  const { actor } = useCase()
  const name = useActorName()
  const dateText = useDateText()
  return (
    <>
      {actor(id) === undefined ? (
        name(id)
      ) : (
        <RecordLink focus={{ kind: 'speaker', id }} look="link">
          {name(id)}
        </RecordLink>
      )}
      {', '}
      <span className={styles.whole}>{dateText(date)}</span>
    </>
  )
}

/** "143 voted for the resolution, 5 …": as words, since what is counted is not the place. */
function Votes({ figures }: { figures: readonly LinkedFigure[] }) {
  const figureText = useFigureText()
  return (
    <>
      {': '}
      {figures.map((figure, index) => (
        <Fragment key={figure.id}>
          {index > 0 && ', '}
          <RecordLink focus={{ kind: 'figure', id: figure.id }} look="link">
            {figureText(figure).numeral}
          </RecordLink>
          {` ${figure.counts}`}
        </Fragment>
      ))}
    </>
  )
}

/** Opened, in what words each of them rejected it, and where those stand. */
export function RejectionWords({ claim: { rejections } }: { claim: Claim }) {
  const t = useTranslations('place')
  const name = useActorName()
  const dateText = useDateText()
  return (
    <details>
      <summary className={panel.summary}>{t('rejectionWords')}</summary>
      <ul className={`${panel.list} ${placeStyles.rejections}`}>
        {rejections.map(({ by, date, words, source }) => (
          <li key={`${by} ${date}`}>
            <strong>{`${name(by)}, ${dateText(date)}`}</strong>
            <p>{words}</p>
            <p className={panel.small}>
              <SourceTitle id={source} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
