import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { recordsInFocus, usePublisher } from '@/components/record-text/record-refs'
import { useFocusName } from '@/components/record-text/use-names'
import { useSinceText } from '@/components/record-text/use-time-text'
import { useDateText } from '@/components/record-text/use-words'
import { CorrectedLine } from '@/components/records/corrected-line'
import { SourceLine } from '@/components/records/source-line'
import { useCase } from '@/lib/client/case-context'
import { useFocus } from '@/lib/client/view-context'
import { orderByDate } from '@/lib/derive/compare-dates'
import { evidencedKinds } from '@/lib/derive/evidence-by-record'
import { isRow } from '@/lib/derive/field-values'
import { groupSayings } from '@/lib/derive/group-sayings'
import type { LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import { findEvidence, findSources, type VisibleRecords } from '@/lib/derive/visible-records'
import styles from './print-entries.module.css'
import { SayingEntry } from './quotation-entry'
import { EventEntry, FigureEntry, RowEntry, StatementEntry } from './record-entries'

/** What the map stands for, record by record, with who says so and where it is written. */
export function EvidencePages({ shown }: { shown: VisibleRecords }) {
  const t = useTranslations('print')
  const { linked, source } = useCase()
  const quotations = linked.quotations.filter(({ id }) => shown.quotation.has(id))
  const statements = linked.statements.filter(({ id }) => shown.statement.has(id))
  const figures = linked.figures.filter(({ id }) => shown.figure.has(id))
  const events = orderByDate(linked.events.filter(({ id }) => shown.event.has(id)))
  const places = linked.places.filter(({ id }) => shown.place.has(id))
  const cited = findSources(linked, shown)
  const sources = linked.sources.filter(({ id }) => cited.has(id) || id === linked.source)
  return (
    <>
      <Part title={t('quotations')} count={quotations.length}>
        {groupSayings(quotations, source).map((saying) => (
          <SayingEntry key={saying.quotations[0].id} saying={saying} />
        ))}
      </Part>
      {statements.length > 0 && (
        <Part title={t('statements')} count={statements.length}>
          {statements.map((statement) => (
            <StatementEntry key={statement.id} statement={statement} />
          ))}
        </Part>
      )}
      <Part title={t('figures')} count={figures.length}>
        {figures.map((figure) => (
          <FigureEntry key={figure.id} figure={figure} />
        ))}
      </Part>
      <Part title={t('events')} count={events.length}>
        {events.map((event) => (
          <EventEntry key={event.id} event={event} />
        ))}
      </Part>
      {linked.layers.map((layer) => (
        <RowsPart
          key={layer.id}
          layer={layer}
          rows={places.filter((place) => place.layer === layer.id && isRow(place))}
        />
      ))}
      <FilesPart shown={shown} />
      <Part title={t('sources')} count={sources.length}>
        {sources.map(({ id }) => (
          <div key={id} className={styles.entry}>
            <SourceLine id={id} full="paper" />
            <CorrectedLine record={{ kind: 'source', id }} printed />
          </div>
        ))}
      </Part>
      <SincePart />
      <SetAsidePart />
    </>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const t = useTranslations('print')
  return (
    <section className={styles.part}>
      <h2>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      {count === 0 ? <p>{t('none')}</p> : children}
    </section>
  )
}

/** The pictures, films and documents that show what is printed: what they are and whose, and not themselves. */
function FilesPart({ shown }: { shown: VisibleRecords }) {
  const t = useTranslations('evidence')
  const dateText = useDateText()
  const publisher = usePublisher()
  const nameOf = useFocusName()
  const own = findEvidence(useCase().linked, shown)
  if (own.length === 0) return null
  return (
    <Part title={t('title')} count={own.length}>
      {own.map(({ id, title, shows, taken, credit, licence, source, sensitive, ...of }) => (
        <article key={id} className={styles.entry}>
          <h3>
            {[title, ...evidencedKinds.map((kind) => of[kind] && nameOf({ kind, id: of[kind] }))]
              .filter(Boolean)
              .join(' · ')}
          </h3>
          <p>{shows}</p>
          {sensitive !== undefined && <p className={styles.note}>{sensitive}</p>}
          <p>{[...(taken === undefined ? [] : [dateText(taken)]), credit, licence, publisher(source)].join(' · ')}</p>
        </article>
      ))}
    </Part>
  )
}

/** A layer of tens of thousands of rows would be a book: beyond these it is told where the rest can be had. */
const PRINTED_ROWS = 500

/** The rows of a layer: when each was, what it is called, and what it holds; nothing of a layer without any. */
function RowsPart({ layer, rows }: { layer: LinkedLayer; rows: readonly LinkedPlace[] }) {
  const t = useTranslations('print')
  if (rows.length === 0) return null
  return (
    <Part title={layer.name} count={rows.length}>
      {orderByDate(rows)
        .slice(0, PRINTED_ROWS)
        .map((place) => (
          <RowEntry key={place.id} place={place} layer={layer} />
        ))}
      {rows.length > PRINTED_ROWS && (
        <p className={styles.note}>{t('moreRows', { count: rows.length - PRINTED_ROWS })}</p>
      )}
    </Part>
  )
}

/** What was corrected since the link was made by which the page was opened; what concerns the record in focus first. */
function SincePart() {
  const t = useTranslations('corrections')
  const dateText = useDateText()
  const board = useCase()
  const since = useSinceText(recordsInFocus(board, useFocus()), 'record')
  if (since === null) return null
  return (
    <Part title={t('printed')} count={since.corrections.length}>
      {since.corrections.map(({ id, date, wrong, right, why }) => (
        <article key={id} className={styles.entry}>
          <h3>{right}</h3>
          <p>{`${dateText(date)} · ${t('wrong')}: ${wrong} ${t('why')}: ${why}`}</p>
        </article>
      ))}
    </Part>
  )
}

function SetAsidePart() {
  const t = useTranslations('print')
  const tPanel = useTranslations('panel')
  const { setAside } = useCase().linked
  if (setAside.length === 0) return null
  return (
    <Part title={t('setAside')} count={setAside.length}>
      <p className={styles.note}>
        {tPanel('setAsideExplained', { kept: String(setAside.some(({ kept }) => kept === true)) })}
      </p>
      {setAside.map(({ id, file, line, pointer, rule, reason }) => (
        <p key={`${file} ${pointer} ${rule} ${reason}`} className={styles.entry}>
          {id ?? pointer} · {reason} · {tPanel('setAsideRecord', { file, line })}
        </p>
      ))}
    </Part>
  )
}
