'use client'
import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import styles from './wall-scene.module.css'

/** Publisher and date of a source; its id where the record was set aside. */
export function useSourceName(): (id: string) => string {
  const { source } = useCase()
  const t = useTranslations('wall.scene')
  const dateText = useDateText()
  return (id) => {
    const found = source(id)
    if (found === undefined) return id
    const { publisher, published } = found
    return published === undefined ? publisher : t('sourceDated', { publisher, date: dateText(published) })
  }
}

/** Who published what stands on screen, and when. Always there. */
export function SceneSourceLine({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('wall.scene')
  const name = useSourceName()
  if (ids.length === 0) return null
  const names = [...new Set(ids.map(name))]
  return (
    <footer className={styles.sources}>
      {names.map((text, at) => (
        // A blank after each, for a name breaks only where it fills a line by itself.
        <span key={text}>
          <span className={styles.source}>
            {at === 0 && `${t('sources', { count: names.length })} `}
            {at < names.length - 1 ? `${text};` : text}
          </span>{' '}
        </span>
      ))}
    </footer>
  )
}
