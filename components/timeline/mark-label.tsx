import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { MomentText, useBasisText, useMomentText } from '@/components/records/moment-text'
import { OneOrigin, OneOriginSign } from '@/components/records/one-origin'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import type { Carried } from '@/lib/derive/linked-case'
import type { Thread } from '@/lib/schema/case'
import type { TimeMark } from './list-marks'
import styles from './timeline.module.css'

const isOneEvent = ({ kind, ids }: TimeMark) => kind === 'event' && ids.length === 1
const isOneRow = ({ kind, ids }: TimeMark) => kind === 'place' && ids.length === 1

/** Title of a mark: an event's or a row's own, or how many records it stands for. */
function useMarkTitle(): (mark: TimeMark) => string {
  const { event, place } = useCase()
  const t = useTranslations('timeline')
  return useCallback(
    (mark) => {
      const [id = ''] = mark.ids
      if (isOneEvent(mark)) return event(id)?.title ?? id
      if (isOneRow(mark)) return place(id)?.name ?? id
      return t(`counted.${mark.kind}`, { count: mark.ids.length })
    },
    [event, place, t],
  )
}

/** What each of a mark's records is carried by; of a row, and of what the case does not have any more, nothing. */
function useMarkCarried(): (mark: TimeMark) => Carried[] {
  const { event, figure, quotation, statement } = useCase()
  return useCallback(
    ({ kind, ids }) => {
      if (kind === 'place') return []
      const find = { event, figure, quotation, statement }[kind]
      return ids.map((id) => find(id)).filter((record) => record !== undefined)
    },
    [event, figure, quotation, statement],
  )
}

const countAlone = (carried: readonly Carried[]) => carried.filter(({ origins }) => origins === 1).length

/** Of one record the sign; of several how many of them stand on one origin alone. */
function MarkOrigins({ mark }: { mark: TimeMark }) {
  const t = useTranslations('origins')
  const carried = useMarkCarried()(mark)
  const [first] = carried
  const alone = countAlone(carried)
  if (first === undefined || alone === 0) return null
  if (carried.length === 1) return <OneOrigin carried={first} />
  return (
    <p>
      <OneOriginSign /> {t('signs', { one: alone, count: carried.length })}
    </p>
  )
}

/** The thread of the story that one event belongs to: what its mark's hue says, in a word. */
function useMarkThread(): (mark: TimeMark) => Thread | undefined {
  const index = useCase()
  return useCallback(
    (mark) => (isOneEvent(mark) ? threadOf(index, { kind: 'event', id: mark.ids[0] ?? '' }) : undefined),
    [index],
  )
}

/** A mark in one line: title, date, how finely it is known, and the thread that it belongs to. The same function while the window of time moves. */
export function useMarkLine(): (mark: TimeMark) => string {
  const { event } = useCase()
  const t = useTranslations('timeline')
  const title = useMarkTitle()
  const momentText = useMomentText()
  const basisText = useBasisText()
  const tOrigins = useTranslations('origins')
  const carriedOf = useMarkCarried()
  const threadOfMark = useMarkThread()
  return useCallback(
    (mark) => {
      const places = isOneEvent(mark) ? (event(mark.ids[0] ?? '')?.about ?? []) : isOneRow(mark) ? mark.ids : []
      const { date, once } = mark.moment
      const said = t('mark', {
        title: title(mark),
        date: momentText(date, places, once),
        precision: basisText(mark.moment),
      })
      const thread = threadOfMark(mark)
      const line = thread === undefined ? said : `${said}, ${thread.title}`
      const carried = carriedOf(mark)
      const alone = countAlone(carried)
      if (alone === 0) return line
      const origins = carried.length === 1 ? 'sign' : 'signs'
      return `${line}, ${tOrigins(origins, { one: alone, count: carried.length })}`
    },
    [event, t, title, momentText, basisText, carriedOf, tOrigins, threadOfMark],
  )
}

/** The label over a mark: what it is, when, how finely that is known, and who says otherwise. */
export function MarkLabel({ mark }: { mark: TimeMark }) {
  const title = useMarkTitle()
  const momentText = useMomentText()
  const basisText = useBasisText()
  const { threads } = useCase().linked
  const thread = useMarkThread()(mark)
  const [id = ''] = mark.ids
  return (
    <div className={styles.label} data-time-label="">
      <strong>{title(mark)}</strong> {mark.ids.length === 1 && <MarkOrigins mark={mark} />}
      {isOneEvent(mark) ? (
        <MomentText id={id} />
      ) : (
        <p>
          {momentText(mark.moment.date, isOneRow(mark) ? mark.ids : [], mark.moment.once)}
          {' · '}
          {basisText(mark.moment)}
        </p>
      )}
      {mark.ids.length > 1 && <MarkOrigins mark={mark} />}
      {thread !== undefined && (
        <p>
          <ThreadLabel threads={threads} id={thread.id} />
        </p>
      )}
    </div>
  )
}
