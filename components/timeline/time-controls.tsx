'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useMedia } from '@/lib/client/use-media'
import { replaceTime } from '@/lib/client/view-store'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { advancePlayback, beatUnit, tidyWindow } from '@/lib/derive/step-time'
import { clamp } from '@/lib/geo/clamp'
import styles from './timeline.module.css'

/** How long a beat lasts, in which a day is played where days are drawn. */
const speeds = { slow: 2000, even: 1000, fast: 500 } as const
type Speed = keyof typeof speeds
const speedNames = ['slow', 'even', 'fast'] as const satisfies readonly Speed[]

/** A tab that was away for long does not leap. */
const LONGEST_FRAME_MS = 250

export interface Playing {
  playing: boolean
  speed: Speed
  setSpeed(speed: Speed): void
  play(): void
  pause(): void
}

/** Plays the window's end forward until the axis ends: gliding, or, where reduced motion is asked for, beat by beat. */
export function usePlaying(axis: TimeAxis | null, time: TimeWindow | null): Playing {
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>('even')
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const beatMs = speeds[speed]

  const move = useEffectEvent((beats: number) => {
    if (axis === null || time === null) return setPlaying(false)
    const end = advancePlayback(axis, time.end, beats)
    if (end >= axis.end) setPlaying(false)
    replaceTime(tidyWindow(axis, { start: time.start, end }))
  })
  useEffect(() => {
    if (!playing) return
    if (calm) {
      const timer = setInterval(() => move(1), beatMs)
      return () => clearInterval(timer)
    }
    let last = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = requestAnimationFrame(function glide(now) {
      const beats = clamp(now - last, 0, LONGEST_FRAME_MS) / beatMs
      last = now
      // Between two frames: what is asked of the map within one it draws in the next, behind the lists.
      timer = setTimeout(() => move(beats))
      frame = requestAnimationFrame(glide)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [playing, calm, beatMs])

  const play = () => {
    if (axis === null) return
    if (time === null || time.end >= axis.end) {
      // What came before the period is there from the start: folded, it would be a long wait for the story.
      const start = time?.start ?? axis.start
      replaceTime({ start, end: (time?.start ?? axis.core.start) + 1000 })
    }
    setPlaying(true)
  }
  return { playing, speed, setSpeed, play, pause: () => setPlaying(false) }
}

function SignButton({
  sign,
  disabled,
  onPress,
}: {
  sign: 'previous' | 'next' | 'play' | 'pause'
  disabled?: boolean
  onPress(): void
}) {
  const t = useTranslations('timeline')
  const isMain = sign === 'play' || sign === 'pause'
  return (
    <IconButton
      icon={`timeline.${sign}`}
      label={t(sign)}
      className={isMain ? styles.main : styles.sign}
      disabled={disabled}
      onClick={onPress}
    />
  )
}

interface TimeControlsProps {
  playing: Playing
  canStep: Record<'previous' | 'next', boolean>
  onStep(by: 1 | -1): void
}

/** Plays and pauses, and steps from event to event. */
export function TimeControls({ playing, canStep, onStep }: TimeControlsProps) {
  return (
    <>
      {playing.playing ? (
        <SignButton sign="pause" onPress={playing.pause} />
      ) : (
        <SignButton sign="play" onPress={playing.play} />
      )}
      <SignButton sign="previous" disabled={!canStep.previous} onPress={() => onStep(-1)} />
      <SignButton sign="next" disabled={!canStep.next} onPress={() => onStep(1)} />
    </>
  )
}

/** How fast it plays, in the unit of the calendar that the period is played in. */
export function SpeedChoice({ playing, axis }: { playing: Playing; axis: TimeAxis }) {
  const t = useTranslations('timeline')
  const unit = beatUnit(axis.core)
  return (
    <select
      className={styles.speed}
      aria-label={t('speed')}
      value={playing.speed}
      onChange={({ target }) => playing.setSpeed(speedNames.find((name) => name === target.value) ?? 'even')}
    >
      {speedNames.map((name) => (
        <option key={name} value={name}>
          {t(`speeds.${name}`, { unit })}
        </option>
      ))}
    </select>
  )
}
