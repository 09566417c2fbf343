'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { formatLength, formatMeasuredArea, formatPosition } from '@/lib/client/format-figure'
import { showBounds } from '@/lib/client/map-commands'
import { closeLine, cornersOf, removePoint, standsOn } from '@/lib/client/measure/measured-line'
import { useFocus, useView } from '@/lib/client/view-context'
import { addressedCamera } from '@/lib/client/view-store'
import { isolate } from '@/lib/derive/isolate'
import { frameBounds } from '@/lib/geo/bounds'
import { circleOf, isClosed } from '@/lib/geo/drawn-area'
import { crossesItself, measureLegsKm, measureLineKm, measureRingKm2 } from '@/lib/geo/measure-shape'
import type { SnapTarget } from '@/lib/geo/snap-point'
import type { LngLat } from '@/lib/schema/geometry'
import { measureLimits } from '@/lib/url/drawing-codec'
import styles from './measure.module.css'
import { MeasureKinds } from './measure-kinds'
import { SpotFinder } from './spot-finder'
import { useCoast, useMeasurePointer } from './use-measure-pointer'

interface MeasurePointsProps {
  points: readonly LngLat[]
  targets: readonly SnapTarget[]
  onCoast(at: LngLat): void
  onRemove(index: number): void
}

/** The points of the measured line, each with the way to it. */
function MeasurePoints({ points, targets, onCoast, onRemove }: MeasurePointsProps) {
  const locale = useLocale()
  const t = useTranslations('measure')
  const { place } = useCase()
  const legs = measureLegsKm(points)
  const nameOf = (at: LngLat) => {
    const stands = standsOn(at, targets)
    return (stands && place(stands.place)?.name) ?? formatPosition(at, locale)
  }
  const leg = (index: number) => {
    const km = legs[index]
    return km === undefined ? null : (
      <span className={styles.kind}>{t('leg', { number: formatLength(km, locale).km })}</span>
    )
  }
  return (
    <ol aria-label={t('points')} className={styles.points}>
      {cornersOf(points).map((at, index) => {
        const name = nameOf(at)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two points may be at one position
          <li key={index} className={styles.point}>
            <span>
              {name} {index > 0 && leg(index - 1)}
            </span>
            <span className={styles.pointButtons}>
              <Button
                className={styles.link}
                aria-label={t('coastFrom', { name: isolate(name) })}
                onClick={() => onCoast(at)}
              >
                {t('coast')}
              </Button>
              <Button
                className={styles.link}
                aria-label={t('remove', { name: isolate(name) })}
                onClick={() => onRemove(index)}
              >
                ×
              </Button>
            </span>
          </li>
        )
      })}
      {isClosed(points) && <li className={styles.back}>{leg(legs.length - 1)}</li>}
    </ol>
  )
}

/** What was measured: a distance, or an area with its perimeter. */
function MeasureResults({ points }: { points: readonly LngLat[] }) {
  const locale = useLocale()
  const t = useTranslations('measure')
  const { km, nauticalMiles, miles } = formatLength(measureLineKm(points), locale)
  const closed = isClosed(points)
  const number = closed ? formatMeasuredArea(measureRingKm2(points), locale) : km
  return (
    <div role="status" className={styles.results}>
      {points.length > 1 && (
        <>
          <p className={styles.kind}>{t(closed ? 'area' : 'total')}</p>
          <p>
            <span className={styles.numeral}>{number}</span> {closed ? 'km²' : 'km'}
          </p>
          {closed && crossesItself(points) && <p className={styles.warning}>{t('crossed')}</p>}
          {closed && <p>{t('perimeter', { number: km })}</p>}
          <p className={styles.kind}>{t('other', { nauticalMiles, miles })}</p>
        </>
      )}
    </div>
  )
}

