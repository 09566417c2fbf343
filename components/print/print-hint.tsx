'use client'
import { useTranslations } from 'next-intl'
import { useCase } from '@/lib/client/case-context'
import styles from './print-hint.module.css'

/** What of the reader's page is printed besides its panels: where the page that is made for paper stands. */
export function PrintHint() {
  const words = useTranslations('print')
  const { linked } = useCase()
  return <p className={styles.hint}>{words('hint', { address: `/print/${linked.id}` })}</p>
}
