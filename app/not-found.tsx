import { useTranslations } from 'next-intl'
import styles from './message-page.module.css'

export default function NotFound() {
  const words = useTranslations('page.notFound')
  return (
    <main className={styles.page}>
      <h1>{words('title')}</h1>
      <p>{words('explained')}</p>
      {/* A plain link: the code of Next's own would be sent to every page. */}
      <a href="/">{words('home')}</a>
    </main>
  )
}
