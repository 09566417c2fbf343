import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { usePublisher } from '@/components/record-text/record-refs'
import { useFigureText, useReporterName } from '@/components/record-text/use-words'
import { MomentText, useBasisText, useMomentText } from '@/components/records/moment-text'
import { OneOrigin, OneOriginSign } from '@/components/records/one-origin'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import { isolate } from '@/lib/derive/isolate'
import type { Carried } from '@/lib/derive/linked-case'
import type { TimeMark } from '@/lib/derive/time-mark'
import type { Thread } from '@/lib/schema/case'
import styles from './plot-names.module.css'

const isOneEvent = ({ kind, ids }: TimeMark) => kind === 'event' && ids.length === 1
const isOneRow = ({ kind, ids }: TimeMark) => kind === 'place' && ids.length === 1

/** How much of what was said a line has. */
const SAID_LENGTH = 70

const shorten = (words: string) =>
  words.length <= SAID_LENGTH ? words : `${words.slice(0, SAID_LENGTH - 1).replace(/\s+\S*$/, '')}…`

/** Title of a mark: its one record's name, or who said what, or how many records it stands for. */
export function useMarkTitle(): (mark: Pick<TimeMark, 'kind' | 'ids'>) => string {
  const { actor, event, figure, place, quotation, statement } = useCase()
  const figureText = useFigureText()
  const t = useTranslations('timeline')
  return useCallback(
    (mark) => {
      const [id = ''] = mark.ids
      if (mark.ids.length > 1) return t(`counted.${mark.kind}`, { count: mark.ids.length })
      const said = (speaker: string | undefined, words: string) => {
        const name = speaker === undefined ? undefined : (actor(speaker)?.name ?? speaker)
        return name === undefined ? words : t('said', { name: isolate(name), words: isolate(words) })
      }
      const titles = {
        event: () => event(id)?.title,
        place: () => place(id)?.name,
        figure: () => {
          const found = figure(id)
          return found && `${figureText(found).line} ${found.counts}`
        },
        quotation: () => {
          const found = quotation(id)
          return found && said(found.speaker, t('quoted', { words: shorten(found.passage.exact) }))
        },
        statement: () => {
          const found = statement(id)
          return found && said(found.speaker, shorten(found.words))
        },
      }
      return titles[mark.kind]() ?? id
    },
    [actor, event, figure, place, quotation, statement, figureText, t],
  )
}

/** Who says so: whose number it is, or who published what tells of an event. What was said has its speaker before it. */
function useMarkSource(): (mark: TimeMark) => string | null {
  const { event, figure } = useCase()
  const publisher = usePublisher()
  const reporter = useReporterName()
  return ({ kind, ids: [id = '', ...more] }) => {
    if (more.length > 0) return null
    if (kind === 'event') {
      const found = event(id)
      return found === undefined ? null : publisher(found.passage.source)
    }
    const counted = kind === 'figure' ? figure(id) : undefined
    return counted === undefined ? null : reporter(counted)
  }
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

/** The label over a mark: what it is, when, how finely that is known, who says so, and who says otherwise. */
export function MarkLabel({ mark }: { mark: TimeMark }) {
  const title = useMarkTitle()
  const momentText = useMomentText()
  const basisText = useBasisText()
  const source = useMarkSource()(mark)
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
      {(source !== null || thread !== undefined) && (
        <p className={styles.labelFoot}>
          <ThreadLabel threads={threads} id={thread?.id} /> {source}
        </p>
      )}
    </div>
  )
}
