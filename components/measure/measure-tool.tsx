'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { lookAt } from '@/lib/client/look-at'
import { closeLine, cornersOf, isClosed, removePoint } from '@/lib/client/measure/measured-line'
import { useFocus } from '@/lib/client/view-context'
import { addressedCamera } from '@/lib/client/view-store'
import type { LngLat } from '@/lib/schema/geometry'
import { measureLimits } from '@/lib/url/drawing-codec'
import styles from './measure.module.css'
import { MeasurePoints } from './measure-points'
import { MeasureResults } from './measure-results'
import { SpotFinder } from './spot-finder'
import { useCoast } from './use-coast'
import { useMeasureHand } from './use-measure-hand'

/** Brings both ends of a line into sight. */
function lookAtBoth([a, b]: LngLat, [x, y]: LngLat): void {
  lookAt([Math.min(a, x), Math.min(b, y), Math.max(a, x), Math.max(b, y)])
}

/** The card of the measuring tool: everything that the pointer does on the map, done from here too. */
export function MeasureTool() {
  const words = useTranslations('measure')
  const { place, linked } = useCase()
  const focus = useFocus()
  const { points, ended, full, targets, add, set } = useMeasureHand()
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
    <section aria-label={words('name')} className={styles.card}>
      <h2 className={styles.title}>{words('name')}</h2>
      <p className={styles.note}>{words(ended ? 'ended' : 'hint')}</p>
      <MeasureResults points={points} />
      <MeasurePoints
        points={points}
        targets={targets}
        onCoast={coast.ask}
        onRemove={(index) => set(removePoint(points, index), ended)}
      />
      {points.length > 0 && (
        <div className={styles.buttons}>
          {!ended && points.length > 1 && <ToolButton onPress={() => set(points)}>{words('end')}</ToolButton>}
          {!isClosed(points) && points.length > 2 && (
            <ToolButton onPress={() => set(closeLine(points))}>{words('close')}</ToolButton>
          )}
          <ToolButton onPress={() => set(cornersOf(points).slice(0, isClosed(points) ? undefined : -1), false)}>
            {words('undo')}
          </ToolButton>
          <ToolButton onPress={() => set([], false)}>{words('clear')}</ToolButton>
        </div>
      )}
      {full && (
        <p role="status" className={styles.note}>
          {words('most', { count: measureLimits.points })}
        </p>
      )}
      {!full && <SpotFinder label={words('addPlace')} onChoose={addSpot} />}
      <div className={styles.buttons}>
        {!full && <ToolButton onPress={addCentre}>{words('addCentre')}</ToolButton>}
        {focused !== null && (
          <ToolButton onPress={() => coast.ask(focused.at)}>{words('coastOfFocus', { name: focused.name })}</ToolButton>
        )}
      </div>
      <CoastNote answer={coast.answer} />
      <p className={styles.note}>{words('sphere')}</p>
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
  const words = useTranslations('measure')
  if (answer === null) return null
  if (answer === 'failed') return <p role="alert">{words('coastFailed')}</p>
  const { country } = answer.coast
  return (
    <p role="status" className={styles.note}>
      <strong>{country === null ? words('coastNameless') : words('coastFound', { country })}</strong>{' '}
      {words('coastNote')}
    </p>
  )
}
