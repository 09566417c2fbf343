import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/button'
import { type Playing, speedNames } from '@/lib/client/time/use-playing'
import styles from './timeline.module.css'

function SignButton({
  sign,
  disabled,
  onPress,
}: {
  sign: 'previous' | 'next' | 'play' | 'pause'
  disabled?: boolean
  onPress(): void
}) {
  const words = useTranslations('timeline')
  return (
    <IconButton
      icon={`timeline.${sign}`}
      label={words(sign)}
      className={styles.sign}
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
