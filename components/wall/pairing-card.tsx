'use client'
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWall } from '@/lib/client/wall-context'
import { groupCode } from '@/lib/wall/pairing-code'
import type { PairingOffer } from '@/lib/wall/wall-snapshot'
import { writeCountdown } from '@/lib/wall/write-countdown'
import styles from './pairing-card.module.css'
import { useSecondsLeft } from './use-seconds-left'
import { hasOthers, WallRoster } from './wall-roster'

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

/** Blank modules around the code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/** One path of whole modules: crisp at any size. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const code = generate(text)
    return { path: toSvgPath(code), size: code.size }
  }, [text])
  const side = size + 2 * QUIET_ZONE
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
