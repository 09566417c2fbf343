'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useRemote } from '@/lib/client/remote/remote-context'
import styles from './scene-list.module.css'

/** The tour; the scene that is on is marked and kept in sight. */
export function SceneList() {
  const { linked, state, command } = useRemote()
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state.scene !== '') current.current?.scrollIntoView({ block: 'nearest' })
  }, [state.scene])
  return (
    <ol className={styles.scenes}>
      {linked.scenes.map(({ id, title }, index) => (
        <li key={id}>
          <Button
            ref={id === state.scene ? current : null}
            className={styles.scene}
            aria-current={id === state.scene ? 'true' : undefined}
            onClick={() => command({ kind: 'go', scene: id })}
          >
            <span className={styles.number}>{index + 1}</span>
            {title}
          </Button>
        </li>
      ))}
    </ol>
  )
}
