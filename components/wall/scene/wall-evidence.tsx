'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { placeHue } from '@/components/record-text/record-colour'
import { useAccuracyText } from '@/components/record-text/use-accuracy-text'
import colours from '@/components/ui/colour.module.css'
import { useSecondsLeft } from '@/components/wall/session/use-wall-session'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import { useWall } from '@/lib/client/wall-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { writeCountdown } from '@/lib/wall/pairing-code'
import { SceneFigure, SceneQuotation } from './scene-records'
import { usePublisherAndDate } from './scene-sources'
import styles from './wall-evidence.module.css'
import scene from './wall-scene.module.css'

/** How long a page stays, ms: some thirty words at reading pace. */
const PAGE_MS = 8000

/**
 * Turns the pages of an element whose content runs on in columns to its right, one after the other and round again.
 * Counted from 0; `content` stands for what the element holds, and another content starts anew.
 */
function usePages(ref: RefObject<HTMLElement | null>, content: string): { page: number; pages: number } {
  const [pages, setPages] = useState(1)
  const [turned, setTurned] = useState({ content, page: 0 })
  const page = turned.content === content ? turned.page % pages : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` stands for what the element holds
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const count = () => setPages(Math.max(1, Math.round((element.scrollWidth + gapOf(element)) / stepOf(element))))
    count()
    const observer = new ResizeObserver(count)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, content])
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(
      () => setTurned((now) => ({ content, page: now.content === content ? now.page + 1 : 1 })),
      PAGE_MS,
    )
    return () => clearInterval(timer)
  }, [content, pages])
  useLayoutEffect(() => {
    const element = ref.current
    if (element !== null) element.scrollLeft = page * stepOf(element)
  }, [ref, page])
  return { page, pages }
}

const gapOf = (element: HTMLElement) => Number.parseFloat(getComputedStyle(element).columnGap) || 0
/** From the left edge of a page to that of the next, px. */
const stepOf = (element: HTMLElement) => Math.max(1, element.clientWidth + gapOf(element))

/** The evidence of a place in wall size, page by page where it is more than fits, until the tour goes on. */
export function WallEvidence({ place }: { place: LinkedPlace }) {
  const { index, view } = useWall()
  const t = useTranslations('wall.evidence')
  const ref = useRef<HTMLDivElement>(null)
  const { page, pages } = usePages(ref, `${place.id} ${index.linked.version}`)
  const claim = index.linked.claims.find((candidate) => candidate.id === place.claim)
  return (
    <article
      className={`${styles.evidence} ${colours[placeHue(index, place)]}`}
      data-type={view.role === 'evidence' ? 'large' : 'preferred'}
    >
      <header className={scene.lead}>
        <p className={scene.kicker}>{place.kind}</p>
        <h1 className={scene.headline}>{place.name}</h1>
        {claim !== undefined && <p className={styles.claim}>{claim.words}</p>}
      </header>
      <div ref={ref} className={styles.pages}>
        {claim?.extent !== undefined && <p>{claim.extent}</p>}
        <Records place={place} />
        <PositionNote place={place} />
      </div>
      <p className={styles.foot}>
        <Countdown />
        {pages > 1 && <span>{t('page', { page: page + 1, pages })}</span>}
      </p>
    </article>
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
