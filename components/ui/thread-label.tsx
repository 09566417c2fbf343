import type { Thread } from '@/lib/schema/case'
import colours from './colour.module.css'
import styles from './thread-label.module.css'

interface ThreadLabelProps {
  /** All threads of the case, by which each has its number. */
  threads: readonly Thread[] | undefined
  /** The thread that is named; nothing is shown of one that the case does not have. */
  id: string | undefined
}

/**
 * A thread's title in its hue, with its number in the case's order: the hue alone would tell nothing to those who do not
 * see it.
 */
export function ThreadLabel({ threads = [], id }: ThreadLabelProps) {
  const index = threads.findIndex((thread) => thread.id === id)
  const thread = threads[index]
  if (thread === undefined) return null
  return (
    <span className={`${styles.label} ${colours[thread.hue]}`}>
      <span className={styles.badge} aria-hidden="true">
        {index + 1}
      </span>
      <span>{thread.title}</span>
    </span>
  )
}
