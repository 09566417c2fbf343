'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { QrCode } from '@/components/wall/pairing/qr-code'
import { useWall } from '@/lib/client/wall-context'
import { countRest } from '@/lib/wall/closing-counts'
import type { TourScene } from '@/lib/wall/tour-scenes'
import styles from './closing-scene.module.css'
import { Paged, type Stay } from './paged'
import type { TypeStep } from './use-fit'

const closingSteps: readonly TypeStep[] = ['closer', 'least']

/** More questions would not be read from across a room. */
const QUESTIONS_NAMED = 3

/** What all that was shown rests on, where records differ, how it was made, and where anyone can look it up. */
export function ClosingScene({ scene, stay }: { scene: TourScene; stay: Stay | null }) {
  const { index, view, address } = useWall()
  const t = useTranslations('wall.closing')
  const { linked } = index
  const rest = useMemo(() => countRest(linked), [linked])
  const named = rest.questions.slice(0, QUESTIONS_NAMED)
  return (
    <Paged
      steps={closingSteps}
      content={`${scene.id} ${linked.version} ${view.role}`}
      className={styles.closing ?? ''}
      lead={<h1 className={styles.headline}>{scene.title}</h1>}
      foot={null}
      stay={stay}
    >
      {view.role !== 'map' && (
        <>
          <ul className={styles.counts}>
            {(['sources', 'quotations', 'figures'] as const).map((kind) => (
              <li key={kind}>
                <Count value={rest[kind]} /> {t(kind, { count: rest[kind] })}
              </li>
            ))}
          </ul>
          {rest.questions.length + rest.wordings > 0 && (
            <div className={styles.part}>
              <h2>{t('differ')}</h2>
              <p>
                {t('differing', { questions: rest.questions.length, wordings: rest.wordings })}{' '}
                {named.length > 0 && t('asked', { count: rest.questions.length })}
              </p>
              <ul className={styles.questions}>
                {named.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            </div>
          )}
          <div className={styles.part}>
            <h2>{t('made')}</h2>
            <p>{t('method')}</p>
          </div>
          <div className={styles.open}>
            <QrCode text={address} label={t('qr')} className={styles.qr ?? ''} />
            <div>
              <p>{t('open')}</p>
              <p className={styles.address}>{address.replace(/^https?:\/\//, '')}</p>
            </div>
          </div>
        </>
      )}
    </Paged>
  )
}

function Count({ value }: { value: number }) {
  return <span className={styles.numeral}>{new Intl.NumberFormat(useLocale()).format(value)}</span>
}
