'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWindowText } from '@/components/record-text/use-filter-text'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useCase } from '@/lib/client/case-context'
import { isTaken, isTyping } from '@/lib/client/keyboard'
import { pushView, replaceTime } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { createPredicate } from '@/lib/derive/filter-records'
import { planAxis } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { isSameWindow, listStops, stepFrom, tidyWindow, windowTo } from '@/lib/derive/step-time'
import { TimeControls, usePlaying } from './time-controls'
import { MARGIN, TimePlot } from './time-plot'
import styles from './timeline.module.css'

/** What passes the filter whatever the time, as "kind id": what there is to step to, and what is not drawn faint. */
function useTimeless(): ReadonlySet<string> {
  const { records, query } = useVisible()
  const { filter, hiddenLayers, placesInView } = query
  return useMemo(() => {
    const passes = createPredicate({ filter, hiddenLayers, placesInView, time: null })
    return new Set(records.filter(passes).map(({ kind, id }) => `${kind} ${id}`))
  }, [records, filter, hiddenLayers, placesInView])
}

/** An axis is planned before there is a width, for stepping and playing; nothing of it is drawn then. */
const UNMEASURED_PX = 600
const NARROWEST_PX = 160

/** Px of the plot's place; null until it is on screen. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    setWidth(element.clientWidth)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width: width !== null && width >= NARROWEST_PX ? width : null }
}

/** Comma and full stop step wherever the keyboard is, except in a field. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const onStep = useEffectEvent(step)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (isTaken(event) || isTyping(event.target)) return
      if (event.key === ',') onStep(-1)
      if (event.key === '.') onStep(1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Where a step has led: to these events, which came last in this window. */
interface Step {
  ids: readonly string[]
  window: TimeWindow | null
}

/** Of many that begin at once, as rows of a table do, these are read out, and how many more there are. */
const ANNOUNCED = 8

/** Beyond it the server leaves the timeline to the browser: going through them keeps its other answers waiting. */
const MOST_IN_HTML = 5000

/** Time along the bottom: what happened when, as precisely as it is known, and the window that everything follows. */
export function Timeline() {
  const { moments } = useCase().linked
  return typeof window === 'undefined' && moments.length > MOST_IN_HTML ? null : <WholeTimeline />
}

function WholeTimeline() {
  const t = useTranslations('timeline')
  const windowText = useWindowText()
  const board = useCase()
  const { moments } = board.linked
  const { query } = useVisible()
  const { time } = query
  const { ref, width } = useWidth()
  const [open, setOpen] = useState(false)
  const [step, setStep] = useState<Step | null>(null)
  const axis = useMemo(() => planAxis(moments, (width ?? UNMEASURED_PX) - 2 * MARGIN), [moments, width])
  const passing = useTimeless()
  const stops = useMemo(
    () => listStops(moments.filter(({ kind, id }) => passing.has(`${kind} ${id}`))),
    [moments, passing],
  )
  const playing = usePlaying(axis, time)

  const tidy = (next: TimeWindow | null) => (next === null || axis === null ? null : tidyWindow(axis, next))
  const move = (next: TimeWindow | null) => {
    playing.pause()
    replaceTime(tidy(next))
  }
  const openList = (window: TimeWindow, page: string) => {
    playing.pause()
    pushView({ time: tidy(window), page })
  }
  const stepBy = (by: 1 | -1) => {
    const stop = stepFrom(stops, time, by)
    if (axis === null || stop === undefined) return
    playing.pause()
    const window = windowTo(axis, time, stop)
    setStep({ ids: stop.ids, window })
    replaceTime(window)
  }
  useStepKeys(stepBy)
  const onKeyDown = (event: KeyboardEvent) => {
    const isControl = event.target instanceof Element && event.target.closest('button, select') !== null
    if (event.key !== ' ' || isControl) return
    event.preventDefault()
    if (playing.playing) playing.pause()
    else playing.play()
  }
  if (axis === null) return null
  // Whoever has moved on since is not at that event any more.
  const stepped = step !== null && isSameWindow(step.window, time) ? step.ids : []
  const titles = stepped.slice(0, ANNOUNCED).map((id) => board.event(id)?.title ?? board.place(id)?.name ?? id)
  const others = stepped.length - titles.length
  return (
    <section
      aria-label={t('name')}
      aria-describedby="timeline-keys"
      className={`${styles.timeline} grows`}
      data-map-panel=""
      data-open={open}
      onKeyDown={onKeyDown}
    >
      <header className={styles.bar}>
        <TimeControls
          playing={playing}
          canStep={{
            previous: stepFrom(stops, time, -1) !== undefined,
            next: stepFrom(stops, time, 1) !== undefined,
          }}
          onStep={stepBy}
        />
        <p className={styles.window} data-time-window="">
          {windowText(time)}
        </p>
        <Button className={styles.all} disabled={time === null} onClick={() => move(null)}>
          {t('all')}
        </Button>
        <p className={styles.hint} aria-hidden="true">
          {t('hint')}
        </p>
        <Button className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'timeline.hide' : 'timeline.show'} />
          <span className="visually-hidden">{t(open ? 'hide' : 'show')}</span>
        </Button>
      </header>
      <div ref={ref} className={styles.place}>
        {width !== null && (
          <TimePlot
            axis={axis}
            time={time}
            passing={passing}
            stepped={stepped[0] ?? null}
            onMove={move}
            onOpen={openList}
          />
        )}
      </div>
      <p id="timeline-keys" hidden>
        {t('keys')}
      </p>
      <p role="status" className="visually-hidden">
        {titles.length > 0 && t('stepped', { date: windowText(time), titles: titles.join('; '), others })}
      </p>
    </section>
  )
}
