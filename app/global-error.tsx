'use client'
import './globals.css'
import { useEffect } from 'react'
import styles from '@/components/wall/session/quiet-wall.module.css'
import { themeSheetAddress } from '@/lib/map/theme-sheet'

const RETRY_MS = 10_000

/** Its code comes only here: every page brings this one. Without it, as when the server is away, the next retry asks again. */
async function reload(): Promise<void> {
  const { reloadPage } = await import('@/lib/client/wall/reload-page')
  await reloadPage({ kind: 'error' }, () => undefined)
}

/**
 * Where even the layout failed there are no words left: the page is loaded anew as soon as it can be. Dark, since it may
 * stand on a wall at night; by the document's own colour scheme too, should no sheet come.
 */
export default function GlobalError() {
  useEffect(() => {
    const timer = setInterval(() => reload().catch(() => undefined), RETRY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <html lang="en">
      <head>
        <meta name="color-scheme" content="dark" />
        <link rel="stylesheet" href={themeSheetAddress} precedence="theme" />
      </head>
      <body>
        <main className={styles.quiet} data-theme="dark">
          <p>Caseboard</p>
        </main>
      </body>
    </html>
  )
}
