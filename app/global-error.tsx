'use client'
import { useEffect } from 'react'
import { reloadPage } from '@/lib/client/wall/reload-page'

const RETRY_MS = 10_000

/** Where even the layout failed there are no words and no tokens left: the page is loaded anew as soon as it can be. */
export default function GlobalError() {
  useEffect(() => {
    const timer = setInterval(() => void reloadPage({ kind: 'error' }, () => undefined), RETRY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <html lang="en">
      <body>
        <h1>Caseboard</h1>
      </body>
    </html>
  )
}
