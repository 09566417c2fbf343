'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { hasOthers } from '@/components/wall/pairing/pairing-card'
import { useWall } from '@/lib/client/wall-context'
import styles from './wall-menu.module.css'

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
      <Item icon="wall.back" name={t('back')} onPress={() => command({ kind: 'step', by: -1 })} />
      <Item
        icon={held ? 'wall.play' : 'wall.hold'}
        name={t(held ? 'play' : 'hold')}
        onPress={() => command({ kind: held ? 'play' : 'hold' })}
      />
      <Item icon="wall.next" name={t('next')} onPress={() => command({ kind: 'step', by: 1 })} />
      <Item
        icon="wall.blank"
        name={t(state.blank ? 'unblank' : 'blank')}
        onPress={() => command({ kind: 'blank', on: !state.blank })}
      />
      <Item icon="wall.connect" name={t('connect')} pressed={offered} onPress={() => offerPairing(!offered)} />
      {hasOthers(snapshot) && (
        <Item icon="wall.connected" name={t('connected')} pressed={roster} onPress={() => showRoster(!roster)} />
      )}
      <Item icon="wall.present" name={t('present')} onPress={onPresent} />
      <Item icon="wall.fullScreen" name={t('fullScreen')} onPress={onFullScreen} />
    </div>
  )
}

interface ItemProps {
  icon: IconName
  name: string
  pressed?: boolean
  onPress(): void
}

function Item({ icon, name, pressed, onPress }: ItemProps) {
  return (
    <Button className={styles.item} aria-pressed={pressed} onClick={onPress}>
      <Icon name={icon} className={styles.icon} />
      <span className={styles.name}>{name}</span>
    </Button>
  )
}
