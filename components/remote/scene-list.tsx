'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ThreadLabel } from '@/components/ui/thread-label'
import { useRemote } from '@/lib/client/remote/remote-context'
import styles from './scene-list.module.css'

/** The tour, each thread of the story named where it begins; the scene that is on is marked and kept in sight. */
export function SceneList() {
  const { linked, state, command } = useRemote()
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state.scene !== '') current.current?.scrollIntoView({ block: 'nearest' })
  }, [state.scene])
  return (
    <ol className={styles.scenes}>
      {linked.scenes.map(({ id, title, thread }, index) => (
        <li key={id} data-begins={thread !== linked.scenes[index - 1]?.thread || undefined}>
          {thread !== linked.scenes[index - 1]?.thread && (
            <p className={styles.thread}>
              <ThreadLabel threads={linked.threads} id={thread} />
            </p>
          )}
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
