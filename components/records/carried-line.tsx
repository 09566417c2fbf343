'use client'
import { useTranslations } from 'next-intl'
import { usePublisher } from '@/components/record-text/record-refs'
import { useActorName } from '@/components/record-text/use-words'
import { Disclosure } from '@/components/ui/disclosure'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { Carried } from '@/lib/derive/linked-case'
import { tiesOf } from '@/lib/derive/origins/case-dependencies'
import { type CarriedRecord, listCarriages, type OriginLine, outlineOrigins } from '@/lib/derive/origins/count-origins'
import styles from './carried-line.module.css'
import { CarriedText } from './one-origin'
import { SourceTitle } from './source-line'

/** How many reports carry a record and how many origins they have; opened, which they are and who has it from whom. */
export function CarriedDetails({ record }: { record: Carried & CarriedRecord }) {
  if (record.reports === 0) return null
  return (
    <Disclosure className={styles.details} summary={<CarriedText carried={record} />}>
      {() => <Outline record={record} />}
    </Disclosure>
  )
}

/** Deeper than this nothing is set further in: a chain of copies may be longer than the panel is wide. */
const DEEPEST = 5

function Outline({ record }: { record: CarriedRecord }) {
  const { linked } = useCase()
  const t = useTranslations('origins')
  const ties = tiesOf(linked)
  const lines = outlineOrigins(ties, listCarriages(ties, record))
  return (
    <>
      <p className={panel.small}>{t('explained')}</p>
      <ol className={`${panel.list} ${styles.outline}`} aria-label={t('outline')}>
        {lines.map((line, at) => (
          // The order of the lines is all that tells two of them apart: the same source may stand in several.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said
          <li key={at} data-depth={Math.min(line.depth, DEEPEST)}>
            <span className="visually-hidden">{t('level', { level: line.depth + 1 })} </span>
            <Line line={line} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** A source or a body or, where they take from each other in a circle, all of it. */
function Line({ line: { depth, kind, ids, reports, repeated } }: { line: OriginLine }) {
  const t = useTranslations('origins')
  const note = (id: string) => {
    if (repeated) return t('repeated')
    if (kind === 'actor') return t(depth === 0 ? 'from' : 'passedOn')
    return reports.includes(id) ? null : t(depth === 0 ? 'notHeldFirst' : 'notHeld')
  }
  return (
    <>
      {ids.length > 1 && <p className={panel.small}>{t('circle')}</p>}
      {ids.map((id) => (
        <p key={id} className={styles.line}>
          {kind === 'actor' ? <Body id={id} /> : <Document id={id} short={repeated} />}
          {note(id) !== null && <span className={panel.quiet}>{` · ${note(id)}`}</span>}
        </p>
      ))}
    </>
  )
}

/** Who brought it out and, unless it stands further up, its title as a link. */
function Document({ id, short }: { id: string; short: boolean }) {
  const publisher = usePublisher()
  return (
    <>
      <bdi>{publisher(id)}</bdi>
      {!short && (
        <>
          {': '}
          <SourceTitle id={id} />
        </>
      )}
    </>
  )
}

function Body({ id }: { id: string }) {
  const name = useActorName()
  return (
    <RecordLink focus={{ kind: 'speaker', id }} look="link">
      <bdi>{name(id)}</bdi>
    </RecordLink>
  )
}