/** Has the page show only what lies in the area that was drawn, or in the circle about a line's start; or all again. */
function OnlyThere({ points }: { points: readonly LngLat[] }) {
  const locale = useLocale()
  const t = useTranslations('measure')
  const { setFilter } = useActions()
  const isAsked = useView(({ filter }) => filter.within === 'area')
  const circle = circleOf(points)
  if (!isAsked && circle === null && !isClosed(points)) return null
  const only = circle === null ? t('onlyInside') : t('onlyAround', { number: formatLength(circle.radiusKm, locale).km })
  return (
    <>
      <div className={styles.buttons}>
        <ToolButton onPress={() => setFilter({ within: isAsked ? null : 'area' })}>
          {isAsked ? t('everywhere') : only}
        </ToolButton>
      </div>
      {isAsked && <p className={styles.note}>{t('byMiddle')}</p>}
    </>
  )
}

/** Brings both ends of a line into sight. */
function lookAtBoth(from: LngLat, to: LngLat): void {
  showBounds(frameBounds([{ type: 'LineString', coordinates: [from, to] }]))
}

/** The card of the measuring tool: everything that the pointer does on the map, done from here too. */
export function MeasureTool() {
  const t = useTranslations('measure')
  const { place, linked } = useCase()
  const focus = useFocus()
  const { points, ended, full, targets, add, set } = useMeasurePointer()
  const coast = useCoast((from, to) => {
    set([from, to])
    lookAtBoth(from, to)
  })
  const inFocus = focus?.kind === 'place' ? place(focus.id) : undefined
  const focused = inFocus === undefined || inFocus.anchor === null ? null : { name: inFocus.name, at: inFocus.anchor }
  const addCentre = () => {
    const [west, south, east, north] = linked.bounds
    const { lng, lat } = addressedCamera() ?? { lng: (west + east) / 2, lat: (south + north) / 2 }
    add([lng, lat])
  }
  const addSpot = ({ at }: { at: LngLat }) => {
    add(at)
    lookAtBoth(points.at(-1) ?? at, at)
  }
  return (
    <section aria-label={t('name')} className={styles.card}>
      <h2 className={panel.toolTitle}>{t('name')}</h2>
      <MeasureKinds />
      <p className={styles.note}>{t(ended ? 'ended' : 'hint')}</p>
      <MeasureResults points={points} />
      <OnlyThere points={points} />
      <MeasurePoints
        points={points}
        targets={targets}
        onCoast={coast.ask}
        onRemove={(index) => set(removePoint(points, index), ended)}
      />
      {points.length > 0 && (
        <div className={styles.buttons}>
          {!ended && points.length > 1 && <ToolButton onPress={() => set(points)}>{t('end')}</ToolButton>}
          {!isClosed(points) && points.length > 2 && (
            <ToolButton onPress={() => set(closeLine(points))}>{t('close')}</ToolButton>
          )}
          <ToolButton onPress={() => set(cornersOf(points).slice(0, isClosed(points) ? undefined : -1), false)}>
            {t('undo')}
          </ToolButton>
          <ToolButton onPress={() => set([], false)}>{t('clear')}</ToolButton>
        </div>
      )}
      {full && (
        <p role="status" className={styles.note}>
          {t('most', { count: measureLimits.points })}
        </p>
      )}
      {!full && <SpotFinder label={t('addPlace')} onChoose={addSpot} />}
      <div className={styles.buttons}>
        {!full && <ToolButton onPress={addCentre}>{t('addCentre')}</ToolButton>}
        {focused !== null && (
          <ToolButton onPress={() => coast.ask(focused.at)}>
            {t('coastOfFocus', { name: isolate(focused.name) })}
          </ToolButton>
        )}
      </div>
      <CoastNote answer={coast.answer} />
      <p className={styles.note}>{t('sphere')}</p>
    </section>
  )
}

function ToolButton({ onPress, children }: { onPress(): void; children: string }) {
  return (
    <Button className={styles.button} onClick={onPress}>
      {children}
    </Button>
  )
}

function CoastNote({ answer }: Pick<ReturnType<typeof useCoast>, 'answer'>) {
  const t = useTranslations('measure')
  if (answer === null) return null
  if (answer === 'failed') return <p role="alert">{t('coastFailed')}</p>
  const { country } = answer.coast
  return (
    <p role="status" className={styles.note}>
      <strong>{country === null ? t('coastNameless') : t('coastFound', { country })}</strong> {t('coastNote')}
    </p>
  )
}
