'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from './message-page.module.css'

export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations('page.error')
  return (
    <main className={styles.page}>
      <h1>{t('title')}</h1>
      <p>{t('explained')}</p>
      <Button onClick={reset}>{t('again')}</Button>
    </main>
  )
}
