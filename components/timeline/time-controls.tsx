import { useTranslations } from 'next-intl'
import { type Playing, speedNames } from '@/lib/client/time/use-playing'
import styles from './timeline.module.css'

const signs = {
  previous: 'M6 4v12M15 4l-7 6l7 6z',
  next: 'M14 4v12M5 4l7 6l-7 6z',
  play: 'M6 3.5l10 6.5l-10 6.5z',
  pause: 'M6 4h3v12h-3zM11 4h3v12h-3z',
} as const

function SignButton({ sign, disabled, onPress }: { sign: keyof typeof signs; disabled?: boolean; onPress(): void }) {
  const words = useTranslations('timeline')
  return (
    <button
      type="button"
      className={styles.sign}
      aria-label={words(sign)}
      title={words(sign)}
      disabled={disabled}
      onClick={onPress}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={signs[sign]} />
      </svg>
    </button>
  )
}

interface TimeControlsProps {
  playing: Playing
  canStep: Record<'previous' | 'next', boolean>
  onStep(by: 1 | -1): void
}

/** Steps from event to event, plays and pauses, and says how fast. */
export function TimeControls({ playing, canStep, onStep }: TimeControlsProps) {
  const words = useTranslations('timeline')
  return (
    <>
      <SignButton sign="previous" disabled={!canStep.previous} onPress={() => onStep(-1)} />
      {playing.playing ? (
        <SignButton sign="pause" onPress={playing.pause} />
      ) : (
        <SignButton sign="play" onPress={playing.play} />
      )}
      <SignButton sign="next" disabled={!canStep.next} onPress={() => onStep(1)} />
      <select
        className={styles.speed}
        aria-label={words('speed')}
        value={playing.speed}
        onChange={({ target }) => playing.setSpeed(speedNames.find((name) => name === target.value) ?? 'even')}
      >
        {speedNames.map((name) => (
          <option key={name} value={name}>
            {words(`speeds.${name}`)}
          </option>
        ))}
      </select>
    </>
  )
}
