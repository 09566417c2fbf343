'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import styles from './measure.module.css'

const stepsKm = [10, 50, 200] as const
export type StepKm = (typeof stepsKm)[number]

const moves = [
  ['west', 270, 'M16 10H4M9 5l-5 5 5 5'],
  ['north', 0, 'M10 16V4M5 9l5-5 5 5'],
  ['south', 180, 'M10 4v12M5 11l5 5 5-5'],
  ['east', 90, 'M4 10h12M11 5l5 5-5 5'],
] as const

const turns = [
  ['left', -1, 'M5 8a6 6 0 1 1-.5 4M5 3.5V8h4.5'],
  ['right', 1, 'M15 8a6 6 0 1 0 .5 4M15 3.5V8h-4.5'],
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
        {moves.map(([where, bearing, path]) => (
          <PadButton key={where} label={words(where)} path={path} onPress={() => onMove(bearing)} />
        ))}
        {turns.map(([where, steps, path]) => (
          <PadButton key={where} label={words(where)} path={path} onPress={() => onTurn(steps)} />
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

function PadButton({ label, path, onPress }: { label: string; path: string; onPress(): void }) {
  return (
    <button type="button" className={styles.button} aria-label={label} title={label} onClick={onPress}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
