'use client'
import { useLocale, useTranslations } from 'next-intl'
import { placeHue } from '@/components/record-text/record-colour'
import { useAccuracyText } from '@/components/record-text/use-accuracy-text'
import colours from '@/components/ui/colour.module.css'
import { useSecondsLeft } from '@/components/wall/session/use-wall-session'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import { useWall } from '@/lib/client/wall-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { writeCountdown } from '@/lib/wall/pairing-code'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import { Paged } from './paged'
import { SceneFigure, SceneQuotation } from './scene-records'
import { usePublisherAndDate } from './scene-sources'
import type { TypeStep } from './use-fit'
import styles from './wall-evidence.module.css'
import scene from './wall-scene.module.css'

const typeSteps: Record<ScreenRole, readonly TypeStep[]> = { mirror: ['least'], map: ['least'], evidence: ['large'] }

/** The evidence of a place in wall size, page by page where it is more than fits, until the tour goes on. */
export function WallEvidence({ place }: { place: LinkedPlace }) {
  const { index, view } = useWall()
  const claim = index.linked.claims.find((candidate) => candidate.id === place.claim)
  return (
    <Paged
      steps={typeSteps[view.role]}
      content={`${place.id} ${index.linked.version}`}
      className={colours[placeHue(index, place)] ?? ''}
      lead={
        <>
          <p className={scene.kicker}>{place.kind}</p>
          <h1 className={scene.headline}>{place.name}</h1>
          {claim !== undefined && <p className={styles.claim}>{claim.words}</p>}
        </>
      }
      foot={<Countdown />}
      stay={null}
    >
      {claim?.extent !== undefined && <p>{claim.extent}</p>}
      <Records place={place} />
      <PositionNote place={place} />
    </Paged>
  )
}

/** What was counted of this place alone comes before what it shares with others; then what was said about it. */
function Records({ place }: { place: LinkedPlace }) {
  const { index } = useWall()
  const t = useTranslations('wall.evidence')
  const tPlace = useTranslations('place')
  const locale = useLocale()
  const colour = placeHue(index, place)
  const figures = place.figures
    .map(index.figure)
    .filter((found) => found !== undefined)
    .toSorted((a, b) => a.about.length - b.about.length)
  const quotations = place.quotations.map(index.quotation).filter((found) => found !== undefined)
  return (
    <>
      {figures.map((figure) => (
        <SceneFigure key={figure.id} figure={figure} colour={colour} />
      ))}
      {place.measuredAreaKm2 !== undefined && (
        <p className={styles.note}>{tPlace('measured', { area: formatMeasuredArea(place.measuredAreaKm2, locale) })}</p>
      )}
      {quotations.map((quotation) => (
        <SceneQuotation key={quotation.id} quotation={quotation} colour={colour} />
      ))}
      {figures.length === 0 && quotations.length === 0 && <p className={styles.note}>{t('nothing')}</p>}
    </>
  )
}

/** How far the drawn position may be from the true one, how it is known, and from whom. */
function PositionNote({ place }: { place: LinkedPlace }) {
  const accuracy = useAccuracyText()(place)
  const sourceName = usePublisherAndDate()
  return (
    <p className={styles.note}>
      {accuracy}. {place.basis}
      {'\u00a0· '}
      {[...new Set(place.sources.map(sourceName))].join('; ')}
    </p>
  )
}

function Countdown() {
  const { state } = useWall()
  const t = useTranslations('wall.evidence')
  const seconds = useSecondsLeft(state.heldUntil)
  return seconds === null ? null : (
    <strong className={styles.countdown}>{t('countdown', { time: writeCountdown(seconds) })}</strong>
  )
}
