import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { TimeMark } from './list-marks'
import { MomentText, useBasisText, useMomentText } from './moment-text'
import styles from './timeline.module.css'

const isOneEvent = ({ kind, ids }: TimeMark) => kind === 'event' && ids.length === 1

/** Title of a mark: an event's own, or how many records it stands for. */
function useMarkTitle(): (mark: TimeMark) => string {
  const { event } = useCaseboard()
  const words = useTranslations('timeline')
  return useCallback(
    (mark) => {
      const [id = ''] = mark.ids
      if (isOneEvent(mark)) return event(id)?.title ?? id
      return words(`counted.${mark.kind}`, { count: mark.ids.length })
    },
    [event, words],
  )
}

/** A mark in one line: title, date, and how finely it is known. The same function while the window of time moves. */
export function useMarkLine(): (mark: TimeMark) => string {
  const { event } = useCaseboard()
  const words = useTranslations('timeline')
  const title = useMarkTitle()
  const momentText = useMomentText()
  const basisText = useBasisText()
  return useCallback(
    (mark) => {
      const places = isOneEvent(mark) ? (event(mark.ids[0] ?? '')?.about ?? []) : []
      const { date, once } = mark.moment
      return words('mark', {
        title: title(mark),
        date: momentText(date, places, once),
        precision: basisText(mark.moment),
      })
    },
    [event, words, title, momentText, basisText],
  )
}

/** The label over a mark: what it is, when, how finely that is known, and who says otherwise. */
export function MarkLabel({ mark }: { mark: TimeMark }) {
  const title = useMarkTitle()
  const momentText = useMomentText()
  const basisText = useBasisText()
  const [id = ''] = mark.ids
  return (
    <div className={styles.label} data-time-label="">
      <strong>{title(mark)}</strong>
      {isOneEvent(mark) ? (
        <MomentText id={id} />
      ) : (
        <p>
          {momentText(mark.moment.date, [], mark.moment.once)}
          {' · '}
          {basisText(mark.moment)}
        </p>
      )}
    </div>
  )
}
