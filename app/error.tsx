'use client'
import { useTranslations } from 'next-intl'
import styles from './message-page.module.css'

export default function ErrorPage({ reset }: { reset: () => void }) {
  const words = useTranslations('page.error')
  return (
    <main className={styles.page}>
      <h1>{words('title')}</h1>
      <p>{words('explained')}</p>
      <button type="button" onClick={reset}>
        {words('again')}
      </button>
    </main>
  )
}
