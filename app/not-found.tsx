import { useTranslations } from 'next-intl'
import { addressBelow } from '@/lib/url/base-path'
import styles from './message-page.module.css'

export default function NotFound() {
  const t = useTranslations('page.notFound')
  return (
    <main className={styles.page}>
      <h1>{t('title')}</h1>
      <p>{t('explained')}</p>
      {/* A plain link: the code of Next's own would be sent to every page. */}
      <a href={addressBelow('/')}>{t('home')}</a>
    </main>
  )
}
