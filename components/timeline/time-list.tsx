import { useTranslations } from 'next-intl'
import { type RefObject, useMemo } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { useDateText } from '@/components/record-text/use-words'
import { useBasisText, useMomentText } from '@/components/records/moment-text'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { SelectButton } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useOpenPassage } from '@/lib/client/reveal-requests'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { type ListedDay, type ListedUndated, listDays } from '@/lib/derive/list-days'
import type { TimeParts } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { shapeOf } from '@/lib/derive/time-mark'
import { neutralHue } from '@/lib/schema/plain-values'
import { useMarkTitle } from './mark-label'
import styles from './time-list.module.css'
import { useShortDates } from './use-short-date'

type OpenPage = (window: TimeWindow | null, page: string) => void

interface TimeListProps {
  parts: TimeParts
  /** Opens the list of a kind, in a window of time or in all of it. */
  onOpen: OpenPage
  /** Called when a record is chosen. */
  onChoose(): void
  /** Where what nobody dates is said, to be brought into sight. */
  undatedRef: RefObject<HTMLElement | null>
}

/** The records of the timeline day by day, for whoever reads rather than sees it; those that nobody dates come last. */
export function TimeList({ parts, onOpen, onChoose, undatedRef }: TimeListProps) {
  const t = useTranslations('timeline')
  const { moments, events } = useCase().linked
  const { days, undated } = useMemo(() => listDays(moments), [moments])
  const undatedEvents = events.filter(({ date }) => date === undefined).length
  const { core } = parts
  return (
    <section className={styles.list} aria-label={t('list.name')} data-time-list="">
      <ol>
        {days.map((day) => (
          <li
            key={day.date}
            className={styles.day}
            data-outside={day.end <= core.start || day.start >= core.end || undefined}
          >
            <DayName day={day} />
            {day.counts === null ? (
              <Records moments={day.moments} onChoose={onChoose} />
            ) : (
              <Counts day={day} onOpen={onOpen} />
            )}
          </li>
        ))}
      </ol>
      {(undated.length > 0 || undatedEvents > 0) && (
        <section ref={undatedRef} tabIndex={-1} className={styles.day} data-outside="">
          <h3>{t('list.undated')}</h3>
          <ul>
            {undated.map((group) => (
              <li key={group.key}>
                <Undated group={group} onOpen={onOpen} />
              </li>
            ))}
            {undatedEvents > 0 && (
              <li>
                <Button className={styles.count} onClick={() => onOpen(null, 'events')}>
                  {t('list.undatedEvents', { count: undatedEvents })}
                </Button>
              </li>
            )}
          </ul>
        </section>
      )}
    </section>
  )
}

function DayName({ day: { date, start, unit } }: { day: ListedDay }) {
  const dateText = useDateText()
  const { weekday } = useShortDates()
  return (
    <h3>
      {dateText(date)}
      {unit === 'day' && <small>{weekday(start)}</small>}
    </h3>
  )
}

function Counts({ day: { counts, start, end }, onOpen }: { day: ListedDay; onOpen: OpenPage }) {
  const t = useTranslations('timeline')
  return (
    <ul>
      {[...(counts ?? [])].map(([kind, count]) => (
        <li key={kind}>
          <Button className={styles.count} onClick={() => onOpen({ start, end }, `${kind}s`)}>
            {t(`counted.${kind}`, { count })}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Undated({ group: { moment, ids }, onOpen }: { group: ListedUndated; onOpen: OpenPage }) {
  const t = useTranslations('timeline')
  const dateText = useDateText()
  const basisText = useBasisText()
  const { kind, start, end, date } = moment
  const said = { records: t(`counted.${kind}`, { count: ids.length }), basis: basisText(moment), date: dateText(date) }
  return (
    <Button className={styles.count} onClick={() => onOpen({ start, end }, `${kind}s`)}>
      {t('list.undatedRecords', said)}
    </Button>
  )
}

const isPlainDay = ({ precision, approximate }: LinkedMoment) => precision === 'day' && !approximate

function Records({ moments, onChoose }: { moments: readonly LinkedMoment[]; onChoose(): void }) {
  return (
    <ul>
      {moments.map((moment) => (
        <li key={`${moment.kind} ${moment.id}`}>
          <OneRecord moment={moment} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  )
}

/** A record as a line: its mark, its name, and when, where that is more or less than the day it stands under. */
function OneRecord({ moment, onChoose }: { moment: LinkedMoment; onChoose(): void }) {
  const index = useCase()
  const openPassage = useOpenPassage()
  const title = useMarkTitle()
  const momentText = useMomentText()
  const { kind, id, date, once } = moment
  const find = { event: index.event, figure: index.figure, quotation: index.quotation, statement: index.statement }
  const record = kind === 'place' ? undefined : find[kind](id)
  const layer = index.layer(index.place(kind === 'place' ? id : (record?.about[0] ?? ''))?.layer ?? '')
  const hue = threadOf(index, { kind, id })?.hue ?? layer?.hue ?? neutralHue
  const isSaid = kind === 'quotation' || kind === 'statement'
  const places = kind === 'place' ? [id] : (record?.about ?? [])
  const choose = () => {
    onChoose()
    openPassage({ kind, id }, record?.passage)
  }
  return (
    <SelectButton of={{ kind, id }} className={styles.record} onClick={choose}>
      <span
        className={`${styles.sign} ${colours[hue]}`}
        data-shape={isSaid ? 'quote' : shapeOf(moment)}
        aria-hidden="true"
      >
        {isSaid && '“'}
      </span>
      <span>
        {title({ kind, ids: [id] })}
        {!isPlainDay(moment) && <small>{momentText(date, places, once)}</small>}
      </span>
    </SelectButton>
  )
}
