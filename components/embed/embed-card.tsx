import { useTranslations } from 'next-intl'
import { threadOf } from '@/components/record-text/record-thread'
import { useFocusName } from '@/components/record-text/use-focus-name'
import { OneOrigin } from '@/components/records/one-origin'
import { Button } from '@/components/ui/button'
import { ThreadLabel } from '@/components/ui/thread-label'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { Focus } from '@/lib/url/view'
import styles from './embed-screen.module.css'
import { FullCaseLink } from './full-case-link'

/** What is in focus: its name, how much there is about it, and the way to it in the full case. */
export function EmbedCard({ focus, initialSearch }: { focus: Focus; initialSearch: string }) {
  const words = useTranslations('embed')
  const index = useCase()
  const { place, figure, quotation, statement, event } = index
  const { choose } = useActions()
  const name = useFocusName()(focus)
  const found = focus.kind === 'place' ? place(focus.id) : undefined
  const { kind, id } = focus
  const carried = { place: undefined, speaker: undefined, figure, quotation, statement, event }[kind]?.(id)
  if (name === null) return null
  const thread = threadOf(index, focus)
  return (
    <section aria-label={words('card')} className={styles.card}>
      {(found !== undefined || thread !== undefined) && (
        <p className={styles.kind}>
          {found?.kind} <ThreadLabel threads={index.linked.threads} id={thread?.id} />
        </p>
      )}
      <h2>
        {name} {carried !== undefined && <OneOrigin carried={carried} />}
      </h2>
      {found !== undefined && (
        <p>
          {words('evidence', {
            quotations: found.quotations.length,
            figures: found.figures.length,
            events: found.events.length,
          })}
        </p>
      )}
      <p className={styles.actions}>
        <FullCaseLink initialSearch={initialSearch}>{words('openPlace')}</FullCaseLink>
        <Button onClick={() => choose(null)}>{words('close')}</Button>
      </p>
    </section>
  )
}
