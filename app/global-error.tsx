'use client'
import './globals.css'
import { useEffect } from 'react'
import styles from '@/components/wall/session/quiet-wall.module.css'
import { reloadPage } from '@/lib/client/wall/reload-page'
import { themeSheetAddress } from '@/lib/map/theme-sheet'

const RETRY_MS = 10_000

/**
 * Where even the layout failed there are no words left: the page is loaded anew as soon as it can be. Dark, since it may
 * stand on a wall at night; by the document's own colour scheme too, should no sheet come.
 */
export default function GlobalError() {
  useEffect(() => {
    const timer = setInterval(() => void reloadPage({ kind: 'error' }, () => undefined), RETRY_MS)
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
