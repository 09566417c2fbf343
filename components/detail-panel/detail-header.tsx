'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { threadOf } from '@/components/record-text/record-thread'
import { useFocusName } from '@/components/record-text/use-focus-name'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import panel from '@/components/ui/panel.module.css'
import { ThreadLabel } from '@/components/ui/thread-label'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { Thread } from '@/lib/schema/case'
import type { Focus } from '@/lib/url/view'
import styles from './detail-header.module.css'

interface DetailHeaderProps {
  focus: Focus
  back: Focus | null
  titleId: string
  titleRef: Ref<HTMLHeadingElement>
}

/** Way back, close, what kind of record it is, and its name. */
export function DetailHeader({ focus, back, titleId, titleRef }: DetailHeaderProps) {
  const { choose } = useActions()
  const index = useCase()
  const t = useTranslations('panel')
  const nameOf = useFocusName()
  const backName = back === null ? null : nameOf(back)
  const kindLine = useKindLine()
  // A quotation and a figure are their own headline, set large below; their short name is for the region alone.
  const named = focus.kind === 'place' || focus.kind === 'speaker' || focus.kind === 'event'
  return (
    <header>
      {back !== null && backName !== null && (
        <Button className={panel.link} onClick={() => choose(back)}>
          {t('back', { name: backName })}
        </Button>
      )}
      <div className={styles.bar}>
        <p className={panel.kindLine}>
          <span>{kindLine(focus)}</span> <ThreadOf thread={threadOf(index, focus)} />
        </p>
        <Button className={styles.close} onClick={() => choose(null)}>
          <Icon name="close" size={16} />
          <span className="visually-hidden">{t('close')}</span>
        </Button>
      </div>
      <h2 id={titleId} ref={titleRef} tabIndex={-1} className={named ? panel.title : 'visually-hidden'}>
        {nameOf(focus)}
      </h2>
    </header>
  )
}

/** Which thread of the story it belongs to; nothing of one that belongs to none. */
function ThreadOf({ thread }: { thread: Thread | undefined }) {
  const { threads } = useCase().linked
  return (
    thread !== undefined && (
      <span className={styles.thread}>
        <ThreadLabel threads={threads} id={thread.id} />
      </span>
    )
  )
}

function useKindLine(): (focus: Focus) => string {
  const index = useCase()
  const t = useTranslations('panel')
  return ({ kind, id }) => {
    if (kind === 'place') {
      const place = index.place(id)
      return [place?.kind, place?.code].filter((part) => part !== undefined).join(' · ')
    }
    if (kind === 'speaker') {
      const actor = index.actor(id)
      const side = index.linked.sides.find((candidate) => candidate.id === actor?.side)
      const what = actor === undefined ? undefined : t(actor.kind)
      return [what, side?.name].filter((part) => part !== undefined).join(' · ')
    }
    if (kind === 'figure') {
      const question = index.figure(id)?.question
      return index.linked.questions.find((candidate) => candidate.id === question)?.title ?? t('figure')
    }
    if (kind === 'quotation') return t(index.quotation(id)?.form === 'term' ? 'term' : 'quotation')
    if (kind === 'statement') return t(`statements.${index.statement(id)?.form ?? 'indirect'}`)
    return t('event')
  }
}
