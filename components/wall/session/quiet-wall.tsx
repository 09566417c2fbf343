'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { reloadPage } from '@/lib/client/wall/reload-page'
import { addressBelow } from '@/lib/url/base-path'
import styles from './quiet-wall.module.css'

/** Tells the guard of app/wall/layout.tsx that the page has come alive. */
export function useMarkHydrated(): void {
  useEffect(() => {
    document.documentElement.dataset.alive = ''
  }, [])
}

const RETRY_MS = 10_000

/** In place of a wall whose page failed as a whole: the page is loaded anew, and where that may not be, tried again. */
export function BrokenWall({ onRetry }: { onRetry(): void }) {
  const t = useTranslations('wall.page')
  useMarkHydrated()
  const retry = useEffectEvent(async () => {
    if (!(await reloadPage({ kind: 'error' }, () => undefined))) onRetry()
  })
  useEffect(() => {
    const timer = setInterval(() => void retry(), RETRY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <main className={styles.quiet} data-theme="dark">
      <h1>{t('broken')}</h1>
      <p>{t('brokenExplained')}</p>
    </main>
  )
}

const ASK_EVERY_MS = 5_000

/** In place of a case that is not there, or not readable yet: says so, keeps asking, and opens it when it appears. */
export function WaitingWall({ caseId, isThere }: { caseId: string; isThere: boolean }) {
  const t = useTranslations('wall.page')
  useMarkHydrated()
  useEffect(() => {
    const ask = async () => {
      const found = await fetch(addressBelow(`/api/cases/${encodeURIComponent(caseId)}`), { cache: 'no-cache' }).then(
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
      <h1>{t(isThere ? 'unreadable' : 'waiting', { id: caseId })}</h1>
      <p>{t(isThere ? 'unreadableExplained' : 'waitingExplained')}</p>
    </main>
  )
}
