'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWindowText } from '@/components/record-text/use-filter-text'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useCase } from '@/lib/client/case-context'
import { isTaken, isTyping, keyOf } from '@/lib/client/keyboard'
import { scrollWithin } from '@/lib/client/reveal-requests'
import { pushView, replaceTime } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { createPredicate } from '@/lib/derive/filter-records'
import type { FoldSide, TimeParts } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { isSameWindow, listStops, stepFrom, tidyWindow, windowTo } from '@/lib/derive/step-time'
import { SpeedChoice, TimeControls, usePlaying } from './time-controls'
import { TimeKey } from './time-key'
import { TimeList } from './time-list'
import { TimePlot } from './time-plot'
import styles from './timeline.module.css'
import { chooseStripSize, restoreStripSize, type StripSize, stripSizes, useStripSize } from './use-strip-size'
import { useTimeItems } from './use-time-items'
import { type PlotBox, unmeasuredAxis, useTimeParts, useTimePlan } from './use-time-plan'

/** What passes the filter whatever the time, as "kind id": what there is to step to, and what is not drawn faint. */
function useTimeless(): ReadonlySet<string> {
  const { records, query } = useVisible()
  const { filter, hiddenLayers, placesWithin } = query
  return useMemo(() => {
    const passes = createPredicate({ filter, hiddenLayers, placesWithin, time: null })
    return new Set(records.filter(passes).map(({ kind, id }) => `${kind} ${id}`))
  }, [records, filter, hiddenLayers, placesWithin])
}

const NARROWEST_PX = 160
/** Where nothing is laid out, as in a test, a plot is as high as the style sheet has an open one. */
const PLOT_PX = 178

/** The plot's place, px; null until it is on screen. */
function usePlotBox() {
  const ref = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState<PlotBox | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () =>
      setBox((was) => {
        const { clientWidth: width, clientHeight } = element
        const height = clientHeight || PLOT_PX
        if (was?.width === width && was.height === height) return was
        return width >= NARROWEST_PX ? { width, height } : null
      })
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, box }
}

/** Comma and full stop step wherever the keyboard is, except in a field. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const onStep = useEffectEvent(step)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (isTaken(event) || isTyping(event.target)) return
      const key = keyOf(event)
      if (key === ',') onStep(-1)
      if (key === '.') onStep(1)
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
  const parts = useTimeParts()
  if (parts === null || (typeof window === 'undefined' && moments.length > MOST_IN_HTML)) return null
  return <WholeTimeline parts={parts} />
}

function WholeTimeline({ parts }: { parts: TimeParts }) {
  const t = useTranslations('timeline')
  const windowText = useWindowText()
  const board = useCase()
  const { moments } = board.linked
  const { time } = useVisible().query
  const { ref, box } = usePlotBox()
  const { size, choice, isPhone } = useStripSize()
  const [listed, setListed] = useState(false)
  const [openFold, setOpenFold] = useState<FoldSide | null>(null)
  const [step, setStep] = useState<Step | null>(null)
  const undatedRef = useRef<HTMLElement>(null)
  useEffect(restoreStripSize, [])
  const items = useTimeItems(parts)
  const plan = useTimePlan(parts, items, listed ? null : box, size, openFold)
  const axis = useMemo(() => plan?.axis ?? unmeasuredAxis(parts), [plan, parts])
  const passing = useTimeless()
  const stops = useMemo(
    () => listStops(moments.filter(({ kind, id }) => passing.has(`${kind} ${id}`))),
    [moments, passing],
  )
  const playing = usePlaying(axis, time)

  const tidy = (next: TimeWindow | null) => (next === null ? null : tidyWindow(axis, next))
  const move = (next: TimeWindow | null) => {
    playing.pause()
    replaceTime(tidy(next))
  }
  // On a phone the list lies over what is chosen in it.
  const leaveList = () => {
    if (isPhone) setListed(false)
  }
  const openList = (window: TimeWindow | null, page: string) => {
    playing.pause()
    leaveList()
    pushView({ time: tidy(window), page })
  }
  const stepBy = (by: 1 | -1) => {
    const stop = stepFrom(stops, time, by)
    if (stop === undefined) return
    playing.pause()
    const window = windowTo(axis, time, stop)
    setStep({ ids: stop.ids, window })
    replaceTime(window)
  }
  useStepKeys(stepBy)
  const showUndated = () => {
    flushSync(() => setListed(true))
    undatedRef.current?.focus({ preventScroll: true })
    if (undatedRef.current !== null) scrollWithin(undatedRef.current)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isControl = event.target instanceof Element && event.target.closest('button, select') !== null
    if (event.key !== ' ' || isControl) return
    event.preventDefault()
    if (playing.playing) playing.pause()
    else playing.play()
  }
  // Whoever has moved on since is not at that event any more.
  const stepped = step !== null && isSameWindow(step.window, time) ? step.ids : []
  const titles = stepped.slice(0, ANNOUNCED).map((id) => board.event(id)?.title ?? board.place(id)?.name ?? id)
  const others = stepped.length - titles.length
  const previous = stepFrom(stops, time, -1) !== undefined
  const next = stepFrom(stops, time, 1) !== undefined
  return (
    <section
      aria-label={t('name')}
      aria-describedby="timeline-keys"
      className={`${styles.timeline} grows`}
      data-map-panel=""
      data-size={choice}
      data-lanes={items.lanes.length}
      data-list={listed || undefined}
      onKeyDown={onKeyDown}
    >
      <header className={styles.bar}>
        <TimeControls playing={playing} canStep={{ previous, next }} onStep={stepBy} />
        <p className={styles.window} data-time-window="">
          {windowText(time)}
        </p>
        <Button className={styles.all} disabled={time === null} onClick={() => move(null)}>
          {t('whole')}
        </Button>
      </header>
      <div className={styles.actions}>
        <SpeedChoice playing={playing} axis={axis} />
        {!listed && plan !== null && <TimeKey marks={plan.layout.marks} />}
        <Button className={styles.listButton} aria-expanded={listed} onClick={() => setListed(!listed)}>
          {t(listed ? 'list.close' : 'list.open')}
        </Button>
        <SizeButtons size={size} onSize={chooseStripSize} />
      </div>
      <div ref={ref} className={styles.place}>
        {listed && <TimeList parts={parts} onOpen={openList} onChoose={leaveList} undatedRef={undatedRef} />}
        {!listed && plan !== null && box !== null && (
          <TimePlot
            {...{ plan, box, time, passing, openFold }}
            slim={size === 'slim'}
            playing={playing.playing}
            stepped={stepped[0] ?? null}
            onPress={isPhone ? () => setListed(true) : null}
            onFold={(side) => setOpenFold((was) => (was === side ? null : side))}
            onMove={move}
            onOpen={openList}
            onUndated={showUndated}
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

/** One size up, one down; which there is one of depends on the size that it has. */
function SizeButtons({ size, onSize }: { size: StripSize; onSize(size: StripSize): void }) {
  const t = useTranslations('timeline')
  const at = stripSizes.indexOf(size)
  const [smaller, larger] = [stripSizes[at - 1], stripSizes[at + 1]]
  return (
    <>
      {larger !== undefined && (
        <IconButton icon="timeline.show" label={t('larger')} className={styles.fold} onClick={() => onSize(larger)} />
      )}
      {smaller !== undefined && (
        <IconButton icon="timeline.hide" label={t('smaller')} className={styles.fold} onClick={() => onSize(smaller)} />
      )}
    </>
  )
}
