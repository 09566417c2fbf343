'use client'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { Carried } from '@/lib/derive/linked-case'
import styles from './carried-line.module.css'

export function OneOriginSign() {
  return <Icon name="oneOrigin" className={styles.sign} />
}

/** Marks what stands on one origin alone, by a sign that is read as words; nothing for anything else, and for what no report carries. */
export function OneOrigin({ carried: { origins } }: { carried: Carried }) {
  const t = useTranslations('origins')
  if (origins !== 1) return null
  return (
    <span className={styles.mark} title={t('sign')}>
      <OneOriginSign />
      <span className="visually-hidden">, {t('sign')}</span>
    </span>
  )
}

/** The same with its words beside it, where there is room for them. */
export function OneOriginNote({ carried: { origins } }: { carried: Carried }) {
  const t = useTranslations('origins')
  if (origins !== 1) return null
  return (
    <span className={styles.mark}>
      <OneOriginSign /> {t('sign')}
    </span>
  )
}

/** What the sign means, for the foot of a chart in which it stands; nothing where it stands nowhere. */
export function OneOriginKey({ of }: { of: readonly Carried[] }) {
  const t = useTranslations('origins')
  if (!of.some(({ origins }) => origins === 1)) return null
  return (
    <>
      <OneOriginSign /> {t('key')}
    </>
  )
}

/** How many reports carry a record and how many origins they have: "4 reports, 2 origins". Empty for what no report carries. */
export function useCarriedText(): (carried: Carried) => string {
  const t = useTranslations('origins')
  return ({ reports, origins }) => {
    if (reports === 0) return ''
    return origins === 1 ? t('one', { reports }) : t('several', { reports, origins })
  }
}

/** The same, marked where all rests on one origin. */
export function CarriedText({ carried }: { carried: Carried }) {
  const text = useCarriedText()(carried)
  if (text === '') return null
  return (
    <span className={styles.mark}>
      {carried.origins === 1 && (
        <>
          <OneOriginSign />{' '}
        </>
      )}
      {text}
    </span>
  )
}
