'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import styles from './quiet-wall.module.css'
import { useAlive } from './use-alive'

const ASK_EVERY_MS = 5_000

/** In place of a case that is not there, or not readable yet: says so, keeps asking, and opens it when it appears. */
export function WaitingWall({ caseId, isThere }: { caseId: string; isThere: boolean }) {
  const words = useTranslations('wall.page')
  useAlive()
  useEffect(() => {
    const ask = async () => {
      const found = await fetch(`/api/cases/${encodeURIComponent(caseId)}`, { cache: 'no-cache' }).then(
        ({ ok }) => ok,
        () => false,
      )
      if (found) window.location.reload()
    }
    const timer = setInterval(ask, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [caseId])
  return (
    <main className={styles.quiet} data-theme="dark">
      <h1>{words(isThere ? 'unreadable' : 'waiting', { id: caseId })}</h1>
      <p>{words(isThere ? 'unreadableExplained' : 'waitingExplained')}</p>
    </main>
  )
}
