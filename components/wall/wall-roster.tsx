'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useWall } from '@/lib/client/wall-context'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import styles from './wall-roster.module.css'

/** Whether there is anybody on this wall besides this display. */
export function hasOthers(snapshot: WallSnapshot | null): boolean {
  return snapshot !== null && (snapshot.remotes.length > 0 || snapshot.screens.length > 1)
}

/** Every phone and screen of this wall, each with a button that takes it off; not this display itself. */
export function WallRoster({ titled }: { titled: boolean }) {
  const { snapshot } = useWall()
  const t = useTranslations('wall.pairing')
  if (snapshot === null || !hasOthers(snapshot)) return null
  const { remotes, screens, self } = snapshot
  return (
    <div className={styles.roster}>
      {titled && <h3 className={styles.title}>{t('connected')}</h3>}
      <ul>
        {remotes.map(({ id, name }) => (
          <Member key={id} id={id} name={name} detail={t('remote')} />
        ))}
        {screens.map(({ id, name, role, connected }) => (
          <Member key={id} id={id} name={name} detail={connected ? t(`roles.${role}`) : t('away')} self={id === self} />
        ))}
      </ul>
    </div>
  )
}

interface MemberProps {
  id: string
  name: string
  detail: string
  self?: boolean
}

function Member({ id, name, detail, self = false }: MemberProps) {
  const { drop } = useWall()
  const t = useTranslations('wall.pairing')
  return (
    <li className={styles.member}>
      <span>
        {name} <span className={styles.detail}>{self ? `${detail}, ${t('self')}` : detail}</span>
      </span>
      {!self && (
        <Button className={styles.drop} aria-label={t('dropNamed', { name })} onClick={() => drop(id)}>
          {t('drop')}
        </Button>
      )}
    </li>
  )
}
