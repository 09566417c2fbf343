'use client'
import { useTranslations } from 'next-intl'
import { useRemote } from '@/lib/client/remote/remote-context'
import styles from './scene-notes.module.css'

/** What the presenter says and what the audience reads, and what comes next. */
export function SceneNotes() {
  const words = useTranslations('remote.notes')
  const { scene, nextScene } = useRemote()
  if (scene === null) return null
  return (
    <div className={styles.page}>
      <h3 className={styles.title}>{words('title')}</h3>
      <p className={scene.notes === undefined ? styles.none : styles.notes}>{scene.notes ?? words('none')}</p>
      <h3 className={styles.title}>{words('words')}</h3>
      <p className={styles.words}>{scene.words}</p>
      <h3 className={styles.title}>{words('next')}</h3>
      {nextScene === null ? (
        <p className={styles.none}>{words('last')}</p>
      ) : (
        <p className={styles.next}>{nextScene.title}</p>
      )}
    </div>
  )
}
