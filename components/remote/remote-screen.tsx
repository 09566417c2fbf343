'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { RemoteLink, type RemoteStatus } from '@/lib/client/remote/remote-link'
import { PairedScreen } from './paired-screen'
import { PairingForm } from './pairing-form'
import styles from './pairing-form.module.css'
import { useFragmentCode } from './use-pairing'

/** This device's link to its wall, followed while the page is open. */
function useRemoteLink(): { link: RemoteLink; status: RemoteStatus } {
  const [link] = useState(() => new RemoteLink())
  const status = useSyncExternalStore(link.subscribe, link.current, link.current)
  useEffect(() => {
    link.start()
    return () => link.stop()
  }, [link])
  return { link, status }
}

/** The remote's page: a field for the wall's code, and once that is given, everything to steer with. */
export function RemoteScreen() {
  const t = useTranslations('remote')
  const { link, status } = useRemoteLink()
  const { code, forget } = useFragmentCode()

  function onPaired() {
    forget()
    link.start()
  }

  if (status.kind === 'unpaired' || code !== null)
    return (
      <PairingForm
        key={code}
        code={code ?? ''}
        dropped={status.kind === 'unpaired' && status.dropped}
        onPaired={onPaired}
        onKeep={status.kind === 'paired' ? forget : null}
      />
    )
  if (status.kind === 'paired') return <PairedScreen link={link} status={status} />
  return (
    <main className={styles.waiting}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <p role="status">{t(status.away ? 'away' : 'asking')}</p>
    </main>
  )
}
