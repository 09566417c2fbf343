'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useRemote } from '@/lib/client/remote/remote-context'
import type { WallCommand } from '@/lib/wall/wall-command'
import styles from './transport-bar.module.css'

type Sign = 'back' | 'next' | 'hold' | 'play' | 'blank' | 'light'

/** What is wanted without looking: back, hold, dark, and next, which is the largest and under the right thumb. */
export function TransportBar() {
  const words = useTranslations('remote.transport')
  const { state, command } = useRemote()
  const playing = state.heldUntil === null
  const button = (sign: Sign, told: WallCommand) => (
    <Button data-sign={sign} onClick={() => command(told)}>
      <Icon name={`remote.${sign}`} />
      {words(sign)}
    </Button>
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
