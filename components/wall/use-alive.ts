import { useEffect } from 'react'

/** Tells the guard of app/wall/layout.tsx that the page has come alive. */
export function useAlive(): void {
  useEffect(() => {
    document.documentElement.dataset.alive = ''
  }, [])
}
