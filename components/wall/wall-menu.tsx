'use client'
import { useTranslations } from 'next-intl'
import { useWall } from '@/lib/client/wall-context'
import { type MenuDrawing, MenuIcon } from './menu-icon'
import styles from './wall-menu.module.css'
import { hasOthers } from './wall-roster'

interface WallMenuProps {
  /** Nobody has touched anything for a while: out of sight, but still in the order of the keyboard. */
  idle: boolean
  onPresent(): void
  onFullScreen(): void
}

/** What keys and clicker do, for a finger or a mouse on the display itself. */
export function WallMenu({ idle, onPresent, onFullScreen }: WallMenuProps) {
  const { state, snapshot, roster, command, offerPairing, showRoster } = useWall()
  const t = useTranslations('wall.menu')
  const held = state.heldUntil !== null
  const offered = (snapshot?.offer ?? null) !== null
  return (
    <div role="toolbar" aria-label={t('name')} className={`${styles.menu} ${idle ? styles.idle : ''}`}>
      <Item drawing="back" name={t('back')} onPress={() => command({ kind: 'step', by: -1 })} />
      <Item
        drawing={held ? 'play' : 'hold'}
        name={t(held ? 'play' : 'hold')}
        onPress={() => command({ kind: held ? 'play' : 'hold' })}
      />
      <Item drawing="next" name={t('next')} onPress={() => command({ kind: 'step', by: 1 })} />
      <Item
        drawing="blank"
        name={t(state.blank ? 'unblank' : 'blank')}
        onPress={() => command({ kind: 'blank', on: !state.blank })}
      />
      <Item drawing="connect" name={t('connect')} pressed={offered} onPress={() => offerPairing(!offered)} />
      {hasOthers(snapshot) && (
        <Item drawing="connected" name={t('connected')} pressed={roster} onPress={() => showRoster(!roster)} />
      )}
      <Item drawing="present" name={t('present')} onPress={onPresent} />
      <Item drawing="fullScreen" name={t('fullScreen')} onPress={onFullScreen} />
    </div>
  )
}

interface ItemProps {
  drawing: MenuDrawing
  name: string
  pressed?: boolean
  onPress(): void
}

function Item({ drawing, name, pressed, onPress }: ItemProps) {
  return (
    <button type="button" className={styles.item} aria-pressed={pressed} onClick={onPress}>
      <MenuIcon drawing={drawing} className={styles.icon} />
      <span className={styles.name}>{name}</span>
    </button>
  )
}
