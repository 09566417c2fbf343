'use client'
import { useTranslations } from 'next-intl'
import { useWall } from '@/lib/client/wall-context'
import styles from './wall-roster.module.css'

/** Who steers the wall, while they do. */
export function SteeredBy() {
  const { snapshot } = useWall()
  const t = useTranslations('wall.pairing')
  const remote = snapshot?.remotes.find(({ id }) => id === snapshot.steering)
  return (
    <p role="status" className={styles.steers}>
      {remote !== undefined && t('steers', { name: remote.name })}
    </p>
  )
}

/** Every phone and screen of this wall, each with a button that takes it off; not this display itself. */
export function WallRoster() {
  const { snapshot } = useWall()
  const t = useTranslations('wall.pairing')
  if (snapshot === null) return null
  const { remotes, screens, self } = snapshot
  if (remotes.length === 0 && screens.length < 2) return null
  return (
    <div className={styles.roster}>
      <h3 className={styles.title}>{t('connected')}</h3>
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
        <button type="button" className={styles.drop} aria-label={t('dropNamed', { name })} onClick={() => drop(id)}>
          {t('drop')}
        </button>
      )}
    </li>
  )
}
