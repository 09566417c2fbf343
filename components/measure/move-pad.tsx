'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { IconButton } from '@/components/ui/button'
import styles from './measure.module.css'

const stepsKm = [10, 50, 200] as const
export type StepKm = (typeof stepsKm)[number]

const moves = [
  ['west', 270],
  ['north', 0],
  ['south', 180],
  ['east', 90],
] as const

const turns = [
  ['left', -1],
  ['right', 1],
] as const

interface MovePadProps {
  stepKm: StepKm
  onStep(stepKm: StepKm): void
  onMove(bearing: number): void
  onTurn(steps: number): void
}

/** Moves and turns the laid shape without a pointer; arrow keys work anywhere in it. */
export function MovePad({ stepKm, onStep, onMove, onTurn }: MovePadProps) {
  const words = useTranslations('layOver.move')
  const number = new Intl.NumberFormat(useLocale())
  const name = useId()
  return (
    <fieldset className={styles.move} data-move-pad="">
      <legend className={styles.label}>{words('name')}</legend>
      <p className={styles.note}>{words('hint')}</p>
      <div className={styles.pad}>
        {moves.map(([where, bearing]) => (
          <IconButton
            key={where}
            icon={`move.${where}`}
            label={words(where)}
            className={styles.button}
            onClick={() => onMove(bearing)}
          />
        ))}
        {turns.map(([where, steps]) => (
          <IconButton
            key={where}
            icon={`turn.${where}`}
            label={words(where)}
            className={styles.button}
            onClick={() => onTurn(steps)}
          />
        ))}
      </div>
      <div role="radiogroup" aria-label={words('step')} className={styles.steps}>
        {stepsKm.map((km) => (
          <label key={km} className={styles.step}>
            <input type="radio" name={name} checked={km === stepKm} onChange={() => onStep(km)} />
            {words('km', { number: number.format(km) })}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
