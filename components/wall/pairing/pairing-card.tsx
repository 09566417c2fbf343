'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useSecondsLeft } from '@/components/wall/session/use-wall-session'
import { useWall } from '@/lib/client/wall-context'
import { isolate } from '@/lib/derive/isolate'
import { groupCode, writeCountdown } from '@/lib/wall/pairing-code'
import type { PairingOffer, WallSnapshot } from '@/lib/wall/wall-snapshot'
import styles from './pairing-card.module.css'
import { QrCode } from './qr-code'

/** Whether there is anybody on this wall besides this display. */
export function hasOthers(snapshot: WallSnapshot | null): boolean {
  return snapshot !== null && (snapshot.remotes.length > 0 || snapshot.screens.length > 1)
}

/** Every phone and screen of this wall, each with a button that takes it off; not this display itself. */
function WallRoster({ titled }: { titled: boolean }) {
  const { snapshot } = useWall()
  const t = useTranslations('wall.pairing')
  if (snapshot === null || !hasOthers(snapshot)) return null
  const { remotes, screens, self } = snapshot
  return (
    <div className={styles.roster}>
      {titled && <h3 className={styles.wallRosterTitle}>{t('connected')}</h3>}
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
        <Button className={styles.drop} aria-label={t('dropNamed', { name: isolate(name) })} onClick={() => drop(id)}>
          {t('drop')}
        </Button>
      )}
    </li>
  )
}

/** The code with which a phone or a screen joins this wall, as letters and to scan, and who has joined; or that alone. */
export function PairingCard() {
  const { snapshot, offerPairing, roster, showRoster } = useWall()
  const t = useTranslations('wall.pairing')
  const id = useId()
  const offer = snapshot?.offer ?? null
  const others = hasOthers(snapshot)
  const hide = useEffectEvent(() => showRoster(false))
  // Else it would open by itself for whoever comes next.
  useEffect(() => {
    if (!others) hide()
  }, [others])
  if (offer === null && !(roster && others)) return null
  const close = () => {
    if (offer !== null) offerPairing(false)
    showRoster(false)
  }
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t(offer === null ? 'connected' : 'name')}
      </h2>
      {offer?.kind === 'open' && <OpenOffer offer={offer} />}
      {offer?.kind === 'locked' && <LockedOffer offer={offer} />}
      <WallRoster titled={offer !== null} />
      <Button className={styles.close} onClick={close}>
        {t('close')}
      </Button>
    </section>
  )
}

function OpenOffer({ offer }: { offer: Extract<PairingOffer, { kind: 'open' }> }) {
  const t = useTranslations('wall.pairing')
  const seconds = useSecondsLeft(useDeadline(offer, offer.expiresInMs))
  return (
    <div className={styles.offer}>
      <QrCode text={`${offer.address}#${offer.code}`} label={t('qr')} />
      <div>
        <p className={styles.quiet}>{t('open')}</p>
        <p className={styles.address}>{offer.address.replace(/^https?:\/\//, '')}</p>
        <p className={styles.quiet}>{t('code')}</p>
        <p className={styles.code}>{groupCode(offer.code)}</p>
        {seconds !== null && (
          <p className={styles.quiet}>{seconds > 0 ? t('left', { time: writeCountdown(seconds) }) : t('over')}</p>
        )}
      </div>
    </div>
  )
}

function LockedOffer({ offer }: { offer: Extract<PairingOffer, { kind: 'locked' }> }) {
  const t = useTranslations('wall.pairing')
  const seconds = useSecondsLeft(useDeadline(offer, offer.forMs))
  return (
    <p role="status" className={styles.locked}>
      {t('locked', { minutes: Math.max(1, Math.ceil((seconds ?? offer.forMs / 1000) / 60)) })}
    </p>
  )
}

/** When something that the server said will take so long is over, on this page's clock. */
function useDeadline(said: PairingOffer, durationMs: number): number | null {
  const [deadline, setDeadline] = useState<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same time said again counts from now
  useEffect(() => setDeadline(performance.now() + durationMs), [said, durationMs])
  return deadline
}
