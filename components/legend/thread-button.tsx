import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import { showBounds } from '@/lib/client/map-commands'
import type { Thread } from '@/lib/schema/case'

/** A thread's number and title, which lead to it on the map. */
export function ThreadButton({ thread, className }: { thread: Thread; className: string | undefined }) {
  const t = useTranslations('threads')
  const { threads } = useCase().linked
  return (
    <Button
      className={className}
      title={t('show', { title: thread.title })}
      onClick={() => showBounds(thread.bounds, true)}
    >
      <ThreadLabel threads={threads} id={thread.id} />
    </Button>
  )
}
