import { useId } from 'react'
import { LayerMark } from '@/components/ui/layer-mark'
import type { LegendRow } from '@/lib/map/legend-marks'
import { hues } from '@/lib/schema/plain-values'
import styles from './look-choice.module.css'

interface Look<T> extends LegendRow {
  value: T
  words: string
  /** Its words are for those who do not see it, and for who points at it. */
  isShort?: boolean
}

interface LookChoiceProps<T> {
  id?: string | undefined
  label: string
  describedBy?: string | undefined
  looks: readonly Look<T>[]
  value: unknown
  onChange(value: T): void
  /** The keyboard or the pointer comes to it. */
  onEnter?(): void
}

/** What is chosen by looking: each is drawn as the map and the legend will have it. */
export function LookChoice<T extends string>({
  id,
  label,
  describedBy,
  looks,
  value,
  onChange,
  onEnter,
}: LookChoiceProps<T>) {
  const name = useId()
  return (
    <div
      id={id}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      className={styles.looks}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onEnter?.()
      }}
    >
      {looks.map(({ value: each, words, isShort = false, ...row }) => (
        <label key={each} className={styles.look} title={isShort ? words : undefined}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          <LayerMark {...row} />
          <span className={isShort ? 'visually-hidden' : undefined}>{words}</span>
        </label>
      ))}
    </div>
  )
}

/** Each hue stands in the colour that the map gives it. */
export function HueChoice(props: Omit<LookChoiceProps<string>, 'looks'>) {
  const looks = hues.map((hue) => ({ value: hue, words: hue, strokes: [{ path: 'M7 2h14v14H7Z' }], colour: hue }))
  return <LookChoice {...props} looks={looks} />
}
