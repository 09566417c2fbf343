'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import { useRemote } from '@/lib/client/remote/remote-context'
import { DAY_MS } from '@/lib/derive/calendar'
import { writeWindow } from '@/lib/wall/scene-view'
import { type StopSpan, spanOf, stepToEvent, timeStops, titlesOfDay, windowOf } from '@/lib/wall/time-stops'
import styles from './time-part.module.css'

/** Moves the wall through the case's time: the two ends of its window, event by event, all of it, and back. */
export function TimePart() {
  const t = useTranslations('remote.time')
  const { linked, state, scene, command } = useRemote()
  const stops = useMemo(() => timeStops(linked.moments), [linked])
  const span = spanOf(state.time ?? scene?.timeWindow ?? null, stops)
  const all = { from: 0, to: stops.length - 1 }
  if (stops.length === 0) return <p>{t('none')}</p>

  const show = (wanted: StopSpan) => {
    const window = windowOf(wanted, stops)
    if (window !== null) command({ kind: 'time', window })
  }
  const event = (by: 1 | -1) => {
    const to = stepToEvent(span.to, by, stops, linked.moments)
    return (
      <Button disabled={to === null} onClick={() => to !== null && show({ from: Math.min(span.from, to), to })}>
        {t(by === 1 ? 'next' : 'before')}
      </Button>
    )
  }
  return (
    <div className={styles.page}>
      <p className={styles.explained}>{t('explained')}</p>
      <LastEvents at={stops[span.to] ?? 0} />
      <Slider
        name="from"
        stop={span.from}
        stops={stops}
        onMove={(from) => show({ from, to: Math.max(from, span.to) })}
      />
      <Slider name="to" stop={span.to} stops={stops} onMove={(to) => show({ from: Math.min(span.from, to), to })} />
      <div className={styles.buttons}>
        {event(-1)}
        {event(1)}
        <Button onClick={() => show(all)}>{t('all')}</Button>
        <Button disabled={state.time === null} onClick={() => command({ kind: 'time', window: null })}>
          {t('back')}
        </Button>
      </div>
    </div>
  )
}

/** What began on the day at which the window ends: events, and a layer's dated rows. */
function LastEvents({ at }: { at: number }) {
  const t = useTranslations('remote.time')
  const { linked } = useRemote()
  const { titles, others } = titlesOfDay(linked, at)
  const more = others === 0 ? [] : [t('others', { count: others })]
  return (
    <p role="status" className={styles.events}>
      {titles.length === 0 ? t('noEvent') : [...titles, ...more].join(' · ')}
    </p>
  )
}

interface SliderProps {
  name: 'from' | 'to'
  stop: number
  stops: readonly number[]
  onMove(stop: number): void
}

function Slider({ name, stop, stops, onMove }: SliderProps) {
  const t = useTranslations('remote.time')
  const dateText = useDateOf()
  const id = useId()
  const date = dateText(stops[stop] ?? 0)
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{t(name)}</label>
      <output htmlFor={id} className={styles.date}>
        {date}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={stop}
        aria-valuetext={date}
        onChange={({ target }) => onMove(Number(target.value))}
      />
    </div>
  )
}

const useDateOf = () => {
  const dateText = useDateText()
  return (day: number) => dateText(writeWindow({ start: day, end: day + DAY_MS }))
}
