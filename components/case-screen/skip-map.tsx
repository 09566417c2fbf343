import { useTranslations } from 'next-intl'
import styles from './case-screen.module.css'

/** Of the column of the case. */
export const CASE_ID = 'the-case'

/** The keyboard's way past the map, its legend and its time to what there is to read; seen while it has the focus. */
export function SkipMap() {
  const t = useTranslations('page')
  return (
    <a
      className={styles.skip}
      href={`#${CASE_ID}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(CASE_ID)?.focus()
      }}
    >
      {t('skip')}
    </a>
  )
}
