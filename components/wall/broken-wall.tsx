'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { reloadPage } from '@/lib/client/wall/reload-page'
import styles from './quiet-wall.module.css'
import { useAlive } from './use-alive'

const RETRY_MS = 10_000

/** In place of a wall whose page failed as a whole: the page is loaded anew, and where that may not be, tried again. */
export function BrokenWall({ onRetry }: { onRetry(): void }) {
  const words = useTranslations('wall.page')
  useAlive()
  const retry = useEffectEvent(async () => {
    if (!(await reloadPage({ kind: 'error' }, () => undefined))) onRetry()
  })
  useEffect(() => {
    const timer = setInterval(() => void retry(), RETRY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <main className={styles.quiet} data-theme="dark">
      <h1>{words('broken')}</h1>
      <p>{words('brokenExplained')}</p>
    </main>
  )
}
