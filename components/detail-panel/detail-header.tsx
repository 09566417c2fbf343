'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { useFocusName } from '@/components/record-text/use-names'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { Thread } from '@/lib/schema/case'
import type { Focus } from '@/lib/url/view'
import styles from './detail-header.module.css'
import { NamesBeside } from './names-beside'

interface DetailHeaderProps {
  focus: Focus
  /** What the reader came from within the panel. */
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
  const kindLine = useKindLine()
  const thread = threadOf(index, focus)
  const place = focus.kind === 'place' ? index.place(focus.id) : undefined
  // What is a headline is written whole.
  const name = (focus.kind === 'event' ? index.event(focus.id)?.title : place?.name) ?? nameOf(focus) ?? ''
  const cameFrom = back === null ? null : nameOf(back)
  // A quotation, a statement and a figure are their own headline below; their short name is for the region alone.
  const named = place !== undefined || focus.kind === 'speaker' || focus.kind === 'event'
  return (
    <header>
      <div className={styles.bar}>
        <Button className={styles.back} onClick={() => choose(cameFrom === null ? null : back)}>
          <Icon name="remote.back" size={16} />
          <span className="visually-hidden">{t('backTo')} </span>
          <span className={styles.backName}>{cameFrom ?? thread?.title ?? index.linked.title}</span>
        </Button>
        <Button className={styles.close} onClick={() => choose(null)}>
          <Icon name="close" size={16} />
          <span className="visually-hidden">{t('close')}</span>
        </Button>
      </div>
      <p className={styles.kindLine}>
        <span>{kindLine(focus)}</span>
        {/* The way back names it already, where nothing was come by. */}
        {cameFrom !== null && <ThreadOf thread={thread} />}
      </p>
      <div className={named ? styles.named : undefined}>
        <h2 id={titleId} ref={titleRef} tabIndex={-1} className={named ? titleLook(name) : 'visually-hidden'}>
          {name}
        </h2>
        {place !== undefined && <NamesBeside place={place} />}
      </div>
    </header>
  )
}

/** Letters that stand in two lines of the largest type. */
const LONG_NAME = 36

function titleLook(name: string): string {
  return `${styles.title} ${name.length > LONG_NAME ? styles.longTitle : ''}`
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
