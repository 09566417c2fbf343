import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { isolate } from '@/lib/derive/isolate'
import type { Thread } from '@/lib/schema/case'

/** A thread's number and title, which bring it forward on the map and in the column; pressed again they leave it. */
export function ThreadButton({ thread, className }: { thread: Thread; className: string | undefined }) {
  const t = useTranslations('threads')
  const { threads } = useCase().linked
  const { showThread } = useActions()
  const isShown = useView((view) => view.thread === thread.id)
  return (
    <Button
      className={className}
      aria-pressed={isShown}
      title={t(isShown ? 'leave' : 'show', { title: isolate(thread.title) })}
      onClick={() => showThread(thread.id)}
    >
      <ThreadLabel threads={threads} id={thread.id} />
    </Button>
  )
}
