'use client'
import { ThreadButton } from '@/components/legend/thread-button'
import { ThreadLocator } from '@/components/map/thread-locator'
import { useSaysText, useStatusText } from '@/components/record-text/use-words'
import { FigureNumeral } from '@/components/records/record-cards'
import colours from '@/components/ui/colour.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Thread } from '@/lib/schema/case'
import styles from './story-page.module.css'

/** A thread of the story: its title, which leads to it on the map, the figure that stands for it, and a sentence. */
export function StoryThread({ thread }: { thread: Thread }) {
  const { figure } = useCase()
  const stands = thread.figure === undefined ? undefined : figure(thread.figure)
  return (
    <li className={`${styles.thread} ${colours[thread.hue]}`}>
      <ThreadLocator thread={thread} className={styles.locator} />
      <h2>
        <ThreadButton thread={thread} className={styles.title} />
      </h2>
      {stands !== undefined && <ThreadFigure figure={stands} />}
      <p className={styles.sentence}>{thread.sentence}</p>
    </li>
  )
}

/** The figure that stands for a thread, what it counts, who says so and how sure it is. */
function ThreadFigure({ figure }: { figure: LinkedFigure }) {
  const { choose } = useActions()
  const saysText = useSaysText()
  const statusText = useStatusText()
  const focus = { kind: 'figure', id: figure.id } as const
  return (
    <div>
      <SelectButton of={focus} className={styles.figure} onClick={() => choose(focus)}>
        <FigureNumeral figure={figure} size="list" /> <span className={styles.counts}>{figure.counts}</span>
      </SelectButton>
      <p className={styles.says}>
        {saysText(figure)}
        {'\u00a0· '}
        {statusText(figure)}
      </p>
    </div>
  )
}
