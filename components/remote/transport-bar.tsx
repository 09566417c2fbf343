'use client'
import { useTranslations } from 'next-intl'
import { useRemote } from '@/lib/client/remote/remote-context'
import type { WallCommand } from '@/lib/wall/wall-command'
import styles from './transport-bar.module.css'

/** Paths of the buttons' signs, on a grid of 20. */
const signs = {
  back: 'M12.5 4l-6 6 6 6',
  next: 'M7.5 4l6 6-6 6',
  hold: 'M7 4v12M13 4v12',
  play: 'M6 4l9 6-9 6z',
  blank: 'M13 3.5a7 7 0 1 0 3.5 9.5A6 6 0 0 1 13 3.5z',
  light: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2',
} as const

/** What is wanted without looking: back, hold, dark, and next, which is the largest and under the right thumb. */
export function TransportBar() {
  const words = useTranslations('remote.transport')
  const { state, command } = useRemote()
  const playing = state.heldUntil === null
  const button = (sign: keyof typeof signs, told: WallCommand) => (
    <button type="button" data-sign={sign} onClick={() => command(told)}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={signs[sign]} />
      </svg>
      {words(sign)}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of buttons, not a set of form fields
    <div role="group" aria-label={words('name')} className={styles.bar}>
      {button('back', { kind: 'step', by: -1 })}
      {playing ? button('hold', { kind: 'hold' }) : button('play', { kind: 'play' })}
      {button(state.blank ? 'light' : 'blank', { kind: 'blank', on: !state.blank })}
      {button('next', { kind: 'step', by: 1 })}
    </div>
  )
}
