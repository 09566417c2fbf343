'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from './message-page.module.css'

export default function ErrorPage({ reset }: { reset: () => void }) {
  const words = useTranslations('page.error')
  return (
    <main className={styles.page}>
      <h1>{words('title')}</h1>
      <p>{words('explained')}</p>
      <Button onClick={reset}>{words('again')}</Button>
    </main>
  )
}
