'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useRemote } from '@/lib/client/remote/remote-context'
import styles from './device-part.module.css'

/** Who this device is to the wall, who else is there, and the way out. */
export function DevicePart() {
  const words = useTranslations('remote.device')
  const { snapshot, disconnect } = useRemote()
  const [failed, setFailed] = useState(false)
  const own = snapshot.remotes.find(({ id }) => id === snapshot.self)
  const others = snapshot.remotes.filter(({ id }) => id !== snapshot.self)
  return (
    <div className={styles.page}>
      <h3>{words('name')}</h3>
      <p>{own?.name}</p>
      <h3>{words('screens')}</h3>
      <ul>
        {snapshot.screens.map(({ id, name, role, connected }) => (
          <li key={id}>
            {name}, {words(`roles.${role}`)}
            {!connected && <span className={styles.quiet}> · {words('offline')}</span>}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{words('remotes')}</h3>
          <ul>
            {others.map(({ id, name, connected }) => (
              <li key={id}>
                {name}
                {!connected && <span className={styles.quiet}> · {words('offline')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button onClick={async () => setFailed(!(await disconnect()))}>{words('disconnect')}</Button>
      {failed && <p role="alert">{words('failed')}</p>}
    </div>
  )
}
